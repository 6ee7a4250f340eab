"""Phrases about sources, read into description and name: ``وزير الخارجية`` + ``جون كيري``."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.speakers.description_ends import description_end, misread_name, tells_seat
from newsquote.speakers.mentions import CHILD, Mention, segments
from newsquote.speakers.name_runs import LONGEST_NAME, name_over, take_name
from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Title
from newsquote.speakers.unit import Unit

_SPACE_AND_MARK = 2  # characters between a word and the next in quotation marks
LONGEST_ABBREVIATION = 2
"""Letters."""
_MARKS = frozenset("\"'«»“”„‟‘’‚‹›")


def read_source(units: Sequence[Unit]) -> Mention | None:
    """A source's whole phrase; ``None`` if it holds no word."""
    parts = segments(units) or [[unit for unit in units if not unit.punct]]
    if not parts[0]:
        return None
    while len(parts[0]) > 1 and parts[0][0].key in source_lexicon().determiners:
        parts[0] = parts[0][1:]
    words = tuple(unit for part in parts for unit in part)
    if (called := _called(words)) is not None:
        return called
    first = read_segment(parts[0])
    if first.description and first.name and _within_marks(units, first.name[0]):
        first = Mention(first.units, first.units, ())
    if len(parts) > 1 and (_placed(first) or _named_later(first, parts[1])) and (name := _name_after_comma(parts[1])):
        return Mention(words, first.description + first.name, name)
    if first.name or first.reading:
        if first.name or not first.reading or not first.reading.human:
            return Mention(words, first.description, first.name)
    elif len(parts) > 1 and titled(parts[1]):  # «بابا جيف»، أستاذ التسويق
        return Mention(words, read_segment(parts[1]).description, tuple(parts[0]))
    else:
        return Mention(words, first.description, first.name)
    description = first.description
    for part in parts[1:]:
        if part[0].preposition or (part[0].word.upos == "ADP" and not part[0].proper):
            description += tuple(part)
        elif name := _name_after_comma(part):
            return Mention(words, description, name)
    return Mention(words, description, ())


def _called(units: tuple[Unit, ...]) -> Mention | None:
    """A phrase with the name that a verb gives to somebody: ناشط يدعى سامي الحداد."""
    at = next((number for number, unit in enumerate(units[:-1]) if number and names_somebody(unit)), 0)
    person = units[0].reading is None or units[0].reading.human
    name = take_name(units, at + 1, running=False) if at and person and not units[at + 1].definite else ()
    return Mention(units, units[:at], tuple(name)) if name else None


def names_somebody(unit: Unit) -> bool:
    """Whether a word says what somebody is called: يدعى."""
    return unit.key in boundary("called")


def _within_marks(units: Sequence[Unit], name: Unit) -> bool:
    """Whether a name goes on with what quotation marks opened before it: مراسل "النيل | نيوز", no person's."""
    before = [unit for unit in units if unit.start < name.start]
    return bool(before) and before[-1].form not in _MARKS and sum(unit.form in _MARKS for unit in before) % 2 == 1


def _placed(mention: Mention) -> bool:
    """Whether what looks like a title's name is but the end of where or for whom: محررة الشؤون في بي | بي سي."""
    led = [at for at, unit in enumerate(mention.description) if unit.word.upos == "ADP" or unit.preposition]
    at = led[-1] if led else len(mention.description)
    after = [unit for unit in mention.description[at:] if unit.word.upos != "ADP"]
    return bool(mention.name and after) and all(unit.proper for unit in after)


def _named_later(first: Mention, part: Sequence[Unit]) -> bool:
    """Whether what looks like a title's name is a club, as a name follows: مدافع ريال مدريد، سيرخيو راموس."""
    if not first.name or first.reading is None or not first.reading.human or first.reading.number != "singular":
        return False
    last = first.description[-1]
    quoted = first.name[0].token[0] - last.token[1] == _SPACE_AND_MARK
    if quoted or all(len(unit.form) <= LONGEST_ABBREVIATION for unit in first.name):  # مراسل بي بي سي، نادر الشابي
        return len(part) > 1 and part[0].proper and not (part[0].preposition or part[0].conjunction)
    if len(part) < 2 or not all(unit.proper and not (unit.preposition or unit.conjunction) for unit in part):
        return False
    inside = first.units[-1] is not first.name[-1]  # مستشار الرئيس نادر سالم للأمن، مروان حداد
    return inside or last.proper or len(first.name) == 1 or any(map(_numbered, first.name))


def _numbered(unit: Unit) -> bool:
    return any(map(str.isdigit, unit.form))


def _name_after_comma(part: Sequence[Unit]) -> tuple[Unit, ...]:
    if part[0].key in source_lexicon().sides:  # محافظ عدن، جنوب البلاد
        return ()
    second = read_segment(part)
    titled_only = second.reading is not None and not bare_given(part)
    if second.name or titled_only or part[0].conjunction or len(part) > LONGEST_NAME:
        return second.name
    first = part[0]
    plain = first.proper or (first.word.upos in ("NOUN", "ADJ", "X", "VERB") and not first.key.startswith("ال"))
    return tuple(take_name(part, 0, running=False)) if plain else ()


def bare_given(part: Sequence[Unit]) -> bool:
    """Whether a title is a given name after a comma: نائب الرئيس، مالك عقار; المديرة، أمينة بن سالم."""
    title = part[0].reading.entry if part[0].reading else None
    if not (isinstance(title, Title) and title.given) or part[0].definite:
        return False
    if len(part) == 3:
        return part[1].key in CHILD
    return len(part) == 2 and not part[1].definite and part[1].reading is None


def titled(part: Sequence[Unit]) -> bool:
    """Whether a stretch opens with one person's title."""
    reading = part[0].reading
    return reading is not None and reading.human and reading.number == "singular" and not part[0].preposition


def read_segment(units: Sequence[Unit], *, running: bool = False) -> Mention:
    """One stretch without commas.

    Args:
        units: Its words, at least one.
        running: Whether it is cut from running text, so that its end is not known: names must then be tagged as names.
    """
    head, all_units = units[0], tuple(units)
    tagged = head.proper or (not running and head.word.upos in ("PROPN", "X"))
    if _nationality(units):
        return Mention(all_units, all_units[:1], tuple(take_name(units, 1, running=running)))
    if (head.reading is None and tagged) or given(all_units):
        name = tuple(take_name(units, 0, running=running))
        rest = all_units[len(name) :]
        if rest and rest[0].reading is None and not (running or name_over(all_units, len(name))):
            return Mention(all_units, all_units, ())
        return Mention(all_units, rest if rest and titled(rest) else (), name)
    if head.reading is not None and not head.reading.human:
        return Mention(all_units, all_units, ())
    end = description_end(units, running=running)
    name = tuple(take_name(units, end, running=running))
    if name and end > 1 and units[end - 1].key in source_lexicon().sides and units[end - 2].definite:
        end, name = end - 1, ()  # مراسل الوكالة | غربي إدلب
    if name and tells_seat(name[0]):
        name = ()
    while (
        name
        and end > 1
        and len(units[end - 1].form) <= LONGEST_ABBREVIATION
        and len(name[0].form) <= LONGEST_ABBREVIATION
    ):
        end, name = end + 1, name[1:]  # مراسل بي بي سي | نادر الشابي
    if name and (misread_name(units, end, running=running) or _cut_verb(name[0])):
        name = (name[0].whole(), *name[1:])
    name = (*name[:1], *(unit.whole() if unit.preposition or unit.conjunction else unit for unit in name[1:]))
    if head.reading is None and not (
        (end > 1 or head.definite) and len(name) > 1 and all(unit.proper for unit in name[:2])
    ):
        return Mention(all_units, all_units, ())
    title = head.reading.entry if head.reading else None
    second = units[1].reading.entry if end > 1 and units[1].reading else None
    honorific = isinstance(title, Title) and title.honorific and isinstance(second, Title)  # معالي وزير الصحة
    return Mention(all_units, all_units[int(honorific) : end], name)


def _nationality(units: Sequence[Unit]) -> bool:
    """Whether a phrase begins with where somebody is from: الأرجنتيني رامون دياز."""
    head = units[0]
    if not head.definite or head.suffixed or head.reading is not None or not head.key.endswith(("ي", "يه")):
        return False
    return len(units) > 2 and all(unit.proper and not unit.definite for unit in units[1:3])


def _cut_verb(unit: Unit) -> bool:
    """Whether a parser took a name for a verb with a clitic: س+يرجي، ل+يونيد."""
    return unit.word.upos == "VERB" and unit.token[0] < unit.start and unit.surface[0] in "سل"


def given(units: Sequence[Unit]) -> bool:
    """Whether a title is a given name: a parser takes it for a name, and what follows for the rest of it."""
    head = units[0]
    title = head.reading.entry if head.reading else None
    if isinstance(title, Title) and title.given and len(units) == 3 and units[1].key == "عبد":  # أمير عبد اللهيان
        return True
    if not isinstance(title, Title) or head.word.upos != "PROPN" or head.definite or len(units) < 2:
        return False
    if not title.given:
        flat = units[1].proper and units[1].word.relation == "flat" and units[1].word.head == head.word.index
        named = len(units[1].form) > LONGEST_ABBREVIATION  # مراسل بي بي سي
        return flat and named and not title.honorific and not units[1].preposition
    third = units[2] if len(units) > 2 and units[1].proper and units[2].proper else None
    return third is not None and (third.word.relation == "flat" or third.key == "بن")
