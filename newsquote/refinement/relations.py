"""How each word around an attribution stands to it: near or far, above or below it in the tree, in which quotation."""

from bisect import bisect_left
from itertools import accumulate

from newsquote.refinement.paragraphs import CATEGORIES, CONSTRUCTIONS, Anchor, Paragraph

_STEPS = (-30, -20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45)
DISTANCES = len(_STEPS) + 1
_BEFORE, _AFTER = 150, 200  # words that an attribution is looked for its statement in: bounds the work
_HIGH = 5  # steps up a tree that are told apart
_APART = (_HIGH + 1) ** 2
_MOST = 4  # commas or cues that are told apart
_ROLES = 8
_TREE_TOP = 12
_CUE = CATEGORIES.index("cue")
SIZES = (DISTANCES, _APART + 1, 5, 9, 4, _MOST + 1, _MOST + 1, _MOST, _ROLES * (len(CONSTRUCTIONS) + 1))
"""How many values each relation has, in the order of ``relations``."""


class Surroundings:
    """A paragraph as its attributions see it."""

    def __init__(self, paragraph: Paragraph) -> None:
        words = paragraph.words
        self._paragraph = paragraph
        self._above = [self._ancestors(number) for number in range(len(words))]
        self._commas = list(accumulate(word.form in "،,;؛" for word in words))
        self._stops = list(accumulate(word.form in ".؟!?" for word in words))
        self._cues = list(accumulate(bool(row[_CUE]) for row in paragraph.categories))
        edges = ((word.start in paragraph.openings, word.end in paragraph.closings) for word in words)
        self._edges = [opens * 2 + closes for opens, closes in edges]

    def window(self, anchor: Anchor) -> range:
        """The words that are looked at for an attribution."""
        return range(max(0, anchor.word - _BEFORE), min(len(self._above), anchor.word + _AFTER))

    def relations(self, anchor: Anchor) -> list[tuple[int, ...]]:
        """How each word in the window stands to the attribution; numbers below those of ``SIZES``."""
        given, at = self._paragraph, anchor.word
        place = {number: steps for steps, number in enumerate(self._above[at])}
        depth = min(2, given.depths[at])
        return [
            (
                distance(number - at),
                self._path(number, place),
                max(-2, min(2, given.sentences[number] - given.sentences[at])) + 2,
                min(2, given.depths[number]) * 3 + depth,
                self._edges[number],
                min(_MOST, abs(self._commas[number] - self._commas[at])),
                min(_MOST, abs(self._cues[number] - self._cues[at])),
                min(_MOST - 1, abs(self._stops[number] - self._stops[at])),
                _role(anchor, number) * (len(CONSTRUCTIONS) + 1) + anchor.construction,
            )
            for number in self.window(anchor)
        ]

    def _ancestors(self, number: int) -> list[int]:
        found = [number]
        while len(found) < _TREE_TOP and (head := self._paragraph.heads[found[-1]]) != found[-1]:
            found.append(head)
        return found

    def _path(self, number: int, place: dict[int, int]) -> int:
        """Steps up from a word, and down from there to the attribution."""
        for up, above in enumerate(self._above[number]):
            if above in place:
                return min(up, _HIGH) * (_HIGH + 1) + min(place[above], _HIGH)
        return _APART


def distance(words: int) -> int:
    """The step of a scale that a distance in words falls on."""
    return bisect_left(_STEPS, words)


def _role(anchor: Anchor, number: int) -> int:
    """What rules take a word for: 1 to 4 in the statement (inside, first, last, alone), 5 to 7 in the source."""
    if anchor.content and anchor.content[0] <= number <= anchor.content[1]:
        first, last = number == anchor.content[0], number == anchor.content[1]
        return 1 + first + 2 * last
    if anchor.source and anchor.source[0] <= number <= anchor.source[1]:
        return 6 if number == anchor.source[0] else 7 if number == anchor.source[1] else 5
    return 0
