"""What a sayer takes something for that was named before: إجراء تعتبره النقابات ظالما؛ اللقاء الذي عدّه الوزير ناجحا."""

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.noun_phrases import noun_phrase_after
from newsquote.prepositional_complements import Complement
from newsquote.syntax import Word

_TANWIN = "\u064b"


def judges(context: Context, cue: Cue) -> bool:
    """Whether a verb's object is the pronoun fused to it, so that its content is what the object is taken for."""
    judging = cue.verb.object_in_content and cue.takes("noun") and cue.takes("clause") and not cue.takes("ب noun")
    return cue.finite and judging and context.sentence.has_pronoun(cue.word)


def describes_it(context: Context, cue: Cue) -> bool:
    """Whether a verb describes what the pronoun fused to it stands for: ما يصفونه بالفساد."""
    return cue.finite and cue.verb.family == "describing" and context.sentence.has_pronoun(cue.word)


def find_predicate(context: Context, cue: Cue, limit: int) -> Complement | None:
    """The indefinite adjective or noun after the verb's pronoun, or after a sayer that follows it."""
    first = next(context.sentence.between(cue.word.token[1], limit), None)
    if first is None:
        return None
    told = Complement(first.token[0], first.start, linked=True)
    if _indefinite(context, first) and (first.upos == "ADJ" or cue.form.gender == "masculine"):
        return told  # وتعتبرها ضرورية؛ عدّه خطوة
    quotation = next((each for each in context.quotations if cue.word.end <= each.outer[0] < limit), None)
    sayer = noun_phrase_after(context, first.index, quotation.outer[0] if quotation else limit, object_follows=True)
    following = next(context.sentence.between(sayer[1], limit), None) if sayer else None
    if following and (context.quotation_at(following.start) or _indefinite(context, following)):
        return Complement(following.start, following.start, linked=True)
    second = context.after(first)
    described = second is not None and second.upos == "ADJ" and _indefinite(context, second)
    return told if described and _indefinite(context, first) else None  # ما تعتبرها سياسة عدائية


def _indefinite(context: Context, word: Word) -> bool:
    """Whether a noun or adjective shows by its ending that it is indefinite and accusative, or may be: خطأ، ظالما."""
    whole = context.text[slice(*word.token)].rstrip(_TANWIN)
    return word.upos in ("ADJ", "NOUN") and not word.key.startswith("ال") and whole.endswith(("ا", "أ", "ة", "ء"))
