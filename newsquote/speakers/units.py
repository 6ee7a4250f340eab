"""An article cut into units: orthographic words without their clitics, or marks."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from newsquote.boundaries import boundary
from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.mentions import ALI
from newsquote.speakers.ranks import read_ranks
from newsquote.speakers.unit import Unit, read_unit
from newsquote.syntax import Article, Extent, Word
from newsquote.text import fold

_WORD = re.compile(r"\w+")
_PREPOSITIONS = frozenset("بلك")
_CONJUNCTIONS = frozenset("وف")
_FUSED = _PREPOSITIONS | _CONJUNCTIONS
_PROCLITICS = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV"})


class Units:
    """All units of an article, in text order, with look-up by offset."""

    def __init__(self, article: Article, sources: Collection[Extent] = (), cues: Iterable[Extent] = ()) -> None:
        """Cut an article into units.

        Args:
            article: The article.
            sources: Where sources stand: the word that such an extent begins with is whole there, and so everywhere.
            cues: Where statements are attributed: واتهم is no given name there, nor is لي right after one.
        """
        self.text = article.text
        self.ali_is_a_name = article.ali_is_a_name
        self.all: list[Unit] = []
        heads = (_WORD.match(self.text[start:end]) for start, end in sources)
        whole = {fold(head[0]) for head in heads if head}
        for number, sentence in enumerate(article.sentences):
            words = [word for word in sentence.words if word.end > word.start]
            for token, group in groupby(words, key=attrgetter("token")):
                pieces = list(group)
                if len(pieces) == 1 and pieces[0].form[0] not in _FUSED and pieces[0].form != ALI:
                    self.all.append(self._plain(pieces[0], number))
                else:
                    self.all.extend(self._split(pieces, token, number, whole))
        self.all.sort(key=lambda unit: unit.start)
        self.starts = [unit.start for unit in self.all]
        read_ranks(self.all)
        sources_begin = {start for start, _ in sources}
        for start, end in cues:
            last = self.at(end)
            following = self.all[last : last + 2]
            if len(following) > 1 and following[0].key in boundary("to-me") and following[1].start in sources_begin:
                last += 1  # قال لي | صديق
            for unit in self.all[max(0, self.at(start + 1) - 1) : last]:
                unit.cue, unit.proper = True, False

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, by its folded form without the article."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.all):
            found[unit.bare].append(number)
        return found

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
            found[0] = found[0].respelled(form, extent[0], found[0].end)
        return found

    def _plain(self, word: Word, sentence: int) -> Unit:
        """The unit of a word that is a token by itself and begins like no clitic, as most do."""
        form = self.text[word.start : word.end]
        surface = form if word.token == (word.start, word.end) else self.text[word.token[0] : word.token[1]]
        preposition = conjunction = suffixed = False
        read = read_unit(form, word.upos)
        start, end = word.start, word.end
        return Unit(word, form, surface, start, end, word.token, preposition, conjunction, suffixed, sentence, *read)

    def _split(self, words: Sequence[Word], token: Extent, sentence: int, whole: AbstractSet[str]) -> Iterator[Unit]:
        first, last = 0, len(words) - 1
        while first < last and len(words[first].form) <= 2 and words[first].upos in _PROCLITICS:
            first += 1
        while last > first and words[last].upos == "PRON":
            last -= 1
        surface = self.text[token[0] : token[1]]
        bare = first == last == len(words) - 1 > 0 and len(surface) > 3 and fold(surface) in whole
        healed = bare or (first == last and len(words) > 1 and fold(surface) in source_lexicon().given)
        tags = () if healed else [word.upos for word in words[:first]]
        for place in range(first, last + 1):
            word = words[place]
            start, end = token if healed else (word.start, word.end)
            cut = _unseen_clitic(word.form) if place == 0 else 0
            start += cut
            form = self.text[start:end]
            preposition = (place == first and "ADP" in tags) or surface[:cut] in _PREPOSITIONS
            conjunction = (place == first and "CCONJ" in tags) or surface[:cut] in _CONJUNCTIONS
            suffixed = place == last and last < len(words) - 1 and not healed
            read = read_unit(form, word.upos, clitic=preposition and token[0] < start, suffixed=suffixed)
            unit = Unit(word, form, surface, start, end, token, preposition, conjunction, suffixed, sentence, *read)
            unit.proper = unit.proper or (surface == ALI and self.ali_is_a_name)
            yield unit


def _unseen_clitic(form: str) -> int:
    """1 where a parser left a clitic on a noun about sources (ووزير) or on a given name (لدونالد), else 0."""
    if len(form) < 5 or form[0] not in _FUSED:
        return 0
    reading, given, (key, rest) = source_lexicon().reading, source_lexicon().given, (fold(form), fold(form[1:]))
    if key not in given and rest in given:
        return 1
    return int(reading(key) is None and reading(rest.removeprefix("ال")) is not None)
