"""The parser's text, and the way back from it to the article."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsquote.parsing.parser_input import MAX_WORD, ParserInput, prepare

NEWS = st.text(st.sampled_from("كوايىأ12aB.،\"«”'’ \t\xa0\u200f\u200d\u064b\u0654\u0640ﻻﷺی\ud800\0😀("), max_size=60)
TEXTS = NEWS | st.text()


def whole(text: str) -> ParserInput:
    return prepare(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("قَالَ الوزيرُ إنّه", "قال الوزير إنه"),
        ("قـــال لـ «نعم»", 'قال ل "نعم"'),
        ("قال ''نعم'' و“لا” و‘ربما’", 'قال "نعم" و"لا" و"ربما"'),
        ('قال ""نعم""', 'قال "نعم"'),
        ("don’t", "don't"),
        ("\u200fقال\xa0\xa0\tالوزير\u200f\u200b", "قال الوزير"),
        ("کیف", "كيف"),
        ("ﻻﺣﻆ ﷲ", "لاحظ الله"),
        ("محمد ﷺ", "محمد ﷺ"),
        ("ا\u0654كد إ\u064eلى ٱلآن", "أكد إلى الآن"),
        ("منصةSolidمفتوحة", "منصة Solid مفتوحة"),
        ("عام2015م", "عام 2015 م"),
        ("نعم،ولا", "نعم، ولا"),
        ("الهدنةبشأن علىتمديد شىء", "الهدنة بشأن على تمديد شىء"),
        ("مصرإلى بالإعلام وإلى فلإيران لاإرادي نتإن", "مصر إلى بالإعلام وإلى فلإيران لاإرادي نت إن"),
        ("مصادرنابأنّ سامرأنّه لأنّ اطمأنّ وكأنّها", "مصادرنا بأن سامر أنه لأن اطمأن وكأنها"),
        ("أنّعدّة فإنّالوفد أنّهما إنّكم أنّها", "أن عدة فإن الوفد أنهما إنكم أنها"),
        ("وزار #سامر و#رسوم_الدخول # #1", "وزار سامر ورسوم الدخول # #1"),
        ("RT @harith_7: قال الوزير", "قال الوزير"),
        ("قال RT @harith", "قال RT @harith"),
        ("RT @harith:", "RT @harith:"),
        ("قناة سي.إن.إن، وس.ع.", "قناة SYANAN، وس.ع."),
        ("قال روبن فان نيلان إن", "قال روبن فون نيلان إن"),
        ("وعليه فان الوزير قال إن", "وعليه فان الوزير قال إن"),
        ("قال روبن فان نيلان ان", "قال روبن فان نيلان ان"),
        ("3,5", "3,5"),
        ("نص!!!!!!!!", "نص!!!"),
        ("ك" * 500, "ك" * MAX_WORD),
        ("قال \ud800 نعم\0", "قال \ufffd نعم"),
        ("\u064e \u0640 \u200f", ""),
    ],
)
def test_the_parser_sees_plain_newspaper_spelling(text: str, made: str) -> None:
    assert whole(text).text == made


def test_chunks_are_parted_by_blank_lines() -> None:
    assert prepare("أول. ثان. ثالث.", [(0, 4), (10, 15)]).text == "أول.\n\nثالث."


def test_a_word_takes_its_diacritics_home() -> None:
    text = "قال\u064e إنّـهُ نعم"
    given = whole(text)
    start = given.text.index("إنه")
    assert text[slice(*given.offsets.original(start, start + 3))] == "إنّـهُ"
    assert text[slice(*given.offsets.original(0, 3))] == "قال\u064e"


def test_initials_take_their_stops_home() -> None:
    text = "قال سي.إن.إن: نعم"
    given = whole(text)
    start = given.text.index("SYANAN")
    assert text[slice(*given.offsets.original(start, start + 6))] == "سي.إن.إن"


def test_a_word_leaves_invisible_marks_around_it_alone() -> None:
    given = whole("\u200fقال\u200f نعم")
    assert given.offsets.original(0, 3) == (1, 4)


def test_a_word_too_long_for_the_parser_is_whole_in_the_article() -> None:
    text = "قال " + "ك" * 500 + " نعم"
    given = whole(text)
    assert given.offsets.original(4, 4 + MAX_WORD) == (4, 504)


def test_two_marks_typed_for_one_are_one() -> None:
    assert whole("''نعم").offsets.original(0, 1) == (0, 2)


def test_what_was_put_in_stands_for_nothing() -> None:
    given = whole("عام2015")
    assert given.offsets.original(3, 4) == (3, 3)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (0, 4), (-1, 1)])
def test_a_stretch_outside_the_made_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        whole("قال").offsets.original(start, end)


@given(TEXTS)
@example("ا\u0654")
def test_offsets_never_go_back(text: str) -> None:
    offsets = whole(text).offsets
    assert list(offsets.starts) == sorted(offsets.starts)
    assert list(offsets.ends) == sorted(offsets.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(offsets.starts, offsets.ends, strict=True))


@given(TEXTS)
def test_each_made_character_comes_from_somewhere(text: str) -> None:
    given = whole(text)
    assert len(given.text) == len(given.offsets.starts)
    empty = [
        c for c, start, end in zip(given.text, given.offsets.starts, given.offsets.ends, strict=True) if start == end
    ]
    assert set(empty) <= {" "}


@given(TEXTS)
def test_nothing_that_confuses_a_parser_is_left(text: str) -> None:
    made = whole(text).text
    assert not [c for c in made if unicodedata.category(c) in {"Mn", "Cf", "Cc", "Cs"}]
    assert "  " not in made
    assert made == made.strip()


@given(NEWS)
@example("ﻻ\u0654")
def test_letters_are_kept_and_come_back(text: str) -> None:
    given = whole(text)
    for place, c in enumerate(given.text):
        if "\u0627" <= c <= "\u063a" and c not in "\u0654أإآؤئ":
            start, end = given.offsets.original(place, place + 1)
            assert c in unicodedata.normalize("NFKD", text[start:end])
