"""Orthographic sentences, and the chunks that the parser reads."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote.parsing.segmentation import MAX_TOKENS, split_chunks, split_sentences
from newsquote.quote_marks import find_quotations

TEXTS = st.text(st.sampled_from('كوبلم د.!؟…،:"«»()\n 12aا.\u200f\u064e\u0640'), max_size=80)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in split_sentences(text, find_quotations(text))]


def chunks(text: str) -> list[str]:
    return [text[slice(*chunk)] for chunk in split_chunks(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["وصل الوفد.", "ثم غادر!", "لماذا؟", "لا أحد يعلم…", "انتهى"],
        ["وصل الوفد.", "ثم غادر."],
        ["قال «وصلنا. ولن نعود» أمس.", "ثم غادر."],
        ['قالت: "وصلنا. ولن نعود."', "ثم غادرت."],
        ['قالت: "وصلنا."', "وأضافت: «سنعود.»", "ثم غادرت."],
        ['"لماذا عدتم؟" سأل الحارس.', "لم يجب أحد."],
        ["بلغت النسبة 3.5 بالمئة.", "ثم تراجعت."],
        ["قال د. سالم وم. نادر إن أ. هند وصلت.", "ثم غادرا."],
        ["كتب J. K. Smith مع Dr. Brown رسالة.", "ثم نشراها."],
        ["نقلت ا.ف.ب عن مصدر قوله.", "ثم نفى."],
        ["قالت سي.إن.إن إن آر.بي.سي نفت.", "ثم صمتت."],
        ["راجع www.example.org/a.b?c=d أو me@example.org للمزيد.", "شكرا."],
        ["حدث ذلك عام 1436 هـ.", "ثم تكرر."],
        ["وصل (مبكرا؟) الوفد.", "ثم غادر."],
        ["كان (؟) هناك.", "ثم غادر."],
        ["1. وصل الوفد.", "ثم غادر."],
    ],
)
def test_sentences_end_at_final_punctuation(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("انتهى الاجتماع.وقال الوزير نعم", ["انتهى الاجتماع.", "وقال الوزير نعم"]),
        ("انتهى الاجتماع.«نحن معكم» قالوا", ["انتهى الاجتماع.", "«نحن معكم» قالوا"]),
        ('انتهى الاجتماع."نحن معكم" قالوا', ["انتهى الاجتماع.", '"نحن معكم" قالوا']),
        ("وصل الوفد،\nثم غادر، \nوعاد،\n\nثم بقي", ["وصل الوفد،\nثم غادر، \nوعاد،", "ثم بقي"]),
        ("انتظرنا..ولم يأت", ["انتظرنا..ولم يأت"]),
        ("وصل الوفد\nثم غادر\r\n\r\n  وعاد  \n---\n•\n", ["وصل الوفد", "ثم غادر", "وعاد"]),
        ("قالت: «وصلنا.\nولن نعود. أبدا» أمس.", ["قالت: «وصلنا.", "ولن نعود. أبدا» أمس."]),
        ("\u200fوصل الوفد.\u200f \xa0ثم غادر\ufeff", ["وصل الوفد.", "ثم غادر"]),
        ('قال "وصلنا. ثم غادر. ', ['قال "وصلنا.', "ثم غادر."]),
        ("", []),
        (" \n\t", []),
        ("...", []),
    ],
)
def test_sentences_of_untidy_text(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_paragraphs_are_counted_without_blank_lines() -> None:
    text = "أول. ثان.\n\n \nثالث\r\nرابع"
    assert [paragraph for _, _, paragraph in split_sentences(text)] == [0, 0, 1, 2]


def test_an_endless_sentence_is_cut_after_a_comma() -> None:
    text = " ".join(["كلمة"] * (MAX_TOKENS - 20)) + "، " + " ".join(["كلمة"] * 100)
    first, second = sentences(text)
    assert first.endswith("،")
    assert len(second.split()) == 100


def test_an_endless_sentence_without_commas_is_cut_before_and() -> None:
    text = " ".join(["كلمة"] * (MAX_TOKENS - 20)) + " وكلمة " + " ".join(["كلمة"] * 100)
    assert sentences(text)[1].startswith("وكلمة")


def test_a_long_quotation_stays_whole_but_its_chunks_are_short() -> None:
    text = "قال: «" + "كلمة " * (3 * MAX_TOKENS) + "» أمس"
    assert sentences(text) == [text]
    assert len(chunks(text)) >= 3
    assert max(len(chunk.split()) for chunk in chunks(text)) <= MAX_TOKENS


def test_the_sentences_of_a_quotation_are_chunks() -> None:
    assert chunks("قال: «وصلنا. ولن نعود»، ثم غادر.") == ["قال: «وصلنا.", "ولن نعود»، ثم غادر."]


def test_an_attribution_after_a_quotation_shares_its_last_chunk() -> None:
    assert chunks('"وصلنا. لن نعود."، قال الوزير.') == ['"وصلنا.', 'لن نعود."، قال الوزير.']


@given(TEXTS)
def test_sentences_cover_all_letters_in_order(text: str) -> None:
    found = split_sentences(text, find_quotations(text))
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(first[1] <= second[0] and first[2] <= second[2] for first, second in pairwise(found))
    covered = {offset for start, end, _ in found for offset in range(start, end)}
    assert not [c for offset, c in enumerate(text) if offset not in covered and c.isalnum() and c != "\u0640"]
    broken = re.compile(r"(?<![،,])(?<![،,] )(?<!\r)\r?\n")  # only a line that ends in a comma goes on
    assert not any(broken.search(text[start:end]) for start, end, _ in found)


@given(TEXTS)
def test_chunks_part_a_sentence_between_them(text: str) -> None:
    for start, end, _ in split_sentences(text, find_quotations(text)):
        found = split_chunks(text, start, end)
        assert (found[0][0], found[-1][1]) == (start, end)
        between = [text[first[1] : second[0]] for first, second in pairwise(found)]
        assert all(not gap.strip(" \u200f") for gap in between)


@given(TEXTS)
def test_no_sentence_ends_inside_a_closed_quotation(text: str) -> None:
    quotations = find_quotations(text)
    for _, end, _ in split_sentences(text, quotations):
        inside = [q for q in quotations if q.closed and q.inner[0] < end <= q.inner[1]]
        assert all("\n" in text[slice(*q.outer)] for q in inside)
