"""Where a person's name begins and ends beside what it is described by."""

from collections.abc import Sequence

from newsquote.speakers.mentions import JOINED, takes_name
from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Title
from newsquote.speakers.units import Unit

LONGEST_NAME = 7  # words
_BEFORE_NAMES = frozenset({"بن", "بنت", "عبد"})
_NO_NAME = frozenset({"obj", "obl", "xcomp", "ccomp", "advmod", "advcl", "case", "root"})


def description_end(units: Sequence[Unit], *, running: bool) -> int:
    """Where a title's complements end and a name can begin.

    A construct (وزير) stays open until something definite or a proper noun closes it; after that, a word without the
    article that no preposition leads in begins the name.

    Args:
        units: The phrase, its title first.
        running: Whether it is cut from running text, so that names must be tagged as names.
    """
    head = units[0]
    title = head.reading.entry if head.reading else None
    closed = head.definite or (isinstance(title, Title) and title.honorific)
    tagged = running  # whether only a word tagged as a name can begin one
    quoted = False
    at = 1
    while at < len(units):
        unit = units[at]
        marked = unit.token[0] - units[at - 1].token[1] == 2  # a quotation mark: عمدة بلدة "تل النور" سامي حداد
        if marked and (quoted or at > 1):
            quoted = not quoted
            closed = closed or not quoted
        if is_eponym(units, at):  # مركز الملك سلمان
            closed = True
            at += 1 + len(take_name(units, at + 1, running=True))
            continue
        if closed and (misread_name(units, at, running=running) or _begins_name(unit, tagged=tagged)):
            return at
        if at == 1 and head.definite and _given_name(units):
            return at
        if unit.preposition or unit.conjunction or unit.word.upos == "ADP":
            named = at + 2 < len(units) and all(each.proper for each in units[at + 1 : at + 3])
            if named and unit.key == "في" and not unit.preposition:  # مراسلنا في رميش: a place is no name
                at += 1
            closed = unit.definite or (unit.proper and not unit.conjunction) or named
        elif unit.definite or _honorific(unit):
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


def is_eponym(units: Sequence[Unit], at: int) -> bool:
    """Whether a title opens the name of a body that is called after somebody: جامعة الملك سعود."""
    unit, before = units[at], units[at - 1] if at else None
    called = before is not None and unit.start - before.end == 1 and takes_name(before)
    return called and unit.definite and unit.reading is not None and unit.reading.human


def _honorific(unit: Unit) -> bool:
    entry = unit.reading.entry if unit.reading else None
    return isinstance(entry, Title) and entry.honorific


def _begins_name(unit: Unit, *, tagged: bool) -> bool:
    if unit.preposition or unit.conjunction or unit.definite or unit.reading is not None or unit.key.isdigit():
        return False
    if unit.key in source_lexicon().sides:
        return False
    if unit.proper or unit.key in source_lexicon().particles:
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


def misread_name(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a parser cut a clitic off a name: ``ب+ابلو ايمار``."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if not unit.proper or unit.definite or following is None or not (unit.preposition or unit.conjunction):
        return False
    addressed = at > 0 and _honorific(units[at - 1]) and unit.surface[0] == "ف"  # الدكتور فراس
    named = addressed or _flat(following) or following.key in source_lexicon().particles
    if unit.preposition:  # بجازان عيسى بن أحمد: enough is left for a name
        return named and len(take_name(units, at + 1, running=running)) < 2
    return named and (not running or unit.surface[0] != "و")


def take_name(units: Sequence[Unit], at: int, *, running: bool) -> Sequence[Unit]:
    """The run of a name's words from a place on, as far as a name goes on."""
    end = at
    while end < len(units) and end - at < LONGEST_NAME:
        surname = at > 0 and end == at + 1 and units[0].reading is not None and units[0].reading.human
        if end > at and not _goes_on(units, end, running=running, surname=surname):
            break
        if end > at + 1 and name_over(units, end):
            break
        end += 1
        if units[end - 1].suffixed and end - at > 1:
            break
    return units[at:end]


def name_over(units: Sequence[Unit], at: int) -> bool:
    """Whether a name is surely over: before a noun bound to another (نادر الشابي | استخدام الحصانة), and before أحد."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.key in source_lexicon().quantifiers:
        return True
    if following is None or unit.word.upos != "NOUN" or _flat(unit) or unit.definite:
        return False
    if unit.key in source_lexicon().particles:  # عبد اللهيان
        return False
    if following.key == "اي":  # نفى نادر الشابي | وجود أي خلاف
        return True
    return following.definite and following.word.upos == "NOUN" and following.key not in source_lexicon().second_halves


def _goes_on(units: Sequence[Unit], at: int, *, running: bool, surname: bool) -> bool:
    lexicon = source_lexicon()
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.key in lexicon.neighbours or _accusative(unit):
        return False
    if units[at - 1].key in _BEFORE_NAMES or (unit.form == "علي" and unit.proper):
        return not (unit.preposition or unit.conjunction)
    if units[at - 1].key in lexicon.given and _surname(units, at, running=running):
        return True
    possessed = unit.suffixed and unit.word.upos == "NOUN" and not _flat(unit)  # جدد الهاشمي | تأكيده
    if possessed or (unit.reading is not None and _opens_title(unit, following)):
        return False
    joins = unit.key in lexicon.particles and following is not None and following.proper  # جان إيف لو دريان
    if unit.preposition or unit.conjunction or (unit.word.upos in ("ADP", "CCONJ", "SCONJ") and not joins):
        last = following is None and not running and unit.surface[0] != "و"  # كارل ل+وترباخ
        return unit.proper and (_flat(unit) or last)
    if not running or unit.proper or unit.key in lexicon.particles or units[at - 1].key in lexicon.particles:
        return True
    if unit.definite:  # ريال مدريد الإسباني, but الوزير معمر الإرياني
        family = at > 1 and units[at - 2].key in JOINED and unit.word.relation in ("amod", "nmod", "flat")
        named = _flat(unit) or family or (surname and unit.key.endswith("ي"))  # عبد الله الحمداني
        return named and unit.reading is None
    return _flat(unit) or (following is not None and following.proper)  # أحمد محمد صادق


def _surname(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a word right after a given name is a surname, however it is tagged: محمد حركات، محمد صديق+ي."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.preposition or unit.conjunction or unit.word.relation in _NO_NAME:
        return False
    if unit.reading is not None and (running or unit.reading.human or unit.definite):
        return _named_so(units, at)
    if unit.suffixed and not unit.surface.endswith("ي"):
        return False
    if unit.definite and not unit.suffixed:
        reading = units[at - 2].reading if at > 1 else None
        titled = reading is not None and reading.human and unit.word.relation in ("nmod", "appos")
        return unit.key.endswith("ي") or _flat(unit) or titled
    bound = following is not None and following.definite and following.word.upos == "NOUN"
    return unit.word.upos in ("NOUN", "ADJ") and not (bound or unit.key.endswith("ه"))


def _named_so(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun about sources after a given name is a surname: أيمن الجندي، أحمد معطي."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if unit.word.upos != "PROPN" or (at > 1 and units[at - 2].proper):  # برنابا جان | المحلل
        return False
    return (_flat(unit) and unit.definite) or following is None or following.punct


def _opens_title(unit: Unit, following: Unit | None) -> bool:
    """Whether a noun about sources after a name is no part of it: أندرو ويتي الرئيس التنفيذي، رنا عون مساعدة الوزير."""
    title = unit.reading.entry if unit.reading else None
    human = isinstance(title, Title)
    if human and unit.bare.endswith("ه"):  # سلمى درويش أميرة البلاد: no name is spelled like a woman's title
        return True
    if isinstance(title, Title) and title.given and unit.word.upos == "PROPN" and not unit.definite:
        return following is None or not (following.proper or following.key in source_lexicon().particles)
    if human and following is not None and (unit.definite or following.reading is not None):
        return True
    if human and following is not None and following.definite and following.word.upos == "NOUN":
        return not _flat(following)  # كارل جاكوب محلل النفط
    return not unit.definite and (unit.conjunction or unit.word.upos == "NOUN" or not _flat(unit))


def _accusative(unit: Unit) -> bool:
    """An indefinite accusative (رئيسا، اتصالا), which no name goes on with, whatever a parser takes it for."""
    key = unit.key
    if not key.endswith("ا") or len(key) < 5 or unit.definite:
        return False
    if not unit.proper:
        return unit.word.upos in ("NOUN", "ADJ")
    titled = source_lexicon().reading(key[:-1])
    verbal_noun = len(key) > 5 and key[0] == key[-3] == "ا" and unit.form[0] != "أ"  # باراك أوباما
    return (titled is not None and titled.human) or verbal_noun


def _flat(unit: Unit) -> bool:
    return unit.word.relation == "flat"
