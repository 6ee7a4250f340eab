"""The page: what is marked where, that nothing of the article is lost, changed or run."""

import re
from html.parser import HTMLParser
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote import InputError, Quote, Span, render_html
from newsquote.render.page import render_articles
from newsquote.render.pieces import cut
from tests.quote_samples import BROKEN, QUOTES, TEXT, span


class Reader(HTMLParser):
    """The article's text as a browser reads it, with the classes around each character."""

    VOID = {"meta", "link"}  # noqa: RUF012

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.classes: list[set[str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.stack.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        around = [attrs.get("class") or "" for _, attrs in self.stack]
        if "text" in around:
            self.text += data
            self.classes += [{each for one in around for each in one.split()}] * len(data)

    def marked(self, name: str) -> str:
        return "".join(c if name in classes else "|" for c, classes in zip(self.text, self.classes, strict=True))


def test_the_page_shows_the_text_as_it_is() -> None:
    assert Reader(render_html(TEXT, QUOTES)).text == TEXT


def test_each_role_is_marked_where_it_stands() -> None:
    reader = Reader(render_html(TEXT, QUOTES))
    parts = {
        role: re.findall(r"[^|]+", reader.marked(role))
        for role in ("direct", "mixed", "nested", "source", "anonymous", "via", "cue")
    }
    assert parts == {
        "direct": ["لن ننتظر", "أكثر من عام"],
        "mixed": ["الجسر سيفتح"],
        "nested": ["الجسر سيفتح"],
        "source": ["المتحدث", "الوزيرة سلمى عمران", "مصدران"],
        "anonymous": ["مصدران"],
        "via": ['وكالة "الضفة"'],
        "cue": ["قال", "أكدت", "يقول", "قيل"],
    }


def test_nothing_of_the_article_becomes_markup() -> None:
    evil = "\"><img src=x onerror=alert(1)>'&lt;"
    text = f"قال {evil} انتهى"
    quote = Quote(type="direct", content=(span(evil, text),), cue=(span(evil, text),), construction=evil, confidence=1)
    reader = Reader(render_html(text, [quote], title=evil))
    assert reader.text == text
    assert not {tag for tag, _ in reader.tags} & {"img"}
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert not [name for _, attrs in reader.tags for name in attrs if name.startswith("on")]


def test_every_number_leads_to_a_place_and_back() -> None:
    reader = Reader(render_html(TEXT, QUOTES))
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
    links = [attrs["href"] for tag, attrs in reader.tags if tag == "a"]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links if link} == {f"{to}-1-{n}" for to in ("q", "card") for n in "1234"}
    assert {f"{to}-1-{n}" for to in ("q", "card") for n in "1234"} <= set(ids)


def test_many_articles_share_a_page_without_sharing_ids() -> None:
    page = "".join(render_articles([("a", TEXT, QUOTES), ("b", TEXT, [BROKEN]), ("c", "لا شيء", [])]))
    ids = [attrs["id"] for _, attrs in Reader(page).tags if "id" in attrs]
    assert len(ids) == len(set(ids)) == 2 * 5 + 1
    assert "لم يُعثر على اقتباسات" in page


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = render_html(TEXT, QUOTES)
    assert not re.search(r"https?:|url\(|@import|src=", page)


def test_the_labels_can_be_english() -> None:
    page = render_html(TEXT, QUOTES, language="en")
    assert "<h2>Speakers</h2>" in page
    assert 'lang="en" dir="rtl"' in page
    with pytest.raises(InputError, match="no labels in 'fr'; choose among ar, en"):
        render_html(TEXT, QUOTES, language="fr")  # type: ignore[arg-type]


def test_a_quote_of_another_text_is_refused() -> None:
    with pytest.raises(InputError, match="quote 1 is of another text"):
        render_html(TEXT[1:], QUOTES)


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    page = render_html(TEXT, QUOTES)
    frame = page._repr_html_()
    reader = Reader(frame)
    assert reader.tags[0][0] == "iframe"
    assert reader.tags[0][1]["srcdoc"] == page
    assert reader.tags[0][1]["sandbox"] == "allow-scripts"


def test_what_no_page_can_hold_is_replaced() -> None:
    page = render_html("قال\0 \ud800", [])
    assert "قال\ufffd \ufffd" in page
    assert page.encode("utf-8")


_BOUNDS = st.lists(st.integers(0, 12), min_size=2, max_size=2, unique=True).map(sorted)


@given(st.lists(st.tuples(_BOUNDS, _BOUNDS), max_size=5))
def test_pieces_are_the_text_and_each_belongs_to_what_covers_it(bounds: list[tuple[list[int], list[int]]]) -> None:
    text = "abcdefghijkl"
    quotes = [
        Quote(
            type="direct",
            content=(Span.of(text, *content),),
            cue=(Span.of(text, *cue),),
            construction="x",
            confidence=1,
        )
        for content, cue in bounds
    ]
    pieces = list(cut(text, quotes))
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        covering = {
            number
            for number, (content, cue) in enumerate(bounds, start=1)
            for start, end in (content, cue)
            if start <= piece.start < end
        }
        assert set(piece.numbers) == covering
        assert all(layer.span.end >= piece.start + len(piece.text) for layer in piece.layers)
    starting = [layer.number for piece in pieces for layer in piece.starting]
    assert sorted(starting) == list(range(1, len(quotes) + 1))
    assert all(a.start < b.start for a, b in combinations(pieces, 2))
