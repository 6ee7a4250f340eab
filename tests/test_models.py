"""The models: what they refuse, that they stay as they are, and that they survive JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from newsquote import AnonymousSource, Quote, Span, Speaker

TEXT = 'قال مصدر مطلع إن المحادثات "تقدمت كثيرا".'


def a_quote(**changes: Any) -> Quote:
    fields: dict[str, Any] = {
        "type": "mixed",
        "content": (Span.of(TEXT, 17, 40),),
        "cue": (Span.of(TEXT, 0, 3),),
        "source": Span.of(TEXT, 4, 13),
        "speaker": Speaker(name="مصدر مطلع", kind="person", gender="masculine", number="singular"),
        "anonymous": AnonymousSource(marker=Span.of(TEXT, 4, 13), kind="source"),
        "construction": "verb_clause",
        "entry": "قال",
        "confidence": 0.9,
    }
    return Quote(**fields | changes)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 3, "قا"), (0, 3, "قالت"), (3, 0, "قال"), (-3, 0, "قال"), (0, 0, ""), (2, 2, "")],
)
def test_a_span_whose_offsets_cannot_hold_its_text_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(ValidationError):
        Span(start=start, end=end, text=text)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (0, 1000), (1000, 1001), (-2, 1)])
def test_no_span_is_made_of_a_stretch_that_lies_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Span.of(TEXT, start, end)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_a_span_of_a_text_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.text
    assert Span.model_validate_json(span.model_dump_json()) == span


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Span.of(TEXT, 0, 3), "start"),
        (a_quote(), "type"),
        (a_quote().speaker, "name"),
        (a_quote().anonymous, "kind"),
    ],
)
def test_what_is_returned_cannot_be_changed(model: BaseModel, field: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(model, field, getattr(model, field))


@pytest.mark.parametrize("model", [Span.of(TEXT, 0, 3), a_quote(), a_quote().speaker, a_quote().anonymous])
def test_a_field_nobody_knows_is_refused(model: BaseModel) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        type(model).model_validate(model.model_dump() | {"unknown": 1})


@pytest.mark.parametrize(
    "change",
    [
        {"type": "reported"},
        {"content": ()},
        {"confidence": 1.5},
        {"confidence": -0.1},
        {"speaker": {"name": ""}},
        {"anonymous": {"kind": "somebody"}},
        {"anonymous": {"kind": "source", "count": 0}},
    ],
)
def test_a_quote_refuses_what_makes_no_sense(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Quote.model_validate_json(json.dumps(a_quote().model_dump(mode="json") | change))


def test_a_quote_survives_json() -> None:
    quote = a_quote(content=(Span.of(TEXT, 17, 26), Span.of(TEXT, 28, 40)), via=Span.of(TEXT, 0, 3), nested=True)
    assert Quote.model_validate_json(quote.model_dump_json()) == quote
    assert Quote.model_validate(json.loads(json.dumps(quote.model_dump(mode="json")))) == quote


def test_quotes_can_be_gathered_in_sets() -> None:
    assert len({a_quote(), a_quote(), a_quote(type="indirect")}) == 2


def test_the_text_of_a_quote_joins_its_content() -> None:
    quote = a_quote(content=(Span.of(TEXT, 0, 3), Span.of(TEXT, 4, 13)))
    assert quote.text == "قال مصدر مطلع"


def test_the_json_schema_names_every_field_and_forbids_others() -> None:
    schema = Quote.model_json_schema(mode="serialization")
    assert set(schema["properties"]) == set(Quote.model_fields)
    assert {"AnonymousSource", "Span", "Speaker"} <= set(schema["$defs"])
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False
