"""The unexpressed subject of a verb, from the tree: who governs it, or whom its relative clause is about."""

from collections.abc import Iterator

from newsquote.agreement import Agreement, agrees
from newsquote.mentions import Mention, read_source
from newsquote.syntax import Sentence, Word
from newsquote.units import Unit, Units

_HOPS = 12
_LEFT_OUT = frozenset({"case", "acl", "parataxis", "punct", "cc", "mark", "advcl", "ccomp", "conj"})


def governing_subjects(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Subjects of the verbs above a verb, nearest first, and antecedents of the relative clauses that hold it.

    Subjects that stand after the verb are not its own: an omitted subject has been named before.
    """
    at: Word | None = verb
    for _ in range(_HOPS):
        if at is None:
            return
        if at is not verb or at.upos == "PRON":
            for word in sentence.children(at, "nsubj"):
                if word.start < verb.start and word.upos not in ("PRON", "DET") and not sentence.children(word, "case"):
                    yield word
        parent = sentence.head(at)
        if parent is not None and at.relation == "acl" and parent.start < verb.start and parent.upos != "VERB":
            own = [word for word in sentence.children(at, "nsubj", "obj") if word.upos == "PRON" or word.relation == "nsubj"]
            if all(word.upos in ("DET", "PRON") and word.relation == "nsubj" for word in own):  # not: الخطاب الذي ألقاه
                yield parent
        at = parent


def main_subjects(sentence: Sentence) -> Iterator[Word]:
    """The subjects of a sentence's main verbs, last ones first."""
    roots = [word for word in sentence.words if word.head < 0]
    for root in reversed(roots):
        yield from (word for word in sentence.children(root, "nsubj") if word.upos not in ("PRON", "DET"))


def phrase(units: Units, sentence: Sentence, noun: Word, before: int) -> Mention | None:
    """The noun phrase of a subject, without its clauses, up to an offset."""
    end, words = noun.end, [noun]
    waiting = [noun]
    while waiting:
        for child in sentence.children(waiting.pop()):
            if child.relation not in _LEFT_OUT and child.start < before:
                words.append(child)
                waiting.append(child)
    words.sort(key=lambda word: word.start)
    place = words.index(noun)
    start = noun.start
    for word in reversed(words[:place]):
        if word.end < start - 2:
            break
        start = word.start
    for word in words[place + 1 :]:
        if word.start > end + 3:
            break
        end = max(end, word.end)
    found: list[Unit] = units.within((start, end))
    return read_source(found)


def fits(mention: Mention, wanted: Agreement) -> bool:
    """Whether a phrase can be the subject of a verb that shows some gender and number."""
    human = mention.reading.human if mention.reading else True if mention.name else None
    return agrees(mention.gender, mention.number if mention.description else None, human, wanted)
