"""Where a sayer's phrase ends, on sentences built by hand."""

import pytest

from newsquote.boundaries import boundary
from newsquote.constructions.stated_in import stated_in
from newsquote.context import Context
from newsquote.lexicon import default_lexicon
from newsquote.noun_phrases import noun_phrase
from newsquote.sayers import find_sayer
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
        (f"نفت:{FEMALE} الأمانة:NOUN العامة:ADJ التصريحات:NOUN .:PUNCT", "الأمانة العامة"),
        (f"أعلن:{MALE} الجيش:NOUN السوداني:ADJ السيطرة:NOUN على:ADP البلدة:NOUN .:PUNCT", "الجيش السوداني"),
        (f"كشفت:{FEMALE} السلطات:NOUN أي:ADJ معلومات:NOUN .:PUNCT", "السلطات"),
        (f"حذرت:{FEMALE} الشرطة:NOUN:Number=Sing المتجولين:ADJ:Number=Plur من:ADP .:PUNCT", "الشرطة"),
        (f"هنأت:{FEMALE} سلوى:PROPN:Number=Sing العمانيين:ADJ:Number=Plur ب:ADP+العيد:NOUN .:PUNCT", "سلوى"),
        (f"حضت:{FEMALE} شركة:NOUN أخرى:ADJ الركاب:NOUN على:ADP الصبر:NOUN .:PUNCT", "شركة أخرى"),
    ],
)
def test_a_phrase_ends_before_an_object(sentence: str, phrase: str) -> None:
    assert phrase_in(sentence) == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (f"ذكر:{MALE} المكتب:NOUN هذا:DET الأسبوع:NOUN أن:SCONJ .:PUNCT", "المكتب"),
        (
            f"أعلن:{MALE} حاكم:NOUN الإقليم:NOUN ،:PUNCT مني:ADJ أركان:PROPN حناوي:ADJ ،:PUNCT أن:SCONJ .:PUNCT",
            "حاكم الإقليم، مني أركان حناوي",
        ),
        (f"ذكر:{MALE} رئيس:NOUN هذا:DET المكتب:NOUN أن:SCONJ .:PUNCT", "رئيس هذا المكتب"),
        (f"أدانت:{FEMALE} عمان:PROPN ب:ADP+شدة:NOUN ذلك:PRON .:PUNCT", "عمان"),
        (f"قال:{MALE} نادر:PROPN ل:ADP+رويترز:PROPN إن:SCONJ .:PUNCT", "نادر"),
        (f"قال:{MALE} مصدر:NOUN ل:ADP+مراسل:NOUN الصحيفة:NOUN إن:SCONJ .:PUNCT", "مصدر"),
        (f"قال:{MALE} الوزير:NOUN نفس:NOUN+ه:PRON إن:SCONJ .:PUNCT", "الوزير نفسه"),
        (f"ذكر:{MALE} تقرير:NOUN ل:ADP+صحيفة:NOUN الأفق:PROPN أن:SCONJ .:PUNCT", "تقرير لصحيفة الأفق"),
    ],
)
def test_a_phrase_ends_where_time_manner_and_outlet_begin(sentence: str, phrase: str) -> None:
    assert phrase_in(sentence) == phrase


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (
            f"قال:{MALE} الوزير:NOUN جان:PROPN ميشال:PROPN لو:SCONJ روا:PROPN إن:SCONJ .:PUNCT",
            "الوزير جان ميشال لو روا",
        ),
        (f"قالت:{FEMALE} جمعية:NOUN نفع:VERB الأهلية:ADJ إن:SCONJ .:PUNCT", "جمعية نفع الأهلية"),
        (
            f"قال:{MALE} الأمين:NOUN العام:ADJ ،:PUNCT ينس:VERB هولمن:PROPN ،:PUNCT إن:SCONJ .:PUNCT",
            "الأمين العام، ينس هولمن",
        ),
    ],
)
def test_a_phrase_holds_what_a_parser_takes_for_a_verb_or_a_conjunction(sentence: str, phrase: str) -> None:
    assert phrase_in(sentence) == phrase


def phrase_in(sentence: str) -> str:
    """The phrase after a sentence's first word and before what is said."""
    article = build(sentence)
    context = Context(article, article.sentences[0], default_lexicon(), ())
    opening = next((word for word in context.words if word.key in boundary("complementizer")), None)
    extent = noun_phrase(context, 1, opening.start if opening else len(article.text))
    assert extent is not None
    return article.text[slice(*extent)]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (f"اتهم:{MALE} النقابي:NOUN المعروف:ADJ مكونات:NOUN التحالف:NOUN ب:ADP+الكذب:NOUN .:PUNCT", "النقابي المعروف"),
        (f"اتهم:{MALE} حسون:PROPN ،:PUNCT الحكومة:NOUN المقالة:ADJ ب:ADP+الكذب:NOUN .:PUNCT", "حسون"),
        (
            f"توجه:{MALE} راعي:NOUN الحفل:NOUN النائب:NOUN حسون:PROPN إلى:ADP الحضور:NOUN .:PUNCT",
            "راعي الحفل النائب حسون",
        ),
    ],
)
def test_the_one_accused_is_no_part_of_the_accuser(sentence: str, source: str) -> None:
    article = build(sentence)
    context = Context(article, article.sentences[0], default_lexicon(), ())
    found = find_sayer(context, context.cue_at[0], len(article.text)).source
    assert found is not None
    assert article.text[slice(*found)] == source


def test_who_brings_out_a_document_says_what_stands_in_it() -> None:
    article = build(
        f"أصدرت:{FEMALE} الجمعية:NOUN>1:nsubj المحلية:ADJ>2:amod بيانا:NOUN>1:obj ،:PUNCT جاء:{MALE}>1:conj "
        "في:ADP+ه:PRON>6:obl أن:SCONJ الملعب:NOUN مغلق:ADJ>6:ccomp .:PUNCT"
    )
    context = Context(article, article.sentences[0], default_lexicon(), [])
    [match] = stated_in(context)
    assert match.source is not None
    assert article.text[slice(*match.source)] == "الجمعية المحلية"
