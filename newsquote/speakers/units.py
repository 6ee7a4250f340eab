"""Orthographic words without their clitics: what names and descriptions are made of."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from operator import attrgetter

from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Reading
from newsquote.syntax import Article, Extent, Word
from newsquote.text import fold

_WORD = re.compile(r"\w+")
_PREPOSITIONS = frozenset("بلك")
_CONJUNCTIONS = frozenset("وف")
_FUSED = _PREPOSITIONS | _CONJUNCTIONS
_HAMZAS = frozenset("أإآ")
_ALI = "علي"
FIRST = "اول"
"""Grades a rank: الفريق أول."""
_STAFF = "ركن"
_PROCLITICS = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX", "ADV"})


@dataclass(slots=True, eq=False)  # made for each word: frozen or compared, they would take three times as long
class Unit:
    """An orthographic word stripped of its clitics, or a punctuation mark; not to be changed.

    Attributes:
        word: The syntactic word that carries it.
        form: Its spelling without clitics.
        surface: Its spelling with them.
        start, end: Offsets without clitics.
        token: Offsets with them.
        preposition, conjunction: Whether such a clitic is fused to its front.
        suffixed: Whether a pronoun is fused to its end.
        sentence: Number of its sentence.
        key: Its folded form.
        bare: Its folded form without the article.
        definite: Whether it has the article or a pronoun.
        reading: What it is as a noun about sources.
        punct: Whether it is a mark, not a word.
        proper: Whether the parser takes it for a name, and it is no noun about sources.
        cue: Whether it is one of the words that attribute a statement: no name, then.
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
    key: str
    bare: str
    definite: bool
    reading: Reading | None
    punct: bool
    proper: bool
    cue: bool = False

    @property
    def fused_article(self) -> bool:
        """Whether its article has run together with a preposition: للوزارة, read as ل + لوزارة."""
        return self.preposition and self.definite and not self.suffixed and not self.key.startswith("ال")

    def whole(self) -> "Unit":
        """The word with what a parser wrongly took for clitics."""
        return self.respelled(self.surface, *self.token)

    def respelled(self, form: str, start: int, end: int) -> "Unit":
        """The word with another stretch of its token, and no clitic before it."""
        read = _read(form, self.word.upos, suffixed=self.suffixed)
        preposition = conjunction = False
        return Unit(
            self.word,
            form,
            self.surface,
            start,
            end,
            self.token,
            preposition,
            conjunction,
            self.suffixed,
            self.sentence,
            *read,
        )


@lru_cache(maxsize=1 << 13)
def _read(
    form: str, upos: str, *, clitic: bool = False, suffixed: bool = False
) -> tuple[str, str, bool, Reading | None, bool, bool]:
    """What follows from a unit's spelling and part of speech, from its key on; ``clitic``: a preposition is cut off."""
    lexicon = source_lexicon()
    key = fold(form)
    if key.startswith("ال") and len(key) > 3 and form[0] not in _HAMZAS:  # أليكسيس has no article
        bare, definite = key[2:], True
    elif clitic and key.startswith("ل") and len(key) > 3 and lexicon.reading(key) is None:
        bare, definite = key[1:], True
    else:
        bare, definite = key, suffixed
    name = upos in ("PROPN", "X")
    reading = lexicon.reading(bare)
    if reading and reading.derived and bare[-1] in "ويا":  # no name, nor what has an article, is a construct
        reading = None if key.startswith("ال") or (name and not bare.endswith("و")) else reading
    punct = not any(c.isalnum() for c in form)
    given = key in lexicon.given and not suffixed
    proper = (name or given) and reading is None and not punct
    return key, bare, definite, reading, punct, proper


class Units:
    """All units of an article, in text order, with look-up by offset."""

    def __init__(self, article: Article, sources: Iterable[Extent] = (), cues: Iterable[Extent] = ()) -> None:
        """Cut an article into units.

        Args:
            article: The article.
            sources: Where sources stand: the word that such an extent begins with is whole there, and so everywhere.
            cues: Where statements are attributed: واتهم is no given name there.
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
                if len(pieces) == 1 and pieces[0].form[0] not in _FUSED and pieces[0].form != _ALI:
                    self.all.append(self._plain(pieces[0], number))
                else:
                    self.all.extend(self._split(pieces, token, number, whole))
        self.all.sort(key=lambda unit: unit.start)
        self.starts = [unit.start for unit in self.all]
        for unit, following in pairwise(self.all):
            if unit.bare in source_lexicon().ranks and unit.definite and _named(following):
                unit.reading = source_lexicon().ranks[unit.bare]
        for start, end in cues:
            for unit in self.all[max(0, self.at(start + 1) - 1) : self.at(end)]:
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
        read = _read(form, word.upos)
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
            read = _read(form, word.upos, clitic=preposition and token[0] < start, suffixed=suffixed)
            unit = Unit(word, form, surface, start, end, token, preposition, conjunction, suffixed, sentence, *read)
            unit.proper = unit.proper or (surface == _ALI and self.ali_is_a_name)
            yield unit


def _named(unit: Unit) -> bool:
    """Whether a word can only follow a rank: الفريق سامي، الفريق أول، الفريق الركن."""
    return unit.key == FIRST or unit.bare == _STAFF or (unit.proper and not unit.definite)


def _unseen_clitic(form: str) -> int:
    """1 where a parser left a clitic on a noun about sources (ووزير) or on a given name (لدونالد), else 0."""
    if len(form) < 5 or form[0] not in _FUSED:
        return 0
    reading, given, (key, rest) = source_lexicon().reading, source_lexicon().given, (fold(form), fold(form[1:]))
    if key not in given and rest in given:
        return 1
    return int(reading(key) is None and reading(rest.removeprefix("ال")) is not None)
