"""Document as the source: جاء في البيان أن …؛ ورد في التقرير: …؛ بيانا جاء فيه …"""

from collections.abc import Iterator

from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.endings import statement
from newsquote.matching import Match, construction
from newsquote.noun_phrases import noun_phrase
from newsquote.openings import find_opening
from newsquote.subjects import antecedent
from newsquote.syntax import Extent
from newsquote.text import fold


@construction
def stated_in(context: Context) -> Iterator[Match]:
    """A verb whose source stands after its preposition, not in its subject."""
    for cue in context.cues:
        if not cue.finite or cue.verb.source_in is None:
            continue
        key = fold(cue.verb.source_in)
        near = context.words[cue.word.index + 1 : cue.word.index + 3]
        preposition = next((word for word in near if word.key == key), None)
        opening = find_opening(context, cue)
        if preposition is None or opening is None or preposition.index + 1 >= len(context.words):
            continue
        following = context.words[preposition.index + 1]
        pronoun = following if following.upos == "PRON" or following.token == preposition.token else None
        if pronoun:
            source = antecedent(context, cue) or _publisher(context, cue)
        else:
            source = noun_phrase(context, following.index, opening.start)
        if said := statement(context, opening.content):
            yield Match(
                construction="stated_in",
                sentence=context.sentence,
                content=(said,),
                cue=((cue.extent[0], (pronoun or preposition).end),),
                verb=pronoun,
                source=source,
                entry=cue.verb.lemma,
                confidence=0.85,
            )


def _publisher(context: Context, cue: Cue) -> Extent | None:
    """Who brought out the document: أصدرت الوزارة بيانا جاء فيه."""
    sentence = context.sentence
    verb = sentence.head(cue.word)
    if verb is not None and verb.upos == "NOUN":
        verb = sentence.head(verb)
    if verb is None or verb.upos != "VERB" or verb.index > cue.word.index:
        return None
    document = next((word for word in sentence.children(verb, "obj") if word.index < cue.word.index), None)
    if document is None or document.key.startswith("ال"):
        return None
    between = (word for word in sentence.children(verb, "nsubj") if verb.index < word.index < document.index)
    subject = next(between, None)
    return noun_phrase(context, subject.index, document.start) if subject else None
