"""Parses as CoNLL-U, the form in which they are stored."""

from collections.abc import Iterator
from dataclasses import replace

from newsquote.errors import InputError
from newsquote.parsing.merging import ParsedSentence, ParsedToken, ParsedWord, build_article
from newsquote.syntax import Article, Extent, Sentence


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


def _read(text: str, conllu: str) -> Iterator[ParsedSentence]:
    tokens: list[ParsedToken] = []
    cursor = covered = 0
    for number, line in enumerate([*conllu.split("\n"), ""], start=1):
        if not line.strip():
            if tokens:
                yield tokens
            tokens, covered = [], 0  # covered: the last word number of the multiword token being read
            continue
        fields = line.rstrip("\r").split("\t")
        if line.startswith("#") or "." in fields[0]:
            continue  # a comment, an empty node of enhanced dependencies
        if len(fields) != 10:
            raise InputError(f"line {number} of the parse has {len(fields)} fields; CoNLL-U has 10, parted by tabs")
        try:
            first, _, last = fields[0].partition("-")
            word = None if last else _parsed_word(fields)
            if word and int(first) <= covered:
                tokens[-1] = replace(tokens[-1], words=[*tokens[-1].words, word])
                continue
            extent = _extent(fields[9]) or _find(text, fields[1], cursor)
            covered = int(last or 0)
        except ValueError as error:
            raise InputError(f"line {number} of the parse cannot be read: {error}") from error
        if not cursor <= extent[0] < extent[1] <= len(text):
            raise InputError(
                f"line {number} of the parse lies at {extent}, outside the text or before an earlier token"
            )
        cursor = extent[1]
        tokens.append(ParsedToken(extent, [word] if word else []))


def _parsed_word(fields: list[str]) -> ParsedWord:
    form = fields[1]
    lemma, upos, feats, deprel = ("" if fields[place] == "_" != form else fields[place] for place in (2, 3, 5, 7))
    head = 0 if fields[6] == "_" else int(fields[6])
    return ParsedWord(form, lemma, upos, feats, head, deprel, _extent(fields[9]))


def _extent(misc: str) -> Extent | None:
    pairs = dict(pair.split("=", 1) for pair in misc.split("|") if "=" in pair)
    return (int(pairs["start_char"]), int(pairs["end_char"])) if {"start_char", "end_char"} <= pairs.keys() else None


def _find(text: str, form: str, cursor: int) -> Extent:
    start = text.find(form, cursor)
    if start < 0:
        raise ValueError(f"{form!r} does not stand in the text after offset {cursor}")
    return start, start + len(form)


def _block(text: str, number: int, sentence: Sentence) -> str:
    one_line = " ".join(text[sentence.start : sentence.end].splitlines())
    lines = [f"# sent_id = {number}", f"# text = {one_line}"]
    previous: Extent | None = None
    for word in sentence.words:
        if word.token != previous:
            parts = sum(each.token == word.token for each in sentence.words[word.index : word.index + 64])
            if parts > 1:
                numbers = f"{word.index + 1}-{word.index + parts}"
                lines.append("\t".join([numbers, text[slice(*word.token)], *"_______", _misc(word.token)]))
        previous = word.token
        feats = "|".join(f"{name}={value}" for name, value in sorted(word.feats.items()))
        columns = [word.form, word.lemma or "_", word.upos or "_", "_", feats or "_", str(word.head + 1)]
        columns += [word.deprel or "_", "_", _misc((word.start, word.end))]
        lines.append("\t".join([str(word.index + 1), *columns]))
    return "\n".join(lines) + "\n\n"


def _misc(extent: Extent) -> str:
    return f"start_char={extent[0]}|end_char={extent[1]}"
