"""Parses as CoNLL-U: what a stored parse is read from, and how a parser's words become an Article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsquote.errors import InputError
from newsquote.quote_marks import find_quotations
from newsquote.segmentation import split_sentences
from newsquote.syntax import Article, Extent, Quotation, Sentence, Word
from newsquote.token_words import share_token


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
    current = 0
    for sentence in parsed:
        places: list[tuple[int, int] | None] = []  # of each word: its Sentence and its index there
        heads: list[int] = []
        for token in sentence:
            start, end = token.extent
            while current + 1 < len(extents) and start >= extents[current][1]:
                current += 1
            inside = bool(extents) and extents[current][0] <= start < extents[current][1] and start < end
            for word, extent in zip(token.words, _word_extents(text, token), strict=True):
                heads.append(word.head)
                if not inside:
                    places.append(None)
                    continue
                places.append((current, len(words[current])))
                words[current].append(_word(word, len(words[current]), extent, token.extent))
        for place, head in zip(places, heads, strict=True):
            if place is None or not head:
                continue
            target = places[head - 1] if 0 < head <= len(places) else None
            here, index = words[place[0]], place[1]
            if target and target[0] == place[0]:
                here[index] = replace(here[index], head=target[1])
            else:
                here[index] = replace(here[index], deprel="root")
    sentences = tuple(
        Sentence(tuple(each), start, end, paragraph)
        for each, (start, end, paragraph) in zip(words, extents, strict=True)
    )
    return Article(text, sentences, tuple(quotations))


def article_from_conllu(text: str, conllu: str) -> Article:
    """The Article of a stored parse.

    Args:
        text: The article that was parsed, as given.
        conllu: Its parse, in CoNLL-U. Offsets are read from ``start_char`` and ``end_char`` in MISC, as Stanza writes
            them; a token without them is looked for in the text, after the one before it.

    Raises:
        InputError: If a line is no CoNLL-U, or a token does not stand in the text.
    """
    return build_article(text, _read(text, conllu))


def article_to_conllu(article: Article) -> str:
    """An Article's parse as CoNLL-U, to be read again by ``article_from_conllu`` with the article's text.

    A block is an orthographic sentence, so it may hold several roots. Offsets stand in MISC.
    """
    return "".join(_block(article.text, number, sentence) for number, sentence in enumerate(article.sentences, start=1))


def _word(word: ParsedWord, index: int, extent: Extent, token: Extent) -> Word:
    feats = dict(pair.split("=", 1) for pair in word.feats.split("|") if "=" in pair)
    return Word(index, word.form, word.lemma, word.upos, feats, -1, word.deprel, *extent, token)


def _word_extents(text: str, token: ParsedToken) -> list[Extent]:
    start, end = token.extent
    known = [word.extent for word in token.words if word.extent]
    borders = [start, *(offset for extent in known for offset in extent), end]
    nonempty = all(extent[0] < extent[1] for extent in known)
    if len(known) == len(token.words) and nonempty and borders == sorted(borders):
        return known
    shares = share_token(text[start:end], [word.form for word in token.words])
    return [(start + first, start + last) for first, last in shares]


def _read(text: str, conllu: str) -> Iterator[ParsedSentence]:
    tokens: list[ParsedToken] = []
    cursor = 0
    covered = 0  # the last word number of the multiword token being read
    for number, line in enumerate([*conllu.split("\n"), ""], start=1):
        if not line.strip():
            if tokens:
                yield tokens
            tokens, covered = [], 0
            continue
        if line.startswith("#"):
            continue
        fields = line.rstrip("\r").split("\t")
        if len(fields) != 10:
            raise InputError(f"line {number} of the parse has {len(fields)} fields; CoNLL-U has 10, parted by tabs")
        if "." in fields[0]:
            continue  # an empty node of enhanced dependencies
        extent = _extent(fields[9])
        if "-" in fields[0]:
            covered = int(fields[0].partition("-")[2])
            extent = extent or _find(text, fields[1], cursor, number)
            tokens.append(ParsedToken(extent, []))
            cursor = extent[1]
            continue
        word = _parsed_word(fields, extent)
        if int(fields[0]) <= covered:
            tokens[-1] = replace(tokens[-1], words=[*tokens[-1].words, word])
        else:
            extent = extent or _find(text, fields[1], cursor, number)
            tokens.append(ParsedToken(extent, [word]))
            cursor = extent[1]


def _parsed_word(fields: list[str], extent: Extent | None) -> ParsedWord:
    form, lemma = fields[1:3]
    lemma, upos, feats, deprel = (
        "" if field == "_" and form != "_" else field for field in (lemma, fields[3], fields[5], fields[7])
    )
    return ParsedWord(form, lemma, upos, feats, int(fields[6]) if fields[6] != "_" else 0, deprel, extent)


def _extent(misc: str) -> Extent | None:
    pairs = dict(pair.split("=", 1) for pair in misc.split("|") if "=" in pair)
    return (int(pairs["start_char"]), int(pairs["end_char"])) if {"start_char", "end_char"} <= pairs.keys() else None


def _find(text: str, form: str, cursor: int, number: int) -> Extent:
    start = text.find(form, cursor)
    if start < 0:
        raise InputError(f"line {number} of the parse: {form!r} does not stand in the text after offset {cursor}")
    return start, start + len(form)


def _block(text: str, number: int, sentence: Sentence) -> str:
    lines = [f"# sent_id = {number}", f"# text = {text[sentence.start : sentence.end]}"]
    previous: Extent | None = None
    for word in sentence.words:
        if word.token != previous:
            parts = sum(each.token == word.token for each in sentence.words[word.index : word.index + 64])
            if parts > 1:
                numbers = f"{word.index + 1}-{word.index + parts}"
                lines.append("\t".join([numbers, text[slice(*word.token)], *"_______", _misc(word.token)]))
        previous = word.token
        feats = "|".join(f"{name}={value}" for name, value in sorted(word.feats.items()))
        lines.append(
            "\t".join(
                [
                    str(word.index + 1),
                    word.form,
                    word.lemma or "_",
                    word.upos or "_",
                    "_",
                    feats or "_",
                    str(word.head + 1),
                    word.deprel or "_",
                    "_",
                    _misc((word.start, word.end)),
                ]
            )
        )
    return "\n".join(lines) + "\n\n"


def _misc(extent: Extent) -> str:
    return f"start_char={extent[0]}|end_char={extent[1]}"
