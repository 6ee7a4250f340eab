"""Whether a statement is direct, indirect or mixed."""

from newsquote.boundaries import boundary
from newsquote.matching import Match
from newsquote.models import QuoteType
from newsquote.syntax import Article, Extent, Quotation, in_first_person

_NAME = 3  # words
_MARKS = 6  # code points of marks and spaces before a quotation's first word


def quote_type(article: Article, match: Match) -> QuoteType:
    """Direct: all of it in quotation marks, or in the first person after a colon; mixed: some of it in marks."""
    if all(_quoted(article, span) for span in match.content):
        return "direct"
    if _after_colon(article, match) and _first_person(match):
        return "direct"
    if any(_spoken(match, q) for span in match.content for q in article.quotations_from(*span) if _within(q, span)):
        return "mixed"
    return "indirect"


def _quoted(article: Article, span: Extent) -> bool:
    near = article.quotations_from(max(0, span[0] - _MARKS), span[0] + _MARKS)
    return any(abs(q.inner[0] - span[0]) <= 2 and -1 <= q.inner[1] - span[1] <= 4 for q in near)


def _within(quotation: Quotation, span: Extent) -> bool:
    return span[0] <= quotation.outer[0] and quotation.outer[1] <= span[1] + 1


def _after_colon(article: Article, match: Match) -> bool:
    return article.text[: match.content[0][0]].rstrip().endswith(":")


def _first_person(match: Match) -> bool:
    return in_first_person(match.sentence.between(*match.content[0]))


def _spoken(match: Match, quotation: Quotation) -> bool:
    """Whether words in marks were said so: not a name after its noun, of an outlet, a party, a ship."""
    before = [word for word in match.sentence.words if word.end <= quotation.outer[0]]
    if not before or before[-1].key in boundary("name-noun"):
        return not before
    inner = list(match.sentence.between(*quotation.inner))
    if len(inner) <= _NAME and all(word.upos in ("PROPN", "X", "NUM") for word in inner):
        return False  # "أوبك" تؤمن بالعمل الجماعي
    bare = before[-1].upos == "NOUN" and not before[-1].key.startswith("ال")
    name = bare and len(inner) <= _NAME and not any(word.upos == "VERB" for word in inner)
    return not name
