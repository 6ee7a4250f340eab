"""The unexpressed subject of a verb, from the tree: who governs it, or whom its relative clause is about."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsquote.boundaries import boundary
from newsquote.countries import countries, feminine_countries
from newsquote.phrase_ends import tells_how
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Organization
from newsquote.speakers.agreement import Agreement, Subject
from newsquote.speakers.anonymity import picks_many
from newsquote.speakers.mentions import Mention, respectful
from newsquote.speakers.running import read_running
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units
from newsquote.syntax import Sentence, Word

_HOPS = 12
_DATELINE = 12  # words
_PEOPLE: Agreement = ("masculine", "plural")
_WORDS = 60  # from the beginning of a sentence


def governing_subjects(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """Subjects of the verbs above a verb, nearest first, and antecedents of the relative clauses that hold it.

    Subjects that stand after the verb are not its own: an omitted subject has been named before.
    """
    at: Word | None = verb
    for _ in range(_HOPS):
        if at is None:
            return
        if at is not verb or at.upos == "PRON":
            for word in _subjects_of(sentence, at):
                if word.start < verb.start and word.upos not in ("PRON", "DET") and not sentence.children(word, "case"):
                    yield word
        parent = sentence.head(at)
        if parent is not None and at.relation == "acl" and parent.start < verb.start and parent.upos != "VERB":
            its_own = any(word.upos not in ("DET", "PRON") for word in sentence.children(at, "nsubj"))
            if not its_own and not _resumed(sentence, at):  # الخطاب الذي ألقاه الوزير
                yield parent
        at = parent


def _resumed(sentence: Sentence, verb: Word) -> bool:
    """Whether a relative clause takes up its antecedent as an object, or as where something is said: قالت فيها."""
    if any(word.upos == "PRON" for word in sentence.children(verb, "obj")):
        return True
    back = (word for word in sentence.children(verb, "obl") if word.upos == "PRON")
    return any(case.key == "في" for word in back for case in sentence.children(word, "case"))


def near_subject(sentence: Sentence, participle: Word, after: int) -> Word | None:
    """The expressed subject of the verb that a participle depends on, if that verb stands after an offset."""
    verb = sentence.head(participle)
    for _ in range(_HOPS):
        if verb is None or verb.upos == "VERB":
            break
        verb = sentence.head(verb)
    if verb is None or verb.upos != "VERB" or verb.index > participle.index or verb.start <= after:
        return None
    main = verb.head < 0 or verb.relation == "conj"
    first = 0 if main else verb.index  # before a verb in a clause stands whom the clause is about: إن الرئيس
    found = (word for word in _subjects_of(sentence, verb) if first <= word.index < participle.index)
    return next((word for word in found if word.upos not in ("PRON", "DET", "NUM")), None)


def _subjects_of(sentence: Sentence, verb: Word) -> list[Word]:
    """A verb's subjects: those after it first, for a dateline may go before (دبي — انتقد الوزير); then nearest."""
    subjects = sentence.children(verb, "nsubj")
    return sorted(subjects, key=lambda word: (word.start < verb.start, abs(word.index - verb.index)))


def main_subjects(sentence: Sentence) -> Iterator[Word]:
    """The subjects of a sentence's main verbs, last ones first."""
    roots = [word for word in sentence.words if word.head < 0]
    for root in reversed(roots):
        yield from (word for word in _subjects_of(sentence, root) if word.upos not in ("PRON", "DET"))


def phrase(units: Units, noun: Word, limit: int | None = None) -> Mention | None:
    """The noun phrase that a subject heads, as far as it surely goes; never past an offset, if one is given."""
    at = units.at(noun.start)
    if at == len(units.all) or units.all[at].start != noun.start or noun.upos in ("NUM", "VERB", "ADP"):
        return None
    found = read_running(units.all, at)
    if limit is not None and found is not None and found.end > limit > noun.start:
        return read_running(units.all[at : units.at(limit)], 0)
    return found


def fits(mention: Mention, wanted: Agreement) -> bool:
    """Whether a phrase can be the subject of a verb that shows some gender and number."""
    if respectful(mention) or (len(mention.units) == 1 and tells_how(mention.head.word)):  # قال مبتسما
        return False
    if picks_many(mention):  # تجمع عدد من السكان مطالبين
        return Subject(None, "plural", human=True).agrees(wanted) or wanted[1] == "singular"
    human = mention.reading.human if mention.reading else True if mention.name else None
    country = mention.head.key in feminine_countries() and mention.reading is None
    return Subject("feminine" if country else mention.gender, mention.number, human).agrees(wanted)


def may_speak(mention: Mention, wanted: Agreement) -> bool:
    """Whether a phrase is for somebody who speaks: a person, a body, a document, a name, or what only people can be."""
    if is_thing(mention) or respectful(mention):
        return False
    named = bool(mention.name) or mention.head.proper or mention.head.key in countries()
    if named or mention.reading is not None:
        return True
    if mention.head.bare in source_lexicon().quantifiers:  # أحد النواب; كثير من المحللين … واعتبروا
        return wanted == _PEOPLE or (len(mention.units) > 1 and mention.number != "plural")
    return mention.number == "plural" and mention.head.bare.endswith("ون")


def is_thing(mention: Mention) -> bool:
    """Whether a phrase is about what cannot speak: an object taken for a subject (ووصف الأمر)."""
    thing = source_lexicon().things.get(mention.head.bare)
    if thing is None or mention.name or not mention.head.definite:
        return False
    return not thing.alone or len(mention.units) == 1


def subjects_by_place(units: Units, start: int, end: int) -> Iterator[Mention]:
    """Where a tree is broken: who stands right after a verb, or opens a sentence, between two offsets."""
    first, last = units.at(start), units.at(end)
    for at in range(first, min(last, first + _WORDS)):
        unit = units.all[at]
        before = units.all[at - 1].word
        led = before.upos == "VERB" or before.key in boundary("complementizer")  # ذكرت الصحيفة أن المدرب … مؤكدا
        opens = led or (at == first and not _dateline(units, at))
        if opens and not unit.preposition and (unit.proper or unit.reading is not None):
            yield from _ending_before(units, at, end)


def nearest_first(
    units: Units, start: int, end: int, *, led_by: frozenset[str] = frozenset(), bodies: bool = False
) -> Iterator[Mention]:
    """Whom the words between two offsets name, wherever they stand, the last one first: دفع الحادث نشطاء … منددين.

    Args:
        units: The article's.
        start: The one offset.
        end: The other one.
        led_by: Prepositions that may lead to them.
        bodies: Whether definite bodies count, too.
    """
    for at in reversed(range(units.at(start), units.at(end))):
        unit, before = units.all[at], units.all[at - 1] if at else None
        apart = before is not None and before.word.upos == "ADP" and not before.suffixed and before.key not in led_by
        governed = apart or (unit.preposition and unit.surface[0] not in led_by)
        of_body = before is not None and before.reading is not None and not before.reading.human  # موقع تويتر
        named = _names_somebody(unit) or (bodies and _definite_body(units.all[at : at + 2]))
        if named and not governed and not of_body:
            yield from _ending_before(units, at, end)


def _ending_before(units: Units, at: int, end: int) -> Iterator[Mention]:
    """The phrase at a place, if it is over before an offset."""
    mention = read_running(units.all, at)
    if mention is not None and mention.end <= end:
        yield mention


def _definite_body(words: Sequence[Unit]) -> bool:
    """Whether words begin with a body that is definite, by itself or by what it is bound to: الحكومة، إدارة الشركة."""
    reading = words[0].reading
    return reading is not None and isinstance(reading.entry, Organization) and any(unit.definite for unit in words)


def _names_somebody(unit: Unit) -> bool:
    """Whether a word is a name, a country's name or people's title."""
    return unit.proper or unit.key in countries() or (unit.reading is not None and unit.reading.human)


def _dateline(units: Units, at: int) -> bool:
    """Whether a sentence opens with where it was written: ``عمان، الأردن (بترا) —``."""
    following = units.all[at : at + _DATELINE]
    return any(mark.form in "-–—" and before.form == ")" for before, mark in pairwise(following))
