"""Where a statement ends: at its sentence's end, or before words with which its author goes on."""

import regex

from newsquote.context import Context
from newsquote.syntax import Extent
from newsquote.tails import Shape, author_resumes

_TRAILING = regex.compile(r"[\s.,،;؛:!؟?…\-–—(\[]+$")
_REFERENCE = regex.compile(r"\[|\([^()]{2,25}\d\)|(?:رواه|أخرجه|متفق عليه|صدق الله)\b")  # «…» رواه البخاري
_LEADING = regex.compile(r"[\s.,،;؛:\-–—]*")


def statement(context: Context, start: int, *, shape: Shape = "clause") -> Extent | None:
    """The extent of the statement that begins at an offset: without quotation marks that enclose all of it.

    Args:
        context: The sentence.
        start: Where the statement begins.
        shape: What it is; a relative clause after a comma no longer belongs to a noun phrase.
    """
    start = _LEADING.match(context.text, start).end()  # type: ignore[union-attr]
    quotation = context.quotation_at(start)
    whole = quotation is not None and _closes(context, quotation.outer[1])
    if whole and quotation:
        return trim(context.text, *quotation.inner)
    around = context.enclosing(start)
    end = min(around.inner[1], context.sentence.end) if around else context.sentence.end
    return unquoted(context, start, _cut(context, start, end, shape=shape))


def unquoted(context: Context, start: int, end: int) -> Extent | None:
    """A trimmed extent, without the quotation marks where one pair encloses it all."""
    extent = trim(context.text, start, end)
    if extent and (quotation := context.quotation_at(extent[0])) and quotation.outer[1] >= extent[1]:
        return trim(context.text, quotation.inner[0], min(quotation.inner[1], extent[1]))
    return extent


def trim(text: str, start: int, end: int) -> Extent | None:
    """An extent without spaces and punctuation at its ends; ``None`` if nothing is left."""
    piece = text[start:end]
    end = start + len(_TRAILING.sub("", piece))
    start = _LEADING.match(text, start).end()  # type: ignore[union-attr]
    return (start, end) if start < end else None


def _closes(context: Context, offset: int) -> bool:
    """Whether a quotation that ends here is all of the statement: punctuation or nothing follows."""
    rest = context.text[offset : context.sentence.end].lstrip()
    ended = not rest or rest[0] in ".,،؛;!؟?)" or context.text[offset - 2] in ".!؟?"
    return ended or _REFERENCE.match(rest) is not None


def _cut(context: Context, start: int, end: int, *, shape: Shape) -> int:
    """The offset before the first words outside quotations that are the author's again."""
    skip_until = start
    for word in context.words:
        if word.start < skip_until or word.start >= end:
            continue
        if quotation := context.quotation_at(word.start):
            skip_until = quotation.outer[1]
            continue
        if word.start > start and author_resumes(context, word, start=start, shape=shape):
            return max(start, word.token[0])
    return end
