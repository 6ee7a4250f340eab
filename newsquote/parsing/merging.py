"""A parser's sentences to an Article: merged into orthographic ones, every word with its offsets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsquote.parsing.segmentation import split_sentences
from newsquote.parsing.token_words import share_token
from newsquote.quote_marks import find_quotations
from newsquote.syntax import Article, Extent, Quotation, Sentence, Word


@dataclass(frozen=True)
class ParsedWord:
    """A word as a parser gives it.

    Attributes:
        form, lemma, upos, deprel: As in CoNLL-U; empty for none.
        feats: As in CoNLL-U.
        head: Number of its head in the parser's sentence, from 1; 0 for a root.
        extent: Its offsets into the article, where the parser knows them.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    extent: Extent | None = None


@dataclass(frozen=True)
class ParsedToken:
    """An orthographic token: its offsets into the article and its words."""

    extent: Extent
    words: Sequence[ParsedWord]


ParsedSentence = Sequence[ParsedToken]


def build_article(
    text: str,
    parsed: Iterable[ParsedSentence],
    *,
    quotations: Sequence[Quotation] | None = None,
    extents: Sequence[tuple[int, int, int]] | None = None,
) -> Article:
    """An Article of a parser's sentences: merged into orthographic ones, each word with offsets inside its token.

    A head in another orthographic sentence is none: such a word becomes a root.

    Args:
        text: The article as given.
        parsed: The parser's sentences, in text order.
        quotations: What ``find_quotations(text)`` gave, if it is known.
        extents: What ``split_sentences(text, quotations)`` gave, if it is known.
    """
    quotations = find_quotations(text) if quotations is None else quotations
    extents = split_sentences(text, quotations) if extents is None else extents
    words: list[list[Word]] = [[] for _ in extents]
    sizes = [0] * len(extents)
    current = 0
    for sentence in parsed:
        found: list[tuple[ParsedWord, Extent, Extent]] = []
        places: list[tuple[int, int] | None] = []  # of each word: its Sentence and its index there
        for token in sentence:
            start, end = token.extent
            while current + 1 < len(extents) and start >= extents[current][1]:
                current += 1
            inside = bool(extents) and extents[current][0] <= start < extents[current][1] and start < end
            for word, extent in zip(token.words, _word_extents(text, token), strict=True):
                found.append((word, extent, token.extent))
                places.append((current, sizes[current]) if inside else None)
                sizes[current] += inside
        for (word, extent, whole), place in zip(found, places, strict=True):
            if place is None:
                continue
            target = places[word.head - 1] if 0 < word.head <= len(places) else None
            attached = target is not None and target[0] == place[0]
            head = target[1] if target and attached else -1
            deprel = word.deprel if attached or not word.head else "root"
            feats = _feats(word.feats)
            words[place[0]].append(
                Word(place[1], word.form, word.lemma, word.upos, feats, head, deprel, *extent, whole)
            )
    sentences = tuple(
        Sentence(tuple(each), start, end, paragraph)
        for each, (start, end, paragraph) in zip(words, extents, strict=True)
    )
    return Article(text, sentences, tuple(quotations))


@lru_cache(maxsize=4096)
def _feats(feats: str) -> Mapping[str, str]:
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)


def _word_extents(text: str, token: ParsedToken) -> list[Extent]:
    if len(token.words) == 1 and token.words[0].extent in (None, token.extent):
        return [token.extent]
    start, end = token.extent
    known = [word.extent for word in token.words if word.extent]
    borders = [start, *(offset for extent in known for offset in extent), end]
    nonempty = all(extent[0] < extent[1] for extent in known)
    if len(known) == len(token.words) and nonempty and borders == sorted(borders):
        return known
    shares = share_token(text[start:end], [word.form for word in token.words])
    return [(start + first, start + last) for first, last in shares]
