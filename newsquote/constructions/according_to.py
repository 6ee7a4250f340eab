"""According-to phrase: وفقا للوزارة، …؛ …، بحسب مصدر أمني؛ …، حسبما أفاد المتحدث؛ كما قال الوزير."""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.endings import source_phrase_at, trim, unquoted
from newsquote.leads import lead_end
from newsquote.matching import Match, construction
from newsquote.sayers import leads_to_outlet, noun_phrase, noun_phrase_after
from newsquote.syntax import Extent, Word


@construction
def according_to(context: Context) -> Iterator[Match]:
    """A source phrase, its source, and the sentence around it."""
    for word in context.words:
        if context.enclosing(word.start):
            continue
        phrase = source_phrase_at(context, word)
        if phrase is None or (attribution := _attribution(context, word, len(phrase.words), phrase.takes)) is None:
            continue
        cue, source, verb, end = attribution
        if spans := _around(context, word, end):
            yield Match(
                construction="according_to",
                sentence=context.sentence,
                content=spans,
                cue=(cue,),
                verb=verb,
                source=source,
                via=_via(context, source, end),
                entry=phrase.lemma,
                confidence=0.85,
            )


def _attribution(
    context: Context, word: Word, length: int, takes: tuple[str, ...]
) -> tuple[Extent, Extent | None, Word | None, int] | None:
    """The cue's extent, the source, the word it agrees with, and where the phrase ends."""
    words, index = context.words, word.index + length
    if "verb" in takes:
        after = index + (index < len(words) and words[index].key == "ما" and "noun" in takes)
        cue = next((context.cue_at[i] for i in range(after, min(after + 2, len(words))) if i in context.cue_at), None)
        if cue and cue.finite:
            last = cue.word.index
            while last + 1 < len(words) and (words[last + 1].token == cue.word.token or words[last + 1].key == "به"):
                last += 1
            if last + 2 < len(words) and words[last + 1].key == "ب" and words[last + 2].upos == "PRON":
                last += 2
            source = noun_phrase_after(context, last + 1, context.sentence.end)
            end = source[1] if source else words[last].end
            return (word.start, words[last].end), source, cue.word, end
        if takes == ("verb",) or after > index:
            return None
    if index >= len(words):
        return None
    if "pronoun" in takes and words[index].upos == "PRON":
        return (word.start, words[index].end), None, words[index], words[index].end
    if "noun" not in takes or words[index].upos in ("VERB", "SCONJ", "PUNCT") and not context.quotation_at(words[index].start):
        return None
    source = noun_phrase_after(context, index, context.sentence.end)
    if source is None or source[0] > words[index].end:
        return None
    return (word.start, words[index - 1].end), source, None, source[1]


def _around(context: Context, word: Word, end: int) -> tuple[Extent, ...]:
    """The sentence without the phrase: what follows it where it leads, what precedes it otherwise, or both."""
    sentence, text = context.sentence, context.text
    begin = lead_end(context)
    before = trim(text, begin, word.start)
    after = trim(text, _past_fa(context, end), sentence.end)
    if before is None or before[0] >= word.start or _only_conjunction(context, before):
        return (after,) if after and (after := unquoted(context, *after)) else ()
    if after is None or not _resumes(context, end):
        return (before,) if (before := unquoted(context, *before)) else ()
    return (before, after)


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


def _resumes(context: Context, end: int) -> bool:
    """Whether the statement goes on after the phrase, closed by a comma, and not with the author's tail."""
    rest = [word for word in context.sentence.between(end, context.sentence.end)]
    if not rest or rest[0].form not in "،,":
        return False
    following = next((word for word in rest if word.upos != "PUNCT"), None)
    if following is None or following.upos in ("CCONJ", "SCONJ") or following.index in context.cue_at:
        return False
    return len(rest) > 3


def _via(context: Context, source: Extent | None, end: int) -> Extent | None:
    for word in context.sentence.between(end, context.sentence.end):
        if leads_to_outlet(context, word):
            return noun_phrase(context, word.index + 1, context.sentence.end)
        return None
    return None
