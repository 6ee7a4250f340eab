"""Sharing a token out among its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote.parsing.token_words import share_token

LETTERS = st.text(st.sampled_from("لكوبهنامسةىأ"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["ل", "السلطة"], ["ل", "لسلطة"]),
        (["حكومة", "ها"], ["حكومت", "ها"]),
        (["و", "قالت"], ["و", "قالت"]),
        (["و", "ب", "أن", "ها"], ["و", "ب", "أن", "ها"]),
        (["س", "تدافع"], ["س", "تدافع"]),
        (["من", "ما"], ["م", "ما"]),
        (["ل", "أن", "لا"], ["ل", "ئ", "لا"]),
        (["على", "ه"], ["علي", "ه"]),
        (["ف", "قال"], ["فَ", "قَالَ"]),
        (["و", "إن", "ه"], ["وَ", "إنّـ", "هُ"]),
        (["ك", "ال", "بيت"], ["ك", "ال", "بيت"]),
    ],
)
def test_each_word_gets_its_letters(words: list[str], parts: list[str]) -> None:
    token = "".join(parts)
    assert [token[start:end] for start, end in share_token(token, words)] == parts


def test_a_token_with_too_few_letters_is_shared_whole() -> None:
    assert share_token("مَ", ["من", "ما"]) == [(0, 2), (0, 2)]


def test_a_token_longer_than_any_word_is_shared_whole() -> None:
    assert share_token("ك" * 10_000, ["ك", "ك" * 9_999]) == [(0, 10_000)] * 2


def test_one_word_takes_all() -> None:
    assert share_token("قالتْ", ["أي شيء"]) == [(0, 5)]


@given(LETTERS, st.lists(LETTERS, min_size=2, max_size=5))
def test_words_part_the_token_or_share_it(token: str, words: list[str]) -> None:
    shares = share_token(token, words)
    if len(token) < len(words):
        assert shares == [(0, len(token))] * len(words)
    else:
        assert [shares[0][0], *(end for _, end in shares)] == [*(start for start, _ in shares), len(token)]
        assert all(start < end for start, end in shares)


@given(st.lists(LETTERS, min_size=2, max_size=5))
def test_exact_pieces_get_exactly_their_letters(words: list[str]) -> None:
    token = "".join(words)
    shares = share_token(token, words)
    assert sum(end - start for start, end in shares) == len(token)
    if len(set(token)) == len(token):
        assert [token[start:end] for start, end in shares] == words
