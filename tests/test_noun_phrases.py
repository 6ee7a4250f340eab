"""Where a sayer's phrase ends, on sentences built by hand."""

import pytest

from newsquote.context import Context
from newsquote.lexicon import default_lexicon
from newsquote.noun_phrases import noun_phrase
from tests.test_speakers import FEMALE, MALE, build


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (f"جدد:{MALE} نائب:NOUN سابق:ADJ موقف:NOUN+ه:PRON .:PUNCT", "نائب سابق"),
        (f"اتهمت:{FEMALE} الهيئة:NOUN الدولية:ADJ الانفصاليين:ADJ ب:ADP+القتل:NOUN .:PUNCT", "الهيئة الدولية"),
        (
            f"قالت:{FEMALE} الهيئة:NOUN الدولية:ADJ المستقلة:ADJ إن:SCONJ ذلك:PRON صحيح:ADJ .:PUNCT",
            "الهيئة الدولية المستقلة",
        ),
    ],
)
def test_a_phrase_ends_before_an_object(sentence: str, phrase: str) -> None:
    article = build(sentence)
    context = Context(article, article.sentences[0], default_lexicon(), ())
    extent = noun_phrase(context, 1, len(article.text))
    assert extent is not None
    assert article.text[slice(*extent)] == phrase
