"""From a parsed article to quotes: what holds whatever the article says."""

import pickle
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsquote
from newsquote import Quote, Span
from newsquote.extractor import quotes
from newsquote.lexicon import default_lexicon
from tests.case_files import all_cases, parsed

TEXTS = [case.text for _, case in all_cases()]


def spans(quote: Quote) -> list[Span]:
    """All spans of a quote."""
    anonymous = [quote.anonymous.marker, quote.anonymous.reason] if quote.anonymous else []
    return [span for span in [*quote.content, *quote.cue, quote.source, quote.via, *anonymous] if span]


@given(st.sampled_from(TEXTS))
def test_every_span_is_what_stands_in_the_text(text: str) -> None:
    for quote in quotes(parsed(text), default_lexicon()):
        assert [span.text for span in spans(quote)] == [text[span.start : span.end] for span in spans(quote)]


@given(st.sampled_from(TEXTS))
def test_quotes_stand_in_text_order_and_survive_json_and_pickle(text: str) -> None:
    found = quotes(parsed(text), default_lexicon())
    assert [quote.content[0].start for quote in found] == sorted(quote.content[0].start for quote in found)
    assert [Quote.model_validate_json(quote.model_dump_json()) for quote in found] == found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_the_stored_texts_hold_quotes_of_every_type() -> None:
    found = [quote for text in TEXTS for quote in quotes(parsed(text), default_lexicon())]
    assert {quote.type for quote in found} == {"direct", "indirect", "mixed"}
    assert len(found) > len(TEXTS) / 2


@pytest.mark.parametrize("text", ["", " \n\n ", "Nothing to see here.", "1234 – 5678"])
def test_a_text_without_arabic_holds_no_quotes(text: str) -> None:
    assert newsquote.extract(text) == []


def test_what_is_no_string_is_refused_with_what_to_do() -> None:
    with pytest.raises(newsquote.InputError, match="str"):
        newsquote.extract(b"bytes")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "processors"),
    [("en", ("tokenize", "mwt", "pos", "lemma", "depparse")), ("ar", ("tokenize", "mwt", "pos", "lemma"))],
)
def test_a_pipeline_of_another_language_or_without_a_parser_is_refused(lang: str, processors: tuple[str, ...]) -> None:
    pipeline = SimpleNamespace(lang=lang, processors=dict.fromkeys(processors, SimpleNamespace(config={})))
    with pytest.raises(newsquote.PipelineError):
        newsquote.Extractor(pipeline=pipeline)


@pytest.mark.models
@pytest.mark.parametrize("text", ["123", "a", "12\n34", "Hello world. This is it.", "12 34, 5.", "…", "؟"])
def test_a_text_without_an_arabic_word_has_no_quotes(text: str) -> None:
    assert newsquote.extract(text) == []
    assert newsquote.Extractor().explain(text) is not None


@pytest.mark.models
@pytest.mark.parametrize("verb", ["تُحذّر", "تُعلن", "تُشدّد"])
def test_a_damma_that_the_active_voice_has_too_leaves_the_speaker(verb: str) -> None:
    quotes = newsquote.extract(f"قالت الوزارة إن الجسر متهالك. و{verb} أن الجسر سينهار.")
    assert [quote.anonymous for quote in quotes] == [None] * len(quotes)
