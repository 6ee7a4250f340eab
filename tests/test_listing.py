"""The listing: what a reader sees of a quote, however narrow the terminal and odd the text."""

import io
import re
from typing import Any

import pytest
from rich.console import Console
from rich.text import Text

from newsquote import AnonymousSource, Quote, Span, Speaker
from newsquote.listing import print_listing

TEXT = "قال مصدران مطلعان لوكالة الشاطئ إن العمل في الميناء سيتوقف غدا لأن العمال سيضربون"
ISOLATED = re.compile("[\u2067\u2068][^\u2066-\u2069]*\u2069")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def a_quote(**changes: Any) -> Quote:
    fields: dict[str, Any] = {
        "type": "indirect",
        "content": (span("العمل في الميناء سيتوقف غدا لأن العمال سيضربون"),),
        "cue": (span("قال"),),
        "source": span("مصدران مطلعان"),
        "construction": "verb_clause",
        "confidence": 1,
    }
    return Quote(**fields | changes)


def listing(*quotes: Quote, width: int = 80, name: str = "a.txt") -> str:
    out = io.StringIO()
    print_listing(name, quotes, console=Console(file=out, width=width, highlight=False))
    return out.getvalue()


def plain(shown: str) -> str:
    return re.sub("[\u2066-\u2069]", "", shown)


def test_a_quote_is_a_block() -> None:
    quote = a_quote(
        speaker=Speaker(name="مصدران مطلعان", kind="person"),
        anonymous=AnonymousSource(kind="source", count=2, reason=span("لأن العمال سيضربون")),
        via=span("وكالة الشاطئ"),
        nested=True,
    )
    assert plain(listing(quote)).splitlines() == [
        "1 quote in a.txt",
        "",
        "  1  indirect, inside another quote",
        "     speaker  مصدران مطلعان  (person; anonymous: unnamed source, 2 of them)",
        "     reason   لأن العمال سيضربون",
        "     cue      قال",
        "     via      وكالة الشاطئ",
        "     content  العمل في الميناء سيتوقف غدا لأن العمال سيضربون",
        "",
    ]


def test_what_is_not_known_is_said_or_left_out() -> None:
    shown = plain(listing(a_quote(source=None, cue=())))
    assert "speaker  (not known)\n" in shown
    assert "cue" not in shown
    assert "via" not in shown


def test_a_source_without_a_speaker_is_shown() -> None:
    assert "speaker  مصدران مطلعان\n" in plain(listing(a_quote()))


def test_content_in_pieces_is_joined_by_dots() -> None:
    quote = a_quote(content=(span("العمل في الميناء"), span("لأن العمال سيضربون")))
    assert "content  العمل في الميناء … لأن العمال سيضربون" in plain(listing(quote))


@pytest.mark.parametrize(("number", "count"), [(0, "no quotes"), (1, "1 quote"), (2, "2 quotes")])
def test_the_quotes_are_counted(number: int, count: str) -> None:
    assert plain(listing(*[a_quote()] * number)).startswith(f"{count} in a.txt\n")


@pytest.mark.parametrize("width", [10, 34, 46, 60, 80, 200])
def test_lines_fit_the_terminal_and_each_holds_its_isolates(width: int) -> None:
    anonymous = AnonymousSource(kind="name-withheld", count=2)
    shown = listing(a_quote(anonymous=anonymous), width=width)
    for line in shown.splitlines()[1:]:
        assert Text(line).cell_len <= max(width, 34)
        assert not re.search("[\u0600-\u06ff\u2066-\u2069]", ISOLATED.sub("", line))


def test_no_character_of_an_article_steers_the_terminal() -> None:
    text = "قال\x1b[2J إن\u202e الماء\u2069 غال\nجدا\x07"
    shown = listing(a_quote(content=(Span.of(text, 0, len(text)),)), name="\x1b[31mمقال\u2066.txt")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", shown)
    assert shown.count("\u2069") == len(ISOLATED.findall(shown))
    assert "الماء غال جدا" in plain(shown)
