"""CoNLL-U in and out, as the trainers need it.

Format: https://universaldependencies.org/format.html. Empty nodes (``8.1``) and enhanced dependencies are dropped:
Stanza's trainers read neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

_TOKEN_RANGE = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One syntactic word of a treebank sentence."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    misc: str = "_"

    @property
    def vocalised(self) -> str:
        """The form with its short vowels (``Vform``, as in PADT), or the form itself."""
        return dict(pair.split("=", 1) for pair in self.misc.split("|") if "=" in pair).get("Vform", self.form)


@dataclass(frozen=True, slots=True)
class Token:
    """One surface token: its spelling, its words, and whether a space follows."""

    form: str
    rows: tuple[Row, ...]
    space_after: bool = True


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence of a treebank."""

    tokens: tuple[Token, ...]
    identifier: str = ""
    new_paragraph: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        pieces = (token.form + (" " if token.space_after else "") for token in self.tokens)
        object.__setattr__(self, "text", "".join(pieces).rstrip())

    @property
    def rows(self) -> tuple[Row, ...]:
        """All words, in order: ``rows[i]`` is the word with ID ``i + 1``."""
        return tuple(row for token in self.tokens for row in token.rows)

    def with_rows(self, rows: Iterable[Row]) -> TreebankSentence:
        """The same sentence with other annotations on its words.

        >>> row = Row("قال", "قال", "VERB", "_", 0, "root")
        >>> sentence = TreebankSentence((Token("قال", (row,)),))
        >>> sentence.with_rows([replace(row, upos="X")]).rows[0].upos
        'X'
        """
        remaining = iter(rows)
        tokens = [replace(token, rows=tuple(next(remaining) for _ in token.rows)) for token in self.tokens]
        return replace(self, tokens=tuple(tokens))


def read_conllu(path: Path) -> list[TreebankSentence]:
    """Read a CoNLL-U file.

    Args:
        path: A UTF-8 CoNLL-U file.

    Returns:
        Its sentences, in order.
    """
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())
    return [_parse_block(block) for block in blocks if block.strip()]


def write_conllu(path: Path, sentences: Iterable[TreebankSentence]) -> None:
    """Write sentences as CoNLL-U, in one move: no half-written file is left.

    Args:
        path: Where to; overwritten.
        sentences: What to write.
    """
    partial = path.with_name(f"{path.name}.partial")
    with partial.open("w", encoding="utf-8") as stream:
        for sentence in sentences:
            stream.write("\n".join(_lines(sentence)) + "\n\n")
    partial.replace(path)


def _parse_block(block: str) -> TreebankSentence:
    identifier, new_paragraph = "", False
    tokens: list[Token] = []
    open_form, open_space, open_until, open_rows = "", True, 0, list[Row]()
    for line in block.splitlines():
        if line.startswith("#"):
            new_paragraph = new_paragraph or line.startswith(("# newpar", "# newdoc"))
            if match := re.match(r"# sent_id = (.*)", line):
                identifier = match.group(1)
            continue
        columns = line.split("\t")
        if len(columns) != 10:
            raise ValueError(f"{identifier or 'first sentence'}: {len(columns)} columns instead of 10: {line!r}")
        space_after = "SpaceAfter=No" not in columns[9].split("|")
        if match := _TOKEN_RANGE.fullmatch(columns[0]):
            open_form, open_space, open_until, open_rows = columns[1], space_after, int(match.group(2)), []
            continue
        if not columns[0].isdigit():
            continue
        row = Row(columns[1], columns[2], columns[3], columns[5], int(columns[6]), columns[7], columns[9])
        if open_until:
            open_rows.append(row)
            if int(columns[0]) == open_until:
                tokens.append(Token(open_form, tuple(open_rows), open_space))
                open_until = 0
        else:
            tokens.append(Token(row.form, (row,), space_after))
    return TreebankSentence(tuple(tokens), identifier, new_paragraph)


def _lines(sentence: TreebankSentence) -> Iterator[str]:
    if sentence.new_paragraph:
        yield "# newpar"
    yield f"# sent_id = {sentence.identifier}"
    yield f"# text = {sentence.text}"
    number = 1
    for token in sentence.tokens:
        space = "_" if token.space_after else "SpaceAfter=No"
        if len(token.rows) > 1:
            blank = "\t".join("_" * 7)
            yield f"{number}-{number + len(token.rows) - 1}\t{token.form}\t{blank}\t{space}"
            space = "_"
        for row in token.rows:
            columns = (row.form, row.lemma, row.upos, "_", row.feats, str(row.head), row.deprel, "_", space)
            yield f"{number}\t" + "\t".join(columns)
            number += 1
