"""Words after which nothing belongs to a statement that is a noun phrase: نفى التهم، لكن المحكمة أدانته."""

from itertools import dropwhile

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.participle_tails import circumstance
from newsquote.syntax import Word
from newsquote.text import TANWIN, fold


def leaves_noun(context: Context, word: Word, *, comma: bool) -> bool:
    """Whether a word after a pause no longer belongs to a noun phrase."""
    if word.key in boundary("noun-tail") or circumstance(word) or _finite_follows(context, word):
        return True
    return comma and _told_bare(context, word)


def told(context: Context, conjunction: Word, start: int, *, pause: bool) -> bool:
    """Whether و leads to a perfect, the next event, with a pause or no verb before that it might be joined to."""
    following = _verb_after(context, conjunction)
    if conjunction.key not in {"و", "كما"} | boundary("contrast") or following is None:
        return False
    told = following.feats.get("Aspect") == "Perf" or context.words[following.index - 1].key == "لم"
    if not (told or _again(context, following, start)):
        return False
    if not pause and (conjunction.index == 0 or context.words[conjunction.index - 1].key == "ما"):  # بما وصفوه
        return False
    sure = following.index in context.cue_at or following.form.endswith(("ت", "تا", "وا"))  # no noun: وشد الرحال
    sure = sure or following.index > conjunction.index + 1 or conjunction.key != "و"
    return pause or (sure and all(word.upos != "VERB" for word in context.sentence.between(start, conjunction.start)))


def _again(context: Context, verb: Word, start: int) -> bool:
    """Whether a verb of saying goes on as the one before the statement began: يندد بالقصف ويؤكد ارتفاع عدد الضحايا."""
    before = [cue for cue in context.cues if cue.finite and cue.word.end <= start]
    cue = context.cue_at.get(verb.index)
    if cue is None or not before or cue.form.shape != "imperfect":
        return False
    return (before[-1].form.shape, before[-1].form.gender) == (cue.form.shape, cue.form.gender)


def contrasts(context: Context, word: Word, *, pause: bool) -> bool:
    """Whether لكن or إلا أن tells what happened against a noun phrase: نفى التهم، لكن المحكمة أدانته."""
    if not pause:
        return False
    key = fold(context.text[slice(*word.token)])
    if key.removeprefix("و").startswith("لكن"):
        return True
    following = context.after(word)
    return word.key in boundary("exception") and following is not None and following.key.startswith("ان")


def _told_bare(context: Context, word: Word) -> bool:
    """Whether a perfect right after a comma tells what else happened: أدان تصريحات، اتهم فيها النائب خصومه."""
    if word.upos != "VERB" or word.key in boundary("time"):  # ، ظهر الأحد
        return False
    return word.feats.get("Aspect") == "Perf" and not context.sentence.has_pronoun(word)


def _finite_follows(context: Context, conjunction: Word) -> bool:
    """Whether و or بينما leads to a finite verb, or ف to a conclusion, which no longer belongs to a noun phrase."""
    if conjunction.key == "ف" and conjunction.upos == "CCONJ":
        return True
    if conjunction.upos not in ("CCONJ", "SCONJ"):
        return False
    following = context.after(conjunction) or conjunction
    another = conjunction.key == "و" and (following.upos == "AUX" or following.key in boundary("subordinator"))
    return another or _verb_after(context, conjunction) is not None  # ، وكانت الشركة قد، وعندما


def _verb_after(context: Context, conjunction: Word) -> Word | None:
    """The finite verb right after a conjunction, its particles and adverbs aside: وقد قتلوا، ومؤخرًا شملت."""
    particles = boundary("particle") - {"ما"}  # وما أفضت إليه من احتجاجات
    following = dropwhile(
        lambda word: word.key in particles or word.form.endswith(TANWIN), context.words[conjunction.index + 1 :]
    )
    verb = next(following, None)
    return verb if verb is not None and verb.upos == "VERB" else None
