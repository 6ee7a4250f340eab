"""Paragraphs as a network reads them: words described by categories, and what rules found among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby

from newsquote.lexicon import default_lexicon
from newsquote.matching import Match
from newsquote.speakers.unit import read_unit
from newsquote.syntax import Article, Extent, Word

CATEGORIES = (
    "key", "lemma", "ending", "beginning", "upos", "deprel", "morphology", "cue", "source", "quoted", "place", "marks",
)  # fmt: skip
CONSTRUCTIONS = (
    "verb_clause", "verb_complement", "participle", "verb_quotation", "according_to", "relayed", "reporting_noun",
    "stated_in", "quotation_verb", "headline",
)  # fmt: skip
"""Those whose statements the network corrects, in the order of their numbers from 1; no place may ever change."""
_MORPHOLOGY = ("Aspect", "Voice", "Mood", "Person", "Gender", "Number", "Definite", "PronType", "VerbForm")
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

    def number_at(self, offset: int) -> int | None:
        """The number of the word that an offset lies in."""
        return next((n for n, word in enumerate(self.words) if word.start <= offset < word.end), None)

    def within(self, extent: Extent) -> Extent | None:
        """First and last word of a stretch of text; ``None`` if it is not wholly in the paragraph."""
        found = [n for n, word in enumerate(self.words) if word.start < extent[1] and extent[0] < word.end]
        outside = not found or extent[0] < self.words[0].start or extent[1] > self.words[-1].end
        return None if outside else (found[0], found[-1])


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
    for paragraph in found:
        start, end = paragraph.words[0].start, paragraph.words[-1].end
        here = (match for match in matches if start <= match.offset < end)
        paragraph.anchors.extend(anchor for match in here if (anchor := _anchor(paragraph, match)))
    return found


def _unread(article: Article) -> Iterator[Paragraph]:
    inner = [quotation.inner for quotation in article.quotations]
    openings, closings = frozenset(start for start, _ in inner), frozenset(end for _, end in inner)
    numbered = list(enumerate(article.sentences))
    for _, group in groupby(numbered, key=lambda one: one[1].paragraph):
        words: list[Word] = []
        sentences: list[int] = []
        heads: list[int] = []
        for number, sentence in group:
            first = len(words)
            heads.extend(first + (word.head if word.head >= 0 else word.index) for word in sentence.words)
            sentences.extend(number for _ in sentence.words)
            words.extend(sentence.words)
        if words:
            near = [(start, end) for start, end in inner if start < words[-1].end and words[0].start < end]
            depths = [sum(start <= word.start < end for start, end in near) for word in words]
            yield Paragraph(words, sentences, heads, depths, openings, closings)


def _anchor(paragraph: Paragraph, match: Match) -> Anchor | None:
    """Where a match hangs in a paragraph; ``None`` if it has no cue, or if a network could not say it anew."""
    if not match.cue or match.construction not in CONSTRUCTIONS or len(match.content) != 1:
        return None
    verb = match.verb
    by_verb = verb is not None and any(start <= verb.start < end for start, end in match.cue)
    word = paragraph.number_at(verb.start if by_verb and verb is not None else match.cue[0][0])
    content = paragraph.within(match.content[0])
    if word is None or content is None:
        return None
    source = paragraph.within(match.source) if match.source else None
    return Anchor(word, 1 + CONSTRUCTIONS.index(match.construction), content, source, match)
