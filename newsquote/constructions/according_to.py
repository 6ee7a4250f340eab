"""According-to phrase: وفقا للوزارة، …؛ …، بحسب مصدر أمني؛ …، حسبما أفاد المتحدث؛ كما قال الوزير."""

from collections.abc import Iterator

from newsquote.boundaries import boundary
from newsquote.complementizers import is_complementizer
from newsquote.context import Context
from newsquote.endings import statement, trim, unquoted
from newsquote.leads import lead_end
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase_after
from newsquote.openings import find_opening
from newsquote.phrase_ends import accusative
from newsquote.relayers import outlet_from
from newsquote.source_modifiers import past_modifiers, resumption
from newsquote.source_phrases import PhraseInText, source_phrase_at
from newsquote.syntax import Extent, Word

_OPENER = 4  # words: a comma, فإن
_NEEDED = frozenset({"obj", "ccomp", "xcomp", "csubj"})
_FULL = frozenset({"NOUN", "PROPN", "VERB"})
_MEANWHILE = frozenset({"وقت", "حين"})
_REST = 3  # words after the phrase among which the rest of its clause begins
_SHORT = 5  # words of a beginning that is no statement yet


@construction
def according_to(context: Context) -> Iterator[Match]:
    """A source phrase, its source, and the sentence around it."""
    after = 0
    for word in context.words:
        phrase = source_phrase_at(context, word) if word.index >= after else None
        if phrase is None or context.enclosing(word.start) or _between(context, word):
            continue
        after = phrase.after
        last, source = _source(context, phrase)
        if source is None and not phrase.verb and context.words[last].upos != "PRON":
            continue
        end = source[1] if source else context.words[last].end
        if spans := _around(context, word, end):
            yield Match(
                construction="according_to",
                sentence=context.sentence,
                content=spans,
                cue=((word.start, context.words[last].end),),
                verb=phrase.verb,
                form=phrase.cue.form if phrase.cue else None,
                source=source,
                via=_via(context, end),
                entry=phrase.entry.lemma,
                confidence=0.8,
            )


def _between(context: Context, word: Word) -> bool:
    """Whether the phrase stands between a verb and its content, which then is its content too: أعلن نقلا عن … أن."""
    cue = next((cue for cue in reversed(context.cues) if cue.finite and cue.word.end <= word.start), None)
    opening = find_opening(context, cue) if cue else None
    return opening is not None and word.start < opening.start


def _source(context: Context, phrase: PhraseInText) -> tuple[int, Extent | None]:
    """The index of the cue's last word, and the source after it."""
    words, last = context.words, phrase.after - 1
    if phrase.verb:
        last = phrase.verb.index
        while last + 1 < len(words) and words[last + 1].token == words[last].token:
            last += 1
        if last + 2 < len(words) and words[last + 1].upos == "ADP":
            stated = phrase.cue is not None and phrase.cue.verb.source_in is not None
            if stated or words[last + 2].upos == "PRON":
                last += 1 if stated else 2
    elif words[phrase.after].upos == "PRON":
        return phrase.after, None
    elif words[phrase.after].key in boundary("utterance") and phrase.after + 1 < len(words):
        last = phrase.after
        if words[last + 1].upos == "PRON":
            return last + 1, None  # وفق تأكيده
        if words[last + 1].upos not in ("NOUN", "PROPN", "X"):
            last -= 1
    source = noun_phrase_after(context, last + 1, context.sentence.end)
    if source and not phrase.verb and source[0] > words[last + 1].end:
        return last, None
    return last, source


def _around(context: Context, word: Word, end: int) -> tuple[Extent, ...]:
    """The sentence without the phrase: what follows it where it leads, what precedes it otherwise, or both."""
    sentence, text = context.sentence, context.text
    before = _without_that(context, trim(text, _begin(context, word), word.start))
    begins = past_modifiers(context, end)
    after = trim(text, begins, sentence.end)
    colon = text[begins : begins + 2].lstrip().startswith(":")  # تبين حسب الوصف: …
    leads = before is None or before[0] >= word.start or _only_conjunction(context, before)
    leads = leads or colon or _joined(context, word)
    resumed = not leads and resumption(context, list(sentence.between(end, sentence.end))[:_OPENER]) is not None
    if resumed and before and any(each.key in boundary("condition") for each in sentence.between(*before)):
        return (before, after) if after else (before,)
    if leads or resumed:
        return (said,) if after and (said := statement(context, after[0])) else ()
    if before and after and (_resumes(context, end, begins) or _unfinished(context, word, before, begins)):
        return before, after
    return (said,) if before and (said := unquoted(context, *before)) else ()


def _begin(context: Context, word: Word) -> int:
    """Where what precedes begins: with its sentence, or the clause in which the phrase stands with no pause before."""
    for cue in reversed(context.cues):
        opening = find_opening(context, cue) if cue.word.end <= word.start else None
        if opening and opening.kind == "clause" and opening.start < word.start:
            said = statement(context, opening.content)
            return opening.content if said and word.start < said[1] else lead_end(context)
    return lead_end(context)


def _joined(context: Context, word: Word) -> bool:
    """Whether و joins the phrase to what precedes, so that it leads the next statement: …، وبحسب الوزارة فإن."""
    before = context.before(word)
    return before is not None and before.key in ("و", "ف") and before.upos == "CCONJ"


def _unfinished(context: Context, word: Word, before: Extent, begins: int) -> bool:
    """Whether what precedes is no sentence yet, and goes on after a comma: الفيلم، حسب مخرجه الذي …، يوجه دعوة."""
    said = list(context.sentence.between(*before))
    pause = context.words[word.index - 1].form in "،,"
    closed = context.text[:begins].rstrip().endswith(("،", ","))
    following = next(context.sentence.between(begins, context.sentence.end), None)
    if following is None:
        return False
    inserted = not (pause or closed)
    if inserted and following.key in boundary("complementizer"):
        return True  # بيّن العلماء حسب الباحثة | أن
    if following.upos in ("CCONJ", "SCONJ") or following.index in context.cue_at or _authors_tail(context, following):
        return False
    if (closed and all(each.upos != "VERB" for each in said)) or (inserted and accusative(following)):
        return True
    rest = context.words[following.index : following.index + _REST]
    needed = _NEEDED | {"obl"} if inserted else _NEEDED
    if any(each.head in range(word.index) and each.relation in needed and each.upos in _FULL for each in rest):
        return True  # يضم الهاتف بحسب الشركة | شاشتين
    return pause and closed and following.upos == "ADP" and len(said) <= _SHORT


def _without_that(context: Context, extent: Extent | None) -> Extent | None:
    """The statement without a وذلك that leads to the phrase: …، وذلك وفق بيان."""
    last = list(context.sentence.between(*extent))[-1:] if extent else []
    if extent and last and last[0].key == "ذلك":
        return trim(context.text, extent[0], last[0].token[0])
    return extent


def _only_conjunction(context: Context, extent: Extent) -> bool:
    """Whether nothing but a conjunction or أنه stands before the phrase: مضيفا أنه وفقا للوزارة."""
    empty = ("CCONJ", "PUNCT", "PART", "PRON")
    return all(word.upos in empty or is_complementizer(word) for word in context.sentence.between(*extent))


def _resumes(context: Context, end: int, begins: int) -> bool:
    """Whether the statement goes on after the phrase, closed by a comma, and not with the author's tail."""
    rest = list(context.sentence.between(end, context.sentence.end))
    if not rest or rest[0].form not in "،,":
        return False
    following = next((word for word in rest if word.upos != "PUNCT"), None)
    if following is None or following.upos in ("CCONJ", "SCONJ") or following.index in context.cue_at:
        return False
    if following.key in boundary("relative") and context.words[rest[0].index - 1].upos != "PRON":
        return False  # …، حسبما أفاد المدير، الذي أضاف أن
    if _authors_tail(context, following):
        return False
    return len(rest) > 3 and following.start >= begins  # not: …، بحسب الصحيفة، التي أشارت


def _authors_tail(context: Context, word: Word) -> bool:
    """Whether a word begins what an author adds: …، بحسب الوزارة، علما أن; …، بحسب الوزارة، في الوقت الذي."""
    following = context.after(word)
    meanwhile = word.key == "في" and following is not None and following.key.removeprefix("ال") in _MEANWHILE
    return meanwhile or word.key in boundary("noun-tail")


def _via(context: Context, end: int) -> Extent | None:
    """The outlet right after the source: مصدران لوكالة …، بيان نقلته صحيفة …، البيان الذي أوردته وكالة …"""
    words = list(context.sentence.between(end, context.sentence.end))
    if words and words[0].key in boundary("relative"):
        words = words[1:]
    return outlet_from(context, words[0], context.sentence.end) if words else None
