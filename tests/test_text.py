"""Folded keys: spellings of one word meet, different words stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote.text import fold


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("أضاف", "اضاف"),
        ("إلى", "الي"),
        ("مضيفةً", "مضيفه"),
        ("قـــال", "قال"),
        ("مسؤول", "مسوول"),
        ("وكالة", "وکاله"),
        ("ﻻحظ", "لاحظ"),
        ("قال\u200f", "قال"),
        ("أ\u0654كد", "أكد"),
    ],
)
def test_spellings_of_one_word_meet(spelling: str, other: str) -> None:
    assert fold(spelling) == fold(other)


def test_different_words_stay_apart() -> None:
    words = ["قال", "قالت", "أعلن", "علن", "ذكر", "ذاكر", "نفى", "نفذ"]
    assert len({fold(word) for word in words}) == len(words)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)
