"""Words that a scraper ran together where a link began or ended (أعلنتالحكومة), parted by the models' vocabulary."""

import re
from collections.abc import Mapping
from itertools import pairwise

from newsquote.parsing.parser_input import OffsetMap, ParserInput

_LONG_TOKEN = re.compile(r"[\u0621-\u064a]{6,}")
_SHORTEST = 4  # letters of a word at a seam, but for these
_SHORT_FIRST = frozenset(
    {"عن", "من", "في", "قد", "بعد", "قبل", "ضد", "ذكر", "قال", "أكد", "حذر", "كشف", "نقل", "أنه", "أمس"}
)
_SHORT_SECOND = frozenset({"في", "من", "عن"})
_SHORT_LAST = _SHORT_SECOND | {"إلى", "على", "بأن"}
_CLITICS = frozenset("بولف")
_LONG, _RARER, _MUCH_RARER = 10, 2, 4  # letters; times: models know words that were run together often
_LONGEST = 40  # letters; a longer run is no words
_COMMON, _COMMON_SHORT = 12_000, 4_000  # the words' ranks together at most; rarer ones meet by chance, in names
_LONGEST_PREFIX = 4
_PREFIX = re.compile(r"[وف]?(?:س|لل|[بكل]?(?:ال)?)")
_SUFFIX = re.compile(r"(?:هم|هن|ه)?ا?|[كهن]ما?|كم|نا|ن?ي")
_LONGEST_SUFFIX = 3


class WordParter:
    """Puts spaces between words that were run together.

    Args:
        ranks: The known words, each with its rank by frequency.
    """

    def __init__(self, ranks: Mapping[str, int]) -> None:
        self._ranks = ranks

    def part(self, given: ParserInput) -> ParserInput:
        """The input with a space at each seam."""
        tokens = _LONG_TOKEN.finditer(given.text)
        seams = [token.start() + seam for token in tokens for seam in self._seams(token[0])]
        if not seams:
            return given
        places = [0, *seams, len(given.text)]
        text = " ".join(given.text[begin:end] for begin, end in pairwise(places))
        starts, ends = list(given.offsets.starts), list(given.offsets.ends)
        for seam in reversed(seams):
            starts.insert(seam, starts[seam])
            ends.insert(seam, starts[seam])
        return ParserInput(text, OffsetMap(tuple(starts), tuple(ends)))

    def _seams(self, token: str) -> tuple[int, ...]:
        """After how many letters of a token its words end, if it is surely two or three: مراسل|الميادين|في."""
        known = self._ranks.get(token)
        if len(token) > _LONGEST or (len(token) < _LONG if known is not None else self._inflected(token)):
            return ()
        of_two, of_three = (_COMMON, _COMMON) if known is None else (known // _MUCH_RARER, known // _RARER)
        two = {(place,): self._rank(token[:place], token[place:]) for place in range(2, len(token) - 1)}
        best = min(two, key=lambda places: two[places])
        if two[best] <= min(_COMMON, of_two):
            return best
        three = {
            (first, second): self._rank(token[:first], token[first:second]) + self._last(token[second:])
            for first in range(_SHORTEST, len(token) - _SHORTEST - 1)
            for second in range(first + _SHORTEST, len(token) - 1)
        }
        found = min(three, key=lambda places: three[places], default=())
        return found if found and three[found] <= min(_COMMON, of_three) else ()

    def _last(self, last: str) -> int:
        """The rank of the last of three words, which may have a clitic (بأن); very high where it is none."""
        ranks = [self._ranks[form] for form in (last, last[1:] if last[0] in _CLITICS else "") if form in self._ranks]
        fits = len(last) >= _SHORTEST or last in _SHORT_LAST
        return min(ranks) if ranks and fits else _COMMON + 1

    def _rank(self, first: str, second: str) -> int:
        """The ranks of two words together; very high where they are no words, or too short to tell."""
        if second not in self._ranks and second.endswith(("ها", "هم")):
            second = second[:-2]
        if second not in self._ranks:
            return _COMMON + 1
        if first not in self._ranks and first[0] in "وف":
            first = first[1:]
        rank = self._ranks.get(first, _COMMON) + self._ranks[second]
        if len(first) >= _SHORTEST <= len(second):
            return rank
        short = (
            first in _SHORT_FIRST if len(second) >= _SHORTEST else len(first) > _SHORTEST and second in _SHORT_SECOND
        )
        return rank if short and rank <= _COMMON_SHORT else _COMMON + 1

    def _inflected(self, token: str) -> bool:
        """Whether a token may be a known word with clitics: وبسياراتهم."""
        for begin in range(_LONGEST_PREFIX + 1):
            if not _PREFIX.fullmatch(token, 0, begin):
                continue
            for end in range(len(token), max(len(token) - _LONGEST_SUFFIX, begin + 1) - 1, -1):
                stem = token[begin:end]
                if (end == len(token) or _SUFFIX.fullmatch(token, end)) and self._known(stem):
                    return True
        return False

    def _known(self, stem: str) -> bool:
        return stem in self._ranks or (stem[-1] == "ت" and f"{stem[:-1]}ة" in self._ranks)
