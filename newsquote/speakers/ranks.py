"""Ranks that are bodies, too: الفريق is a title only before a name, a grade or an arm: الفريق سامي، الفريق أول."""

from collections.abc import Sequence
from itertools import pairwise

from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.unit import Unit

FIRST = "اول"
"""Grades a rank: الفريق أول."""
ARMS = frozenset({"بحري", "جوي", "ركن", "طيار", "مظلي"})
"""Follow a rank: العميد بحري سامي."""


def read_ranks(units: Sequence[Unit]) -> None:
    """Give each rank among an article's units its reading as a title."""
    for unit, following in pairwise(units):
        if unit.bare in source_lexicon().ranks and unit.definite and _only_after_rank(following):
            unit.reading = source_lexicon().ranks[unit.bare]


def _only_after_rank(unit: Unit) -> bool:
    """Whether a word can only follow a rank: الفريق سامي، الفريق أول، الفريق الركن."""
    given = unit.title is not None and unit.title.given  # الفريق رائد شاكر
    named = unit.proper or (given and unit.word.upos == "PROPN")
    return unit.key == FIRST or unit.bare in ARMS or (named and not unit.definite)
