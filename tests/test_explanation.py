"""Explanations: each quote is accounted for, and so is each cue that came to nothing."""

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from newsquote.cli import main
from newsquote.explanation import ExplainedCue, ExplainedSentence, Finding, explain
from newsquote.explanation.listing import print_explanation
from newsquote.extractor import quotes
from newsquote.lexicon import default_lexicon
from tests.case_files import all_cases, parsed, texts

CASES = [case.text for _, case in all_cases()]


def explained(*given: str) -> list[ExplainedSentence]:
    return explain(parsed(*given), default_lexicon())


def cues(*given: str) -> list[ExplainedCue]:
    return [cue for sentence in explained(*given) for cue in sentence.cues]


def findings(*given: str) -> list[Finding]:
    return [finding for cue in cues(*given) for finding in cue.findings]


def shown(text: str, *, width: int = 80) -> str:
    out = io.StringIO()
    print_explanation("مقال.txt", text, explained(text), console=Console(file=out, width=width, highlight=False))
    return out.getvalue()


@given(st.lists(st.sampled_from([*CASES, *texts().values()]), min_size=1, max_size=3, unique=True))
def test_each_quote_is_what_a_construction_found_and_has_its_speaker(given: list[str]) -> None:
    made = [finding for finding in findings(*given) if finding.fate == "quote"]
    by_number = {finding.number: finding for finding in made}
    for number, quote in enumerate(quotes(parsed(*given), default_lexicon()), start=1):
        finding = by_number.pop(number)
        assert finding.match.construction == quote.construction
        assert finding.match.entry == quote.entry
        assert finding.resolution
        assert (finding.resolution.speaker, finding.resolution.anonymous) == (quote.speaker, quote.anonymous)
    assert not by_number


@given(st.sampled_from(CASES))
def test_a_cue_has_findings_or_a_reason(text: str) -> None:
    for cue in cues(text):
        assert bool(cue.findings) != bool(cue.reason), cue


def test_what_is_attributed_twice_is_joined() -> None:
    fates = {(finding.match.construction, finding.fate) for finding in findings(texts()["twice, the same sayer"])}
    assert ("verb_clause", "quote") in fates
    assert ("according_to", "joined") in fates


def test_what_gives_way_says_to_whom() -> None:
    gave_way = [finding for text in CASES for finding in findings(text) if finding.fate == "gave way"]
    assert gave_way
    assert all(finding.other is not None and finding.other != finding.match for finding in gave_way)


def test_a_quotation_that_goes_on_is_joined_and_one_that_does_not_is_left_out() -> None:
    def fates(name: str) -> list[str]:
        found = findings(texts()[name])
        return [finding.fate for finding in found if finding.match.construction == "continuation"]

    assert fates("continued") == ["joined"]
    assert fates("not continued") == ["left out"]


def test_the_reasons_of_the_cases_that_are_left_alone_are_of_many_kinds() -> None:
    reasons = {(cue.reason or "").split(";")[0] for text in CASES for cue in cues(text)} - {""}
    assert {"no content opens after it", "the author's own word: no sayer follows", "no cue in the sentence"} <= reasons
    assert {"it was left unsaid", "the author's conclusion", "it may, should or will be said"} <= reasons


def test_a_word_that_the_parser_tags_otherwise_is_told_from_a_cue() -> None:
    missed = [cue for text in CASES for cue in cues(text) if cue.kind == "no cue"]
    assert missed
    assert all(cue.reason and cue.entry for cue in missed)


def test_a_sentence_without_cue_or_marks_is_not_shown() -> None:
    text = texts()["not continued"]
    assert [text[slice(*sentence.extent)] for sentence in explained(text)] == [
        line for line in text.splitlines() if '"' in line
    ]


def test_the_listing_numbers_quotes_and_names_constructions() -> None:
    plain = re.sub("[\u2066-\u2069]", "", shown(texts()["twice, the same sayer"]))
    assert "1 sentence with a cue or a quotation mark in مقال.txt" in plain
    assert re.search(r"found .*\(verb_clause 0\.\d\d: quote 1\)", plain)
    assert "speaker الجيش" in plain
    assert re.search(r"\(according_to 0\.\d\d: joined to quote 1\)", plain)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", ["twice, relayed", "continued", "indirect with a name in marks"])
def test_arabic_stands_in_isolates_line_by_line(name: str, width: int) -> None:
    for line in shown(texts()[name], width=width).splitlines():
        assert not re.search("[\u0600-\u06ff]", re.sub("[\u2067\u2068][^\u2066-\u2069]*\u2069", "", line))


def test_the_command_explains_files_and_names_those_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = texts()["once"]
    article = tmp_path / "a.txt"
    article.write_text(text, encoding="utf-8")
    stand_in = SimpleNamespace(explain=explained)
    assert main(["explain", str(tmp_path / "none.txt"), str(article)], extractor=stand_in) == 1
    captured = capsys.readouterr()
    assert "none.txt: no such file" in captured.err
    assert "verb_clause" in captured.out


def test_one_article_that_fails_does_not_lose_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(texts()["once"], encoding="utf-8")
    bad.write_text("فشل", encoding="utf-8")  # has no stored parse
    assert main(["explain", str(bad), str(good)], extractor=SimpleNamespace(explain=explained)) == 1
    captured = capsys.readouterr()
    assert "bad.txt: could not be explained (KeyError" in captured.err
    assert "verb_clause" in captured.out


def test_the_command_wants_a_file() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["explain"])
