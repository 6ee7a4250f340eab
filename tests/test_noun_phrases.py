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
        (f"رأت:{FEMALE} لجنة:NOUN القراءة:NOUN استحقاق:NOUN+ها:PRON .:PUNCT", "لجنة القراءة"),
        (f"حضت:{FEMALE} شركة:NOUN أخرى:ADJ الركاب:NOUN على:ADP الصبر:NOUN .:PUNCT", "شركة أخرى"),
    ],
)
def test_a_phrase_ends_before_an_object(sentence: str, phrase: str) -> None:
    assert phrase_in(sentence) == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (f"ذكر:{MALE} المكتب:NOUN هذا:DET الأسبوع:NOUN أن:SCONJ .:PUNCT", "المكتب"),
        (f"ذكر:{MALE} رئيس:NOUN هذا:DET المكتب:NOUN أن:SCONJ .:PUNCT", "رئيس هذا المكتب"),
        (f"أدانت:{FEMALE} عمان:PROPN ب:ADP+شدة:NOUN ذلك:PRON .:PUNCT", "عمان"),
        (f"قال:{MALE} نادر:PROPN ل:ADP+رويترز:PROPN إن:SCONJ .:PUNCT", "نادر"),
        (f"قال:{MALE} مصدر:NOUN ل:ADP+مراسل:NOUN الصحيفة:NOUN إن:SCONJ .:PUNCT", "مصدر"),
        (f"قال:{MALE} الوزير:NOUN نفس:NOUN+ه:PRON إن:SCONJ .:PUNCT", "الوزير نفسه"),
    ],
)
def test_a_phrase_ends_where_time_manner_and_outlet_begin(sentence: str, phrase: str) -> None:
    assert phrase_in(sentence) == phrase


def phrase_in(sentence: str) -> str:
    """The phrase after a sentence's first word."""
    article = build(sentence)
    context = Context(article, article.sentences[0], default_lexicon(), ())
    extent = noun_phrase(context, 1, len(article.text))
    assert extent is not None
    return article.text[slice(*extent)]
