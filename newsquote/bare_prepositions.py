"""A ب or ل that is a word of its own before a quotation mark is the verb's: وصفه بـ | «الناجح»."""

from dataclasses import replace

import regex

from newsquote.endings import trim
from newsquote.matching import Match
from newsquote.syntax import Article

_BARE = regex.compile(r"[بل]ـ?\s*(?=[«“\"„‟‘’'‹])")


def without_preposition(article: Article, match: Match) -> Match:
    """An attribution without such a preposition and the marks, where its whole statement stands in them."""
    start, end = match.content[0]
    bare = _BARE.match(article.text, start, end)
    quotation = next(iter(article.quotations_from(bare.end(), bare.end() + 1)), None) if bare else None
    if quotation is None or quotation.outer[1] < end:
        return match
    inner = trim(article.text, quotation.inner[0], min(quotation.inner[1], end))
    return replace(match, content=(inner, *match.content[1:])) if inner else match
