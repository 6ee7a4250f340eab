"""A light, typed view of a parsed article: words with offsets into the text as given, and their trees."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from newsquote.text import fold

Extent = tuple[int, int]
"""Offsets of a stretch of the article: start, end exclusive."""


def touch(one: Iterable[Extent], other: Collection[Extent]) -> bool:
    """Whether a stretch among some has a code point in common with one among others."""
    return any(start < b and a < end for start, end in one for a, b in other)


_FIRST_PERSON = frozenset({"انا", "نحن", "لي", "كنا", "نفسي", "اتمني"})


@dataclass(frozen=True)
class Word:
    """A syntactic word (UD): ``و``, ``أضاف``, ``ت``-less clitics and stems are words of their own.

    Attributes:
        index: Its place in ``Sentence.words``.
        form: As it stands in the text.
        lemma, upos, feats, deprel: As the parser gave them.
        head: ``index`` of its head; -1 for a root.
        start, end: Offsets into the article's text.
        token: Offsets of the orthographic token that the word is a part of.
        key: The folded form, for look-ups.
    """

    index: int
    form: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str
    start: int
    end: int
    token: tuple[int, int]
    key: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # looked up some twenty times a word
        object.__setattr__(self, "key", fold(self.form))

    @property
    def relation(self) -> str:
        """The dependency relation without its subtype."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True)
class Sentence:
    """An orthographic sentence: a quotation of many sentences is never cut; so it may hold several roots.

    Attributes:
        words: Its words, in text order.
        start, end: Offsets of the stretch of text it covers, final punctuation included.
        paragraph: Number of its paragraph, from 0.
    """

    words: Sequence[Word]
    start: int
    end: int
    paragraph: int

    @cached_property
    def _children(self) -> list[list[Word]]:
        children: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                children[word.head].append(word)
        return children

    def children(self, word: Word, *relations: str) -> list[Word]:
        """The dependents of a word, in text order; only those of ``relations`` (without subtypes) if any are given."""
        found = self._children[word.index]
        return [child for child in found if child.relation in relations] if relations else found

    def head(self, word: Word) -> Word | None:
        """The head of a word; ``None`` for a root."""
        return self.words[word.head] if word.head >= 0 else None

    def after(self, word: Word, steps: int = 1) -> Word | None:
        """The word that stands so many words after another; ``None`` past the last one."""
        place = word.index + steps
        return self.words[place] if place < len(self.words) else None

    def before(self, word: Word) -> Word | None:
        """The word that stands right before another; ``None`` before the first one."""
        return self.words[word.index - 1] if word.index else None

    def last_before(self, offset: int) -> Word | None:
        """The last word that is over at an offset; ``None`` if none is."""
        return next((word for word in reversed(self.words) if word.end <= offset), None)

    def first_from(self, offset: int) -> Word | None:
        """The first word that begins at an offset or after it; ``None`` past the last one."""
        return next((word for word in self.words if word.start >= offset), None)

    def has_pronoun(self, word: Word) -> bool:
        """Whether a pronoun is fused to a word: مسؤوليت+ها."""
        following = self.after(word)
        return following is not None and following.upos == "PRON" and following.token == word.token

    def subtree(self, word: Word) -> list[Word]:
        """A word and all that hangs off it, in text order."""
        found, waiting = [], [word]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self._children[current.index])
        return sorted(found, key=lambda each: each.index)

    def between(self, start: int, end: int) -> Iterator[Word]:
        """The words that lie wholly between two offsets."""
        return (word for word in self.words if word.start >= start and word.end <= end)


def in_first_person(words: Iterable[Word]) -> bool:
    """Whether somebody says I or we among words; parsers take أعتقد and نعمل for the third person."""
    return any(
        word.feats.get("Person") == "1"
        or (word.upos == "VERB" and word.feats.get("Aspect") == "Imp" and word.form[0] in "أن")
        or (word.upos != "PROPN" and word.key in _FIRST_PERSON)
        for word in words
    )


@dataclass(frozen=True)
class Quotation:
    """A pair of quotation marks and what it encloses, as offsets: ``outer`` with the marks, ``inner`` without.

    ``closed`` is false where the closing mark is missing and the end is a guess.
    """

    outer: tuple[int, int]
    inner: tuple[int, int]
    closed: bool = True


_OFTEN = 3  # times that somebody called علي is named for each على
_WORDS_A_MARK = 60  # news has a mark every ten words


@dataclass(frozen=True)
class Article:
    """A whole parsed article: the text as given, its sentences and its quotations, both in text order."""

    text: str
    sentences: Sequence[Sentence]
    quotations: Sequence[Quotation] = field(default=())

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.outer[0] for quotation in self.quotations]

    def quotations_from(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations whose opening mark stands between two offsets."""
        return self.quotations[bisect_left(self._quotation_starts, start) : bisect_left(self._quotation_starts, end)]

    @cached_property
    def ali_is_a_name(self) -> bool:
        """Whether it writes the preposition على with another letter than the name علي, as most newspapers do."""
        return self.text.count(" على ") * _OFTEN >= max(1, self.text.count(" علي "))

    @cached_property
    def unpunctuated(self) -> bool:
        """Whether more than a headline is written with hardly any punctuation, as in some archives and transcripts."""
        words = [word for sentence in self.sentences for word in sentence.words]
        marks = sum(word.upos == "PUNCT" for word in words)
        return len(words) > max(1, marks) * _WORDS_A_MARK

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Folded words that close or continue somebody's name somewhere in the article: حداد of ليلى حداد."""
        return frozenset(
            word.key
            for sentence in self.sentences
            for before, word in pairwise(sentence.words)
            if word.upos == "PROPN" and before.upos == "PROPN" and word.relation == "flat"
        )
