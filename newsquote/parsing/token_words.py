"""Where in an orthographic token its syntactic words stand, when the parser does not say."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from newsquote.syntax import Extent
from newsquote.text import fold

_Cost = tuple[float, int]  # and the place where the last word starts
_NEVER: _Cost = (float("inf"), 0)
_LONGEST = 64  # letters; no Arabic token of several words is longer
_SPELLED_ALIKE = {frozenset("هت"), frozenset("يا"), frozenset("وا")}  # حكومة in حكومتها, على in علاه


def share_token(token: str, forms: Sequence[str]) -> list[Extent]:
    """Share a token out among its words: the cheapest alignment of their letters, at least one letter for each.

    Returns:
        A stretch of ``token`` for each form, in order, all together covering it; for each the whole token where it has
        fewer letters than words (``عم`` of ``عن`` + ``ما`` has two, ``م`` has one) or is no word at all.
    """
    places = [place for place, letter in enumerate(token) if place == 0 or not _is_mark(letter)]
    whole = [(0, len(token))] * len(forms)
    if len(forms) < 2:
        return whole
    if len(places) < len(forms) or len(places) > _LONGEST or sum(map(len, forms)) > 2 * _LONGEST:
        return whole
    letters = [fold(token[place]) for place in places]
    # best[i]: the cost of the words so far taking the first i letters, and where the last of them starts
    best: list[_Cost] = [(0.0, 0)] + [_NEVER] * len(letters)
    tables = []
    for form in forms:
        best = _extend(best, letters, fold(form))
        tables.append(best)
    cuts = [len(letters)]
    for table in reversed(tables):
        cuts.append(table[cuts[-1]][1])
    ends = [*places, len(token)]
    cuts.reverse()
    return [(ends[start], ends[end]) for start, end in pairwise(cuts)]


def _is_mark(letter: str) -> bool:
    return letter == "\u0640" or unicodedata.category(letter) in {"Mn", "Me", "Cf"}


def _extend(best: list[_Cost], letters: list[str], form: str) -> list[_Cost]:
    """One more word after those that ``best`` has placed: edit distance from every possible start at once."""
    none = [(cost, place) for place, (cost, _) in enumerate(best)]  # the word has taken no letter yet
    some = [_NEVER] * len(best)  # it has taken at least one
    for letter in (None, *form):
        kept = none
        none = kept if letter is None else [_more(each, 1) for each in kept]
        row = [_NEVER]
        for place in range(1, len(best)):
            ways = [_more(none[place - 1], 1), _more(row[place - 1], 1)]  # a letter that the form lacks
            if letter is not None:
                price = _price(letters[place - 1], letter)
                ways += [_more(some[place], 1), _more(kept[place - 1], price), _more(some[place - 1], price)]
            row.append(min(ways))
        some = row
    return some


def _more(cost: _Cost, price: float) -> _Cost:
    return cost[0] + price, cost[1]


def _price(letter: str, other: str) -> float:
    if letter == other:
        return 0
    return 0.5 if frozenset((letter, other)) in _SPELLED_ALIKE else 1
