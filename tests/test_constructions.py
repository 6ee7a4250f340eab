"""Every construction: what it finds, what it leaves alone.

A case file, ``tests/cases/<construction>.toml``, holds ``[[finds]]`` and ``[[ignores]]``:

- ``text``: a sentence or a few, written for this project;
- ``quotes`` (of a find): the quotes that are there thanks to the construction, in text order, each with ``content``,
  ``cue``, and ``source``, ``via`` where there is one; also, where it matters, ``type``, ``nested``, ``anonymous`` (true
  or false) and ``speaker`` (a name);
- ``reason`` (of an ignore): why there is nothing to find;
- ``gap``: why the case is known to fail. It has to be taken out when the case passes.

A quote is there *thanks to* a construction if the extractor finds it with the construction and not without it.
"""

from typing import Any

import pytest

from newsquote import Quote
from newsquote.matching import constructions
from tests.case_files import Case, all_cases, finds, found_by, ignores, key, names, parsed, read_parses, stored

SHARE_OF_GAPS = 0.2


def parameters(kind: Any) -> list[Any]:
    """A construction and one of its cases, for each; known gaps are expected to fail."""
    return [
        pytest.param(
            name,
            case,
            id=f"{name}-{number}",
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=case.gap)] if case.gap else [],
        )
        for name in names()
        for number, case in enumerate(kind(name), start=1)
    ]


@pytest.mark.parametrize(("name", "case"), parameters(finds))
def test_a_construction_finds(name: str, case: Case) -> None:
    found = found_by(name, parsed(case.text))
    assert [described(quote, expected) for quote, expected in zip(found, case.quotes, strict=False)] == [
        {"source": None, "via": None, **expected} for expected in case.quotes[: len(found)]
    ]
    assert len(found) == len(case.quotes)


@pytest.mark.parametrize(("name", "case"), parameters(ignores))
def test_a_construction_leaves_alone(name: str, case: Case) -> None:
    assert [quote.text for quote in found_by(name, parsed(case.text))] == []


def described(quote: Quote, expected: dict[str, Any]) -> dict[str, Any]:
    """A quote in the words of a case file; of the optional ones, those that the case speaks of."""
    said = {
        "content": [span.text for span in quote.content],
        "cue": [span.text for span in quote.cue],
        "source": quote.source and quote.source.text,
        "via": quote.via and quote.via.text,
    }
    optional = {
        "type": quote.type,
        "nested": quote.nested,
        "anonymous": quote.anonymous is not None,
        "speaker": quote.speaker and quote.speaker.name,
    }
    return {**said, **{name: value for name, value in optional.items() if name in expected}}


def test_every_construction_has_its_case_file_and_every_case_file_its_construction() -> None:
    assert names() == sorted(constructions())


@pytest.mark.parametrize("name", names())
def test_a_case_file_has_cases_of_both_kinds(name: str) -> None:
    assert len(finds(name)) >= 8
    assert len(ignores(name)) >= 5
    assert all(case.quotes for case in finds(name))
    assert all(case.reason for case in ignores(name))


def test_no_case_stands_twice() -> None:
    texts = [text for given in stored().values() for text in given]
    assert [text for text in texts if texts.count(text) > 1] == []


def test_few_cases_are_known_gaps() -> None:
    gaps = [case.text for _, case in all_cases() if case.gap]
    assert len(gaps) <= SHARE_OF_GAPS * len(list(all_cases()))


def test_every_text_has_its_stored_parse_and_every_parse_its_text() -> None:
    wanted = {name: {key(text) for text in given} for name, given in stored().items()}
    assert {name: set(read_parses(name)) for name in wanted} == wanted
