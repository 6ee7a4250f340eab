"""Paragraphs as a network reads them: words described by categories, and what rules found among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from newsquote.lexicon import default_lexicon
from newsquote.matching import KNOWN_TO_NETWORKS, Match
from newsquote.speakers.unit import read_unit
from newsquote.syntax import Article, Extent, Word

CATEGORIES = (
    "key", "lemma", "ending", "beginning", "upos", "deprel", "morphology", "cue", "source", "quoted", "place", "marks",
)  # fmt: skip
_MORPHOLOGY = ("Aspect", "Voice", "Mood", "Person", "Gender", "Number", "Definite", "PronType", "VerbForm")
_LONGEST = 600  # words of a paragraph, which bounds memory
_DEEPEST = 2  # quotations within one another that are told apart


@dataclass(frozen=True)
class Anchor:
    """An attribution to look at.

    Attributes:
        word: The number of the word that it hangs on: its verb, or its cue's first word.
        construction: The number of the construction that found it; 0 for none.
        content: First and last word of the statement that it found; ``None`` if it found none in this paragraph.
        source: First and last word of the sayer.
        match: What it found.
    """

    word: int
    construction: int = 0
    content: Extent | None = None
    source: Extent | None = None
    match: Match | None = None


@dataclass(eq=False)
class Paragraph:
    """A paragraph's words, from all its sentences.

    Attributes:
        words: They themselves.
        sentences: The number of each one's sentence.
        heads: The number of each one's head; its own for a root.
        depths: In how many quotations each stands.
        openings, closings: Offsets right after opening and right before closing quotation marks.
        anchors: The attributions in it.
    """

    words: list[Word]
    sentences: list[int]
    heads: list[int]
    depths: list[int]
    openings: frozenset[int]
    closings: frozenset[int]
    anchors: list[Anchor] = field(default_factory=list)

    @cached_property
    def categories(self) -> list[tuple[str, ...]]:
        """What each word is, in the order of ``CATEGORIES``."""
        return [self._categories(number) for number in range(len(self.words))]

    @cached_property
    def findings(self) -> list[tuple[int, int, int]]:
        """What rules take each word for: in a statement (1, 2 first, 3 last), the anchor of a construction, a sayer."""
        said, anchored, sayer = ([0] * len(self.words) for _ in range(3))
        for anchor in self.anchors:
            if anchor.content:
                first, last = anchor.content
                said[first : last + 1] = [max(1, one) for one in said[first : last + 1]]
                said[first], said[last] = 2, 3
            if anchor.source:
                first, last = anchor.source
                sayer[first : last + 1] = [1] * (last + 1 - first)
            anchored[anchor.word] = anchor.construction
        return list(zip(said, anchored, sayer, strict=True))

    def _categories(self, number: int) -> tuple[str, ...]:
        word = self.words[number]
        before = self.words[number - 1] if number else None
        after = self.words[number + 1] if number + 1 < len(self.words) else None
        opens = before is None or self.sentences[number] != self.sentences[number - 1]
        marks = [each.form if each is not None and each.upos == "PUNCT" else "-" for each in (before, after)]
        morphology = [word.feats.get(name, "") for name in _MORPHOLOGY]
        place = f"{word.start == word.token[0]:d}{word.end == word.token[1]:d}{opens:d}"
        quoted = str(min(self.depths[number], _DEEPEST))
        key = word.key
        return (
            key, word.lemma, key[-3:], key[:2], word.upos, word.deprel, "|".join(morphology), _cue(key),
            _source(word.form, word.upos), quoted, place, "".join(marks),
        )  # fmt: skip

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def number_at(self, offset: int) -> int | None:
        """The number of the word that an offset lies in."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.words[number].end else None

    def within(self, extent: Extent) -> Extent | None:
        """First and last word of a stretch of text; ``None`` if it is not wholly in the paragraph."""
        if extent[0] < self.words[0].start or extent[1] > self.words[-1].end:
            return None
        first, after = bisect_right(self._starts, extent[0]) - 1, bisect_left(self._starts, extent[1])
        first += self.words[first].end <= extent[0]
        return (first, after - 1) if first < after else None


@lru_cache(maxsize=1 << 13)
def _cue(key: str) -> str:
    """Which kind of cue a word is by its spelling alone."""
    lexicon = default_lexicon()
    if readings := lexicon.verb_forms(key):
        return f"{readings[0].verb.family} {readings[0].form.shape}"
    return "noun" if lexicon.noun(key) else "phrase" if lexicon.source_phrases(key) else ""


def _source(form: str, upos: str) -> str:
    """What a word is as a noun about sources."""
    reading = read_unit(form, upos)[3]
    return f"{type(reading.entry).__name__} {getattr(reading.entry, 'kind', '')} {reading.number}" if reading else ""


def paragraphs(article: Article, matches: Sequence[Match]) -> list[Paragraph]:
    """The paragraphs of an article, with their attributions."""
    found = list(_unread(article))
    starts = [paragraph.words[0].start for paragraph in found]
    for match in matches:
        place = bisect_right(starts, match.offset) - 1
        if place >= 0 and (anchor := _anchor(found[place], match)):
            found[place].anchors.append(anchor)
    return found


def _unread(article: Article) -> Iterator[Paragraph]:
    """The paragraphs without what is found in them; a very long one in several pieces."""
    inner = [quotation.inner for quotation in article.quotations]
    openings, closings = frozenset(start for start, _ in inner), frozenset(end for _, end in inner)
    started = 0
    for pieces in _pieces(article):
        words: list[Word] = []
        sentences: list[int] = []
        heads: list[int] = []
        for number, piece in pieces:
            heads.extend(len(words) + head for head in _heads(piece))
            sentences.extend(number for _ in piece)
            words.extend(piece)
        while started < len(inner) and inner[started][1] <= words[0].start:
            started += 1
        near = list(takewhile(lambda one: one[0] < words[-1].end, islice(inner, started, None)))  # noqa: B023 - at once
        depths = [sum(start <= word.start < end for start, end in near) for word in words]
        yield Paragraph(words, sentences, heads, depths, openings, closings)


def _pieces(article: Article) -> Iterator[list[tuple[int, Sequence[Word]]]]:
    """The words of each paragraph, sentence by sentence, with the sentences' numbers."""
    found: list[tuple[int, Sequence[Word]]] = []
    size, paragraph = 0, -1
    for number, sentence in enumerate(article.sentences):
        for start in range(0, len(sentence.words), _LONGEST):
            piece = sentence.words[start : start + _LONGEST]
            if found and (sentence.paragraph != paragraph or size + len(piece) > _LONGEST):
                yield found
                found, size = [], 0
            found.append((number, piece))
            size, paragraph = size + len(piece), sentence.paragraph
    if found:
        yield found


def _heads(piece: Sequence[Word]) -> list[int]:
    """The place of each word's head; its own for a root, or if the head is in another piece."""
    first = piece[0].index
    return [word.head - first if first <= word.head < first + len(piece) else word.index - first for word in piece]


def _anchor(paragraph: Paragraph, match: Match) -> Anchor | None:
    """Where a match hangs in a paragraph; ``None`` if it has no cue, or if a network could not say it anew."""
    if not match.cue or match.known_as not in KNOWN_TO_NETWORKS or len(match.content) != 1:
        return None
    at = match.verb.start if match.verb else -1
    word = paragraph.number_at(at if any(start <= at < end for start, end in match.cue) else match.cue[0][0])
    content = paragraph.within(match.content[0])
    if word is None or content is None:
        return None
    source = paragraph.within(match.source) if match.source else None
    return Anchor(word, 1 + KNOWN_TO_NETWORKS.index(match.known_as), content, source, match)
