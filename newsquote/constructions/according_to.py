"""According-to phrase: وفقا للوزارة، …؛ …، بحسب مصدر أمني؛ …، حسبما أفاد المتحدث؛ كما قال الوزير."""

from collections.abc import Iterator, Sequence

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.endings import statement, trim, unquoted
from newsquote.leads import lead_end
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase, noun_phrase_after
from newsquote.openings import find_opening
from newsquote.outlets import leads_to_outlet
from newsquote.source_phrases import PhraseInText, source_phrase_at
from newsquote.syntax import Extent, Word
from newsquote.text import fold

_CLAUSE = 25  # words of a relative clause after the source: تقرير أعدته الوزارة
_PHRASE = 10  # words of a prepositional phrase after the source: تقرير لموقع إخباري
_FAR = 30  # words from the source to a فإن that opens the statement
_NEAR = 4  # words of a source before a verb that qualifies it
_OPENER = 4  # words: a comma, فإن
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
                source=source,
                via=_via(context, end),
                entry=phrase.entry.lemma,
                confidence=0.85,
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
        if words[last + 1].upos not in ("NOUN", "PROPN", "X"):
            last -= 1
    source = noun_phrase_after(context, last + 1, context.sentence.end)
    if source and not phrase.verb and source[0] > words[last + 1].end:
        return last, None
    return last, source


def _around(context: Context, word: Word, end: int) -> tuple[Extent, ...]:
    """The sentence without the phrase: what follows it where it leads, what precedes it otherwise, or both."""
    sentence, text = context.sentence, context.text
    before = _without_that(context, trim(text, lead_end(context), word.start))
    resumption = _past_modifiers(context, end)
    after = trim(text, resumption, sentence.end)
    leads = before is None or before[0] >= word.start or _only_conjunction(context, before) or _joined(context, word)
    resumed = not leads and _fa(context, list(sentence.between(end, sentence.end))[:_OPENER]) is not None
    if resumed and before and any(each.key in boundary("condition") for each in sentence.between(*before)):
        return (before, after) if after else (before,)
    if leads or resumed:
        return (said,) if after and (said := statement(context, after[0])) else ()
    if before and after and (_resumes(context, end, resumption) or _unfinished(context, word, before, resumption)):
        return before, after
    return (said,) if before and (said := unquoted(context, *before)) else ()


def _joined(context: Context, word: Word) -> bool:
    """Whether و joins the phrase to what precedes, so that it leads the next statement: …، وبحسب الوزارة فإن."""
    before = context.words[word.index - 1] if word.index else word
    return before.key in ("و", "ف") and before.upos == "CCONJ"


def _unfinished(context: Context, word: Word, before: Extent, resumption: int) -> bool:
    """Whether what precedes is no sentence yet, and goes on after a comma: الفيلم، حسب مخرجه الذي …، يوجه دعوة."""
    said = list(context.sentence.between(*before))
    pause = context.words[word.index - 1].form in "،,"
    closed = context.text[:resumption].rstrip().endswith(("،", ","))
    following = next(context.sentence.between(resumption, context.sentence.end), None)
    if following is None or following.upos in ("CCONJ", "SCONJ") or following.index in context.cue_at:
        return False
    if closed and all(each.upos != "VERB" for each in said):
        return True
    return pause and closed and following.upos == "ADP" and len(said) <= _SHORT


def _without_that(context: Context, extent: Extent | None) -> Extent | None:
    """The statement without a وذلك that leads to the phrase: …، وذلك وفق بيان."""
    last = list(context.sentence.between(*extent))[-1:] if extent else []
    if extent and last and last[0].key == "ذلك":
        return trim(context.text, extent[0], last[0].token[0])
    return extent


def _past_modifiers(context: Context, end: int) -> int:
    """Past what qualifies a source, and the comma and فإن that follow: تقرير أعدته الوزارة، فإن."""
    following = list(context.sentence.between(end, context.sentence.end))
    first = following[0] if following else None
    if first is None:
        return end
    pause = first.form in "،,"
    opener = next((word for word in following if word.upos != "PUNCT"), first)
    possessed = context.words[first.index - 1].upos == "PRON"  # بحسب كلامه، التي: of what precedes, not of him
    relative = not possessed and (opener.key in boundary("relative") or _described(context, opener))
    if (resumption := _fa(context, following)) is not None and (relative or not pause):
        return resumption
    if relative or (first.upos == "VERB" and _indefinite(context, first)) or (first.upos == "ADP" and not pause):
        reach = _PHRASE if first.upos == "ADP" else _CLAUSE
        end = _past_comma(following[1 + pause : reach], end)
        opener = next(
            (word for word in context.sentence.between(end, context.sentence.end) if word.upos != "PUNCT"), first
        )
        if _described(context, opener):
            end = _past_comma(context.words[opener.index : opener.index + _CLAUSE], end)
    return _past_fa(context, end)


def _past_comma(words: Sequence[Word], end: int) -> int:
    return next((word.start for word in words if word.form in "،,"), end)


def _described(context: Context, word: Word) -> bool:
    """Whether words say who the source is: وهي شركة أميركية."""
    return fold(context.text[slice(*word.token)]) in ("وهو", "وهي")


def _fa(context: Context, following: Sequence[Word]) -> int | None:
    """Where the statement begins that فإن or فقد opens, unless a condition calls for its ف."""
    for word in following[:_FAR]:
        if word.key in boundary("condition"):
            return None
        mates = [each.key for each in context.words[word.index + 1 : word.index + 2] if each.token == word.token]
        if word.token[0] == word.start and (
            word.key in ("فان", "فقد") or (word.key == "ف" and mates in (["ان"], ["قد"]))
        ):
            return _past_fa(context, word.start)
    return None


def _indefinite(context: Context, verb: Word) -> bool:
    """Whether the source before a verb is indefinite, so that the verb qualifies it: تقرير أعدته الوزارة."""
    before = context.words[max(0, verb.index - _NEAR) : verb.index]
    if before[-1].upos not in ("NOUN", "ADJ"):
        return False
    noun = next((word for word in before if word.upos == "NOUN"), None)
    return noun is not None and not any(word.key.startswith("ال") for word in context.words[noun.index : verb.index])


def _past_fa(context: Context, end: int) -> int:
    """Past the comma and فإن that follow a leading phrase."""
    for word in context.sentence.between(end, context.sentence.end):
        if word.upos == "PUNCT":
            continue
        if word.token[0] == word.start and word.key in ("فان", "ف"):
            mates = [w for w in context.words if w.token == word.token]
            if word.key == "ف" and not (len(mates) > 1 and mates[1].key == "ان"):
                return word.end
            fused = len(mates) > (2 if word.key == "ف" else 1)
            return word.token[0] if fused else word.token[1]
        return word.start
    return end


def _only_conjunction(context: Context, extent: Extent) -> bool:
    return all(word.upos in ("CCONJ", "PUNCT", "PART") for word in context.sentence.between(*extent))


def _resumes(context: Context, end: int, resumption: int) -> bool:
    """Whether the statement goes on after the phrase, closed by a comma, and not with the author's tail."""
    rest = list(context.sentence.between(end, context.sentence.end))
    if not rest or rest[0].form not in "،,":
        return False
    following = next((word for word in rest if word.upos != "PUNCT"), None)
    if following is None or following.upos in ("CCONJ", "SCONJ") or following.index in context.cue_at:
        return False
    return len(rest) > 3 and following.start >= resumption  # not: …، بحسب الصحيفة، التي أشارت


def _via(context: Context, end: int) -> Extent | None:
    """The outlet right after the source: مصدران لوكالة …"""
    word = next(context.sentence.between(end, context.sentence.end), None)
    if word is None or not leads_to_outlet(context, word):
        return None
    return noun_phrase(context, word.index + 1, context.sentence.end)
