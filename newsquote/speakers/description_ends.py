"""Where what a person is described by ends, and the name begins."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.countries import countries
from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.bound_names import bound_name, is_honorific, is_office, names_body
from newsquote.speakers.mentions import is_flat, takes_name
from newsquote.speakers.name_runs import take_name
from newsquote.speakers.ranks import ARMS, FIRST
from newsquote.speakers.unit import Unit


def description_end(units: Sequence[Unit], *, running: bool) -> int:
    """Where a title's complements end and a name can begin.

    A construct (وزير) stays open until something definite or a proper noun closes it; after that, a word without the
    article that no preposition leads in begins the name.

    Args:
        units: The phrase, its title first.
        running: Whether it is cut from running text, so that names must be tagged as names.
    """
    head = units[0]
    closed = head.definite or (is_honorific(head) and not is_office(units))
    tagged = running  # whether only a word tagged as a name can begin one
    quoted = body = False  # within quotation marks; those of a body that the title goes on after
    at = 1
    while at < len(units):
        unit = units[at]
        if _marked(units, at) and (quoted or at > 1 or not head.definite):  # عمدة بلدة "تل النور" سامي حداد
            quoted = not quoted
            closed = closed or not quoted
            body = quoted and any(_marked(units, later) for later in range(at + 1, len(units)))
        if is_eponym(units, at):  # مركز الملك سلمان
            closed = True
            at += 1 + len(take_name(units, at + 1, running=True))
            continue
        if length := bound_name(units, at):
            closed = True
            at += length
            continue
        if closed and not body and (misread_name(units, at, running=running) or _begins_name(unit, tagged=tagged)):
            return at
        if _surely_ends(units, at, closed=closed):
            return at
        if unit.preposition or unit.conjunction or unit.word.upos == "ADP":
            named = not takes_name(unit) and at + 2 < len(units) and all(each.proper for each in units[at + 1 : at + 3])
            if unit.key == "في" and not unit.preposition and (named or _in_a_place(units, at)):  # مراسلنا في رميش
                at, named = at + 1, True  # a place is no name
            closed = unit.definite or (unit.proper and not unit.conjunction) or named
        elif unit.definite or is_honorific(unit) or _adverb(unit) or (not closed and names_body(units, at)):
            closed = True
        elif unit.word.upos == "ADJ" and unit.reading is None:
            closed = tagged = True  # مسؤول كندي is no construct; more adjectives may follow
        elif closed or unit.proper:
            # رئيس روسيا فلاديمير بوتين: an open construct takes one proper noun, and two or more after it make a name
            run = 0 if closed else len(take_name(units, at, running=running))
            closed = unit.proper
            at += run - 1 if 0 < run < 3 else 0
        at += 1
    return len(units)


def _in_a_place(units: Sequence[Unit], at: int) -> bool:
    """Whether a single word that is tagged as a noun stands between في and a name: في | صفاقس سالم الحداد."""
    if at + 3 >= len(units):
        return False
    place, *name = units[at + 1 : at + 4]
    noun = place.word.upos == "NOUN" and not place.definite and place.reading is None
    named = name[0].proper and (name[1].proper or is_flat(name[1]))
    return noun and named and not any(unit.preposition or unit.conjunction for unit in name)


def tells_seat(unit: Unit) -> bool:
    """Whether a word opens what the author tells of a body: متحدث باسم الصندوق | ومقره واشنطن."""
    return unit.conjunction and unit.suffixed and unit.bare in boundary("seat")


def _surely_ends(units: Sequence[Unit], at: int, *, closed: bool) -> bool:
    """Whether a word is no part of what stands before it, whatever its tag: it begins a name or a clause."""
    unit = units[at]
    if _abbreviated(units[at - 1]) and unit.reading is None:  # د. الأدهم اللويش
        return True
    if tells_seat(unit):
        return True
    if at == 1 and units[0].definite and (_given_name(units) or _ranked(units)):
        return True
    if _given_with_article(units, at):
        return True
    return closed and _given_title(units, at)


def _marked(units: Sequence[Unit], at: int) -> bool:
    """Whether a quotation mark stands before a word."""
    return units[at].token[0] - units[at - 1].token[1] == 2


def is_eponym(units: Sequence[Unit], at: int) -> bool:
    """Whether a title opens the name of a body that is called after somebody: جامعة الملك سعود."""
    unit, before = units[at], units[at - 1] if at else None
    called = before is not None and unit.start - before.end == 1 and takes_name(before)
    return called and unit.definite and unit.reading is not None and unit.reading.human


def _adverb(unit: Unit) -> bool:
    """Whether a word tells when, not where, and is no name that is spelled so: مستشار الصندوق سابقا."""
    lexicon = source_lexicon()
    return unit.key in lexicon.neighbours and unit.key not in lexicon.sides | lexicon.given.keys()


def _abbreviated(unit: Unit) -> bool:
    """Whether a word is but the letter of a title: د."""
    return len(unit.form) == 1 and is_honorific(unit)


def _begins_name(unit: Unit, *, tagged: bool) -> bool:
    if unit.preposition or unit.conjunction or unit.definite or unit.reading is not None or unit.key.isdigit():
        return False
    lexicon = source_lexicon()
    if _adverb(unit) or unit.key in lexicon.sides | lexicon.determiners | countries() or unit.key == FIRST:
        return False
    if unit.proper or unit.key in lexicon.particles:
        return True
    return not tagged and unit.word.upos in ("NOUN", "ADJ", "VERB") and not unit.key.endswith("ا")


def _given_name(units: Sequence[Unit]) -> bool:
    """Whether a bare noun hangs on a definite title, before a name: الوزير محمد الحداد."""
    if (
        len(units) < 3
        or units[1].word.upos != "NOUN"
        or not units[2].proper
        or not _begins_name(units[1], tagged=False)
    ):
        return False
    title, first, second = (unit.word for unit in units[:3])
    heads = {title.index} | ({second.index} if second.head == title.index else set())
    return first.head in heads and first.relation in ("nmod", "appos", "flat")


def _ranked(units: Sequence[Unit]) -> bool:
    """Whether a title behind a definite one, which nothing else binds to it, is a given name: الفريق | رائد شاكر."""
    title, following = units[1].title, units[2] if len(units) > 2 else None
    plain = not (units[1].definite or units[1].suffixed or units[1].preposition or units[1].conjunction)
    return title is not None and title.given and plain and following is not None and following.proper


def _given_with_article(units: Sequence[Unit], at: int) -> bool:
    """Whether a given name with the article, before another, follows a rank: الفريق أول | السعيد الشابي."""
    unit, before, following = units[at], units[at - 1], units[at + 1] if at + 1 < len(units) else None
    ranked = before.key == FIRST or before.bare in ARMS or is_honorific(before)
    named = unit.definite and unit.key in source_lexicon().given and unit.reading is None
    return ranked and named and following is not None and following.reading is None and not following.preposition


def _given_title(units: Sequence[Unit], at: int) -> bool:
    """Whether a title after another is a given name before a surname: وزير الصناعة سلطان الجابري, but أمين العاصمة."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.title is None or not unit.title.given or following is None or following.reading is not None:
        return False
    plain = not (unit.definite or unit.preposition or unit.conjunction or unit.suffixed)
    if at + 2 < len(units) and units[at + 2].definite:  # مالك القصر الجمهوري
        return False
    family = following.definite and following.key.endswith("ي")
    return plain and (following.proper or is_flat(following) or family)


def misread_name(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a parser cut a clitic off a name: ``ب+ابلو ايمار``."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if not unit.proper or unit.definite or following is None or not (unit.preposition or unit.conjunction):
        return False
    addressed = at > 0 and is_honorific(units[at - 1]) and unit.surface[0] == "ف"  # الدكتور فراس
    named = addressed or is_flat(following) or following.key in source_lexicon().particles
    if unit.preposition:  # بجازان عيسى بن أحمد: enough is left for a name
        return named and len(take_name(units, at + 1, running=running)) < 2
    return named and (not running or unit.surface[0] != "و")
