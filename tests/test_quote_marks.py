"""Quotation marks, paired on the text as newsrooms type it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsquote.quote_marks import find_quotations

MARKS = "«»“”„\"‘’‹›'`″<>"
TEXTS = st.text(st.sampled_from(MARKS * 2 + "كوبال a1.،:؟ \n("), max_size=60)


def closed(text: str) -> list[str]:
    return [text[slice(*quotation.inner)] for quotation in find_quotations(text) if quotation.closed]


def unclosed(text: str) -> list[str]:
    return [text[slice(*quotation.inner)] for quotation in find_quotations(text) if not quotation.closed]


@pytest.mark.parametrize(
    "text",
    [
        "قال «لن نعود» أمس",
        "قال “لن نعود” أمس",
        "قال ”لن نعود“ أمس",
        "قال „لن نعود“ أمس",
        'قال "لن نعود" أمس',
        "قال ‘لن نعود’ أمس",
        "قال ‹لن نعود› أمس",
        "قال ''لن نعود'' أمس",
        "قال ``لن نعود'' أمس",
        "قال <<لن نعود>> أمس",
        'قال “لن نعود" أمس',
        "قال ”لن نعود” أمس",
        'قال:"لن نعود"، أمس',
        "قال:”لن نعود”، أمس",
        'قال " لن نعود " أمس',
        'قال" لن نعود" أمس',
        'قال ""لن نعود"" أمس',
        "قال »لن نعود« أمس",
        "قال «لن نعود « أمس",
        'قال "لن نعود "وأضاف',
        "قال «لن نعود” أمس",
        'و"لن نعود"',
        'لـ"لن نعود"',
        'وبـ "لن نعود"',
        "و”لن نعود” أمس",
        "ف»لن نعود» أمس",
        '("لن نعود")',
        '"لن نعود',
    ],
)
def test_a_pair_of_any_make_is_one_quotation(text: str) -> None:
    assert [text[slice(*each.inner)] for each in find_quotations(text)] == ["لن نعود"]


@pytest.mark.parametrize(
    "text",
    [
        "موقع don't و O’Neil وl'Orient",
        "عند 35° 41′ 49.47″ شمالا",
        "عند 35° 41' 49.47\" شمالا",
        'شاشة بقياس 55" جديدة',
        'قال نعم" ثم مضى',
        "قال نعم» ثم مضى",
        'فراغ "" وفراغ « »',
        "",
        "بلا علامات",
    ],
)
def test_what_is_no_pair_is_no_quotation(text: str) -> None:
    assert find_quotations(text) == ()


def test_outer_holds_the_marks_and_inner_does_not() -> None:
    (quotation,) = find_quotations("قال ''نعم'' له")
    assert (quotation.outer, quotation.inner) == ((4, 11), (6, 9))


def test_quotations_nest() -> None:
    assert closed("قال «سمعت من قال “نعم” ثم رحل» أمس") == ["سمعت من قال “نعم” ثم رحل", "نعم"]
    assert closed('قال "سمعت من قال "نعم" ثم رحل" أمس') == ['سمعت من قال "نعم" ثم رحل', "نعم"]
    assert closed("قال ««سمعت»»، و«قال «نعم»»") == ["سمعت", "قال «نعم»", "نعم"]


def test_one_quotation_follows_another() -> None:
    assert closed('قالت "نعم" و"لا"، ثم "ربما".') == ["نعم", "لا", "ربما"]
    assert closed("بـ”الأمل” و”العمل”، وبـ”الصبر”") == ["الأمل", "العمل", "الصبر"]


def test_a_digit_before_a_closing_mark_is_no_measure() -> None:
    assert closed('قال "سنعود في 2030" أمس') == ["سنعود في 2030"]
    assert closed("هاتف “سلام 3310″ القديم") == ["سلام 3310"]


def test_an_unclosed_mark_ends_with_its_sentence() -> None:
    assert unclosed('قالت "لن نعود. ثم مضت.') == ["لن نعود."]


def test_an_unclosed_mark_at_the_start_of_a_paragraph_takes_all_of_it() -> None:
    assert unclosed('"لن نعود. لن نصمت.\nثم مضت.') == ["لن نعود. لن نصمت."]


def test_an_unclosed_mark_ends_before_the_next_one() -> None:
    text = 'قالت "لن نعود. وأضافت: "لن نصمت" أمس'
    assert (unclosed(text), closed(text)) == (["لن نعود."], ["لن نصمت"])
    text = "قالت «لن نعود، وأضافت: «لن نصمت» أمس"
    assert (unclosed(text), closed(text)) == (["لن نعود"], ["لن نصمت"])


def test_an_unclosed_mark_does_not_reach_the_next_paragraph() -> None:
    text = 'قالت "لن نعود\nوقال "نعم" أيضا'
    assert (unclosed(text), closed(text)) == (["لن نعود"], ["نعم"])


def test_a_repeated_opening_mark_carries_a_quotation_over_paragraphs() -> None:
    text = 'قالت: "لن نعود.\n\n"لن نصمت.\n"ولن ننسى".\nوقال "نعم".'
    assert closed(text) == ['لن نعود.\n\n"لن نصمت.\n"ولن ننسى', "نعم"]


def test_a_directed_mark_may_close_some_paragraphs_later() -> None:
    assert closed("قالت: «لن نعود.\nلن نصمت.\nولن ننسى» أمس") == ["لن نعود.\nلن نصمت.\nولن ننسى"]
    assert closed("قالت: «لن نعود.\nو\nو\nو\nلن ننسى» أمس") == []
    assert closed('قالت: "لن نعود.\nلن نصمت" أمس') == []


@given(TEXTS)
@example("«a\n»'\n")
@example('"a "b "\n"')
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    quotations = find_quotations(text)
    for quotation in quotations:
        (first, last), (start, end) = quotation.outer, quotation.inner
        assert 0 <= first < start < end <= last <= len(text)
        assert text[start:end] == text[start:end].strip() != ""
        assert text[first] in MARKS
        assert (end < last) or not quotation.closed
    assert list(quotations) == sorted(quotations, key=lambda each: (each.outer[0], -each.outer[1]))


@given(TEXTS)
def test_quotations_never_cross(text: str) -> None:
    quotations = find_quotations(text)
    for place, first in enumerate(quotations):
        for second in quotations[place + 1 :]:
            apart = second.outer[0] >= first.outer[1]
            nested = second.outer[0] >= first.inner[0] and second.outer[1] <= first.outer[1]
            assert apart or nested


@pytest.mark.parametrize("noise", ['"', '" ', "« ", "«»", '"ك ', "“ك\n", "'", "”", "'' ", 'و"'])
def test_noise_gives_quotations_within_the_text(noise: str) -> None:
    text = noise * 20_000
    assert all(0 <= each.outer[0] < each.outer[1] <= len(text) for each in find_quotations(text))
