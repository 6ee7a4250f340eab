"""Why no construction found anything at a cue: the conditions that they share, asked one by one."""

from newsquote.boundaries import boundary
from newsquote.complements import find_complement
from newsquote.context import Context
from newsquote.cues import Cue, withholds_name
from newsquote.endings import statement
from newsquote.openings import find_opening
from newsquote.prepositional_complements import Complement
from newsquote.sayers import find_sayer
from newsquote.source_phrases import governed
from newsquote.spellings import spellings
from newsquote.syntax import Extent, Word
from newsquote.unsaid import unsaid

_LATIN = {"ب": "bi-", "إلى": "ila", "من": "min", "على": "ala", "عن": "an", "في": "fi", "ل": "li-"}
_FINITE = ("perfect", "imperfect")
_CLOSED_CLASS = ("ADP", "CCONJ", "SCONJ", "PART", "PRON")  # بين، دون، عبر are nearly never verbs


def why_no_match(context: Context, cue: Cue) -> str:
    """Why a reporting verb, participle or masdar came to nothing."""
    if governed(context, cue):
        return "it belongs to a source phrase"
    opening = find_opening(context, cue)
    complement = None if opening else find_complement(context, cue)
    found = opening or complement
    if found is None:
        return f"no content opens after it; it takes {', '.join(map(_in_english, cue.verb.takes))}"
    if cue.finite and cue.verb.source_in:
        return "no source stands after its preposition"
    if cue.form.shape == "masdar":
        return "after a masdar a sayer must follow, and then a clause or a quotation"
    source = find_sayer(context, cue, found.start).source if cue.finite else None
    if cue.finite and (reason := unsaid(context, cue, source, noun=opening is None)):
        return reason
    if statement(context, found.content) is None:
        return "nothing is left of the content"
    return _why_no_noun(cue, complement, source) or "each construction wants something more here; ask their modules"


def _why_no_noun(cue: Cue, complement: Complement | None, source: Extent | None) -> str | None:
    """Why a noun phrase is no content."""
    if complement is None or not cue.finite:
        return None
    if cue.passive or cue.form.passive:
        return "a passive with a noun phrase"
    if source is None and cue.form.shape == "imperfect":
        return "an imperfect with a noun phrase and no subject"
    if cue.verb.common and not complement.linked:
        return "an everyday word, and the parse gives it no such object"
    return None


def missed_cue(context: Context, word: Word) -> tuple[str, str] | None:
    """The entry of a verb that a word is spelled like, and why it is not read as one."""
    if word.index in context.cue_at or word.upos in _CLOSED_CLASS:
        return None
    for key, _ in spellings(context.sentence, word):
        forms = [reading for reading in context.lexicon.verb_forms(key) if reading.form.shape in _FINITE]
        if forms:
            return forms[0].verb.lemma, _why_no_cue(context, word)
    return None


def _why_no_cue(context: Context, word: Word) -> str:
    if word.key in boundary("homograph"):
        return "nearly always another word"
    if withholds_name(context.sentence, word):
        return "it withholds a name"
    return f"the parser takes it for {word.upos}"


def why_no_phrase(context: Context, word: Word) -> str:
    """Why a source phrase came to nothing."""
    if context.enclosing(word.start):
        return "it stands inside a quotation"
    return "no source follows it, or no statement is left around it"


def why_no_quotation(context: Context) -> str:
    """Why words in quotation marks belong to no statement."""
    if not context.cues:
        return "no cue in the sentence"
    return "no cue takes it: a name, a title, or somebody's words without a verb for them"


def _in_english(frame: str) -> str:
    """A frame without Arabic letters, so that it can stand in a line that runs from left to right."""
    preposition, _, kind = frame.rpartition(" ")
    return f"{_LATIN[preposition]} + {kind}" if preposition else kind
