"""Orthographic words without their clitics: what names and descriptions are made of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Reading
from newsquote.syntax import Article, Extent, Word
from newsquote.text import fold

_WORD = re.compile(r"\w+")
_PREPOSITIONS = frozenset("بلك")
_CONJUNCTIONS = frozenset("وف")
_PROCLITICS = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV"})


@dataclass(frozen=True)
class Unit:
    """An orthographic word stripped of its clitics, or a punctuation mark.

    Attributes:
        word: The syntactic word that carries it.
        form: Its spelling without clitics.
        surface: Its spelling with them.
        start, end: Offsets without clitics.
        token: Offsets with them.
        preposition, conjunction: Whether such a clitic is fused to its front.
        suffixed: Whether a pronoun is fused to its end.
        sentence: Number of its sentence.
    """

    word: Word
    form: str
    surface: str
    start: int
    end: int
    token: Extent
    preposition: bool
    conjunction: bool
    suffixed: bool
    sentence: int

    @cached_property
    def key(self) -> str:
        """Its folded form."""
        return self.word.key if self.form == self.word.form else fold(self.form)

    @cached_property
    def punct(self) -> bool:
        """Whether it is a mark, not a word."""
        return not any(c.isalnum() for c in self.form)

    @cached_property
    def _stripped(self) -> tuple[str, bool]:
        key = self.key
        if key.startswith("ال") and len(key) > 3:
            return key[2:], True
        fused = self.preposition and key.startswith("ل") and len(key) > 3 and self.token[0] < self.start
        if fused and source_lexicon().reading(key) is None:
            return key[1:], True
        return key, self.suffixed

    @cached_property
    def bare(self) -> str:
        """Its folded form without the article."""
        return self._stripped[0]

    @cached_property
    def definite(self) -> bool:
        """Whether it has the article or a pronoun."""
        return self._stripped[1]

    @property
    def fused_article(self) -> bool:
        """Whether its article has run together with a preposition: للوزارة, read as ل + لوزارة."""
        return self.preposition and self.definite and not self.suffixed and not self.key.startswith("ال")

    def whole(self) -> "Unit":
        """The word with what a parser wrongly took for clitics."""
        start, end = self.token
        return replace(self, form=self.surface, start=start, end=end, preposition=False, conjunction=False)

    @cached_property
    def reading(self) -> Reading | None:
        """What it is as a noun about sources."""
        found = source_lexicon().reading(self.bare)
        construct = found is not None and found.derived and self.bare[-1] in "ويا"
        named = self.word.upos in ("PROPN", "X") and not self.bare.endswith("و")
        return None if construct and (named or self.key.startswith("ال")) else found  # no construct has an article

    @cached_property
    def proper(self) -> bool:
        """Whether the parser takes it for a name, and it is no noun about sources."""
        return self.word.upos in ("PROPN", "X") and not self.punct and self.reading is None


class Units:
    """All units of an article, in text order, with look-up by offset."""

    def __init__(self, article: Article, sources: Iterable[Extent] = ()) -> None:
        """Cut an article into units.

        Args:
            article: The article.
            sources: Where sources stand: the word that such an extent begins with is whole there, and so everywhere.
        """
        self.text = article.text
        self.all: list[Unit] = []
        heads = (_WORD.match(self.text[start:end]) for start, end in sources)
        whole = {fold(head[0]) for head in heads if head}
        for number, sentence in enumerate(article.sentences):
            for token, group in groupby(sentence.words, key=lambda word: word.token):
                self.all.extend(self._split(list(group), token, number, whole))
        self.all.sort(key=lambda unit: unit.start)
        self.starts = [unit.start for unit in self.all]

    def at(self, offset: int) -> int:
        """Number of the first unit that starts at an offset or after it."""
        return bisect_left(self.starts, offset)

    def within(self, extent: Extent) -> list[Unit]:
        """The units that lie in an extent; the first one begins where the extent does, whatever a parser cut."""
        first = self.at(extent[0])
        if first > 0 and self.all[first - 1].end > extent[0]:
            first -= 1
        found = self.all[first : self.at(extent[1])]
        if found and found[0].start != extent[0] and found[0].token[0] <= extent[0] < found[0].end:
            form = self.text[extent[0] : found[0].end]
            found[0] = replace(found[0], form=form, start=extent[0], preposition=False, conjunction=False)
        return found

    def _split(self, words: Sequence[Word], token: Extent, sentence: int, whole: AbstractSet[str]) -> Iterator[Unit]:
        words = [word for word in words if word.end > word.start]
        first, last = 0, len(words) - 1
        while first < last and len(words[first].form) <= 2 and words[first].upos in _PROCLITICS:
            first += 1
        while last > first and words[last].upos == "PRON":
            last -= 1
        surface = self.text[slice(*token)]
        healed = first == last == len(words) - 1 > 0 and len(surface) > 3 and fold(surface) in whole
        tags = set() if healed else {word.upos for word in words[:first]}
        for place in range(first, last + 1):
            word = words[place]
            start, end = token if healed else (word.start, word.end)
            cut = _unseen_clitic(word.form) if place == 0 else 0
            yield Unit(
                word=word,
                form=self.text[start + cut : end],
                surface=surface,
                start=start + cut,
                end=end,
                token=token,
                preposition=(place == first and "ADP" in tags) or surface[:cut] in _PREPOSITIONS,
                conjunction=(place == first and "CCONJ" in tags) or surface[:cut] in _CONJUNCTIONS,
                suffixed=place == last and last < len(words) - 1,
                sentence=sentence,
            )


def _unseen_clitic(form: str) -> int:
    """1 where a parser left a clitic on a noun about sources (ووزير), else 0."""
    if len(form) < 5 or form[0] not in _PREPOSITIONS | _CONJUNCTIONS:
        return 0
    reading, (key, rest) = source_lexicon().reading, (fold(form), fold(form[1:]))
    return int(reading(key) is None and reading(rest.removeprefix("ال")) is not None)
