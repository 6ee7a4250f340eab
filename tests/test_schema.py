"""The JSON Schema of a quote is stored, so that a change to what users keep on disk shows in the difference."""

import json

import pytest

from newsquote import Quote
from tests.doc_examples import ROOT
from tests.quote_samples import QUOTES

GOLDEN = ROOT / "tests/quote.schema.json"
REFRESH = "python -m tests.test_schema"


def current() -> str:
    return json.dumps(Quote.model_json_schema(), ensure_ascii=False, indent=2) + "\n"


def test_the_schema_is_the_stored_one() -> None:
    assert current() == GOLDEN.read_text(encoding="utf-8"), (
        f"if it is meant, tell it in CHANGELOG.md and run: {REFRESH}"
    )


@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote.text)
def test_a_quote_is_the_same_after_a_way_through_json(quote: Quote) -> None:
    assert Quote.model_validate_json(quote.model_dump_json()) == quote


if __name__ == "__main__":
    GOLDEN.write_text(current(), encoding="utf-8")
