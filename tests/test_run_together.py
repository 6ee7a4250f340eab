"""Words run together, and where they are parted."""

import pytest

from newsquote.parsing.engine.run_together import WordParter
from newsquote.parsing.parser_input import ParserInput, prepare

KNOWN = [
    "في",
    "من",
    "عن",
    "أعلنت",
    "الحكومة",
    "كانت",
    "وزارة",
    "مقتل",
    "ذكر",
    "نائب",
    "موقف",
    "تصريح",
    "الفريق",
    "قدم",
    "مال",
]
PARTER = WordParter({word: rank for rank, word in enumerate(KNOWN)})


def parted(text: str) -> ParserInput:
    return PARTER.part(prepare(text, [(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلنتالحكومة", "أعلنت الحكومة"),
        ("وأعلنتالحكومة كانتوزارة", "وأعلنت الحكومة كانت وزارة"),
        ("عنمقتل ذكرنائب", "عن مقتل ذكر نائب"),
        ("عنموقفها", "عن موقفها"),
        ("الفريقفي", "الفريق في"),
        ("وبتصريحهم للحكومة", "وبتصريحهم للحكومة"),  # clitics, no seams
        ("قدممال", "قدممال"),  # too short to be sure
        ("الحكومة", "الحكومة"),
        ("ستوكهولم", "ستوكهولم"),
        ("تصريحالحكومةفي مقتل", "تصريح الحكومة في مقتل"),
        ("موقفالحكومةبتصريح", "موقف الحكومة بتصريح"),
    ],
)
def test_known_words_that_are_no_word_together_are_parted(text: str, words: str) -> None:
    assert parted(text).text == words


@pytest.mark.parametrize(("rank", "words"), [(100, "تصريح الحكومة"), (30, "تصريحالحكومة")])
def test_words_that_are_known_together_are_parted_where_they_are_far_commoner_apart(rank: int, words: str) -> None:
    parter = WordParter({"تصريح": 10, "الحكومة": 10, "تصريحالحكومة": rank})
    text = "تصريحالحكومة"
    assert parter.part(prepare(text, [(0, len(text))])).text == words


def test_what_is_too_long_for_words_is_left_alone() -> None:
    text = "تصريحموقف" + "ب" * 5_000
    assert parted(text).text == prepare(text, [(0, len(text))]).text


def test_words_that_hardly_occur_are_not_parted() -> None:
    rare = WordParter({"أعلنت": 9_000, "الحكومة": 9_000})
    text = "أعلنتالحكومة"
    assert rare.part(prepare(text, [(0, len(text))])).text == text


def test_parted_words_keep_their_places_in_the_article() -> None:
    text = "ثم أعلنتالحكومة وكانتوزارة"
    given = parted(text)
    for word in ("أعلنت", "الحكومة", "كانت", "وزارة"):
        start = given.text.index(word)
        assert text[slice(*given.offsets.original(start, start + len(word)))] == word
    assert len(given.text) == len(given.offsets.starts) == len(given.offsets.ends)
