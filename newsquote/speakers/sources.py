"""A source's whole phrase, commas and all, read into description and name: المحامية، أمينة بن سالم."""

from collections.abc import Sequence

from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.bound_names import is_honorific
from newsquote.speakers.mentions import ALI, ONE_OF, PRONOUNS, Mention, is_flat, segments, takes_name
from newsquote.speakers.name_runs import LONGEST_NAME, take_name
from newsquote.speakers.phrases import LONGEST_ABBREVIATION, bare_given, cut_verb, names_somebody, read_segment, titled
from newsquote.speakers.revered import eulogizes
from newsquote.speakers.unit import Unit

_SPACE_AND_MARK = 2  # characters between a word and the next in quotation marks
_KNOWN = ("عرف", "عرفت")
_MARKS = frozenset("\"'«»“”„‟‘’‚‹›")


def read_source(units: Sequence[Unit]) -> Mention | None:
    """A source's whole phrase; ``None`` if it holds no word."""
    parts = _parts(units)
    if not parts[0]:
        return None
    words = tuple(unit for part in parts for unit in part)
    if (called := _called(words) or _beside_brackets(units)) is not None:
        return called
    first = read_segment(parts[0])
    if first.description and first.name and _within_marks(units, first.name[0]):
        first = Mention(first.units, first.units, ())
    if (last := _named_last(first, parts[0])) is not None:
        return Mention(words, last.description, last.name)
    return _over_commas(words, first, parts)


def _over_commas(words: tuple[Unit, ...], first: Mention, parts: Sequence[Sequence[Unit]]) -> Mention:
    """A source's phrase whose first part has been read, and whose name may stand in one of the next."""
    if len(parts) > 1 and (name := _of_next(first, parts[1])):
        return Mention(words, first.description + first.name, name)
    if first.name or first.reading:
        if first.name or not first.reading or not first.reading.human:
            return Mention(words, first.description, first.name)
    elif len(parts) > 1 and titled(parts[1]):  # «بابا جيف»، أستاذ التسويق
        return Mention(words, read_segment(parts[1]).description, tuple(parts[0]))
    elif len(parts) != 2 or not _person_after_comma(first, parts[1]):  # القائم بأعمال السفير، نادر الشابي
        return Mention(words, first.description, first.name)
    description = first.description
    for part in parts[1:]:
        if part[0].preposition or (part[0].word.upos == "ADP" and not part[0].proper):
            description += tuple(part)
        elif name := name_after_comma(part):
            return Mention(words, description, name)
    return Mention(words, description, ())


def _parts(units: Sequence[Unit]) -> list[list[Unit]]:
    """A source's words between its commas, without هذا and the like before them, and without eulogies and وهو after."""
    parts = segments(units) or [[unit for unit in units if not unit.punct]]
    while len(parts[0]) > 1 and parts[0][0].key in source_lexicon().determiners:
        parts[0] = parts[0][1:]
    found = []
    for number, part in enumerate(parts):
        if number and _tells(part[0]):
            break
        end = next((at for at in range(1, len(part)) if eulogizes(part, at) or _tells(part[at])), None)
        found.append(part[:end])
    return found


def _tells(unit: Unit) -> bool:
    """Whether a word begins what the author tells of somebody: نادر الشابي | وهو محلل."""
    return unit.conjunction and unit.key in PRONOUNS


def _called(units: tuple[Unit, ...]) -> Mention | None:
    """A phrase with the name that a verb gives to somebody: ناشط يدعى سامي الحداد; مقاتل عرف نفسه باسم أبو سالم."""
    at = next((number for number in range(1, len(units) - 1) if _calls(units, number)), 0)
    person = units[0].reading is None or units[0].reading.human
    called = units[at + 1 :]
    name = read_segment(called).name if at and person and (titled(called) or not called[0].definite) else ()
    return Mention(units, units[:at], name) if name else None


def _calls(units: Sequence[Unit], at: int) -> bool:
    """Whether a word leads to what somebody is called: يدعى, باسم after a form of عرف."""
    known = any(unit.word.upos == "VERB" and unit.key.endswith(_KNOWN) for unit in units[max(0, at - 2) : at])
    return names_somebody(units[at]) or (known and units[at].preposition and units[at].bare == "اسم")


def _beside_brackets(units: Sequence[Unit]) -> Mention | None:
    """A title's phrase with a full name in brackets, or behind them: مدير شركة السهل (الشرق) | سالم الحداد."""
    opened, closed = (next((at for at, unit in enumerate(units) if unit.form == form), len(units)) for form in "()")
    before, inside, behind = units[:closed], units[opened + 1 : closed], units[closed + 1 :]
    if inside and not behind and _begins_name(inside[0]):  # رئيس البلدية (سالم الحداد)
        before, behind = units[:opened], inside
    described = tuple(unit for unit in before if not unit.punct)
    if not described or not titled(described) or len(behind) < 2 or any(unit.punct for unit in behind):
        return None
    name = name_after_comma(behind)
    return Mention((*described, *behind), described, name) if len(name) == len(behind) else None


def _begins_name(unit: Unit) -> bool:
    """Whether a word is a name's, as far as its tag or a list of given names tells, and has no article."""
    return not unit.definite and (unit.proper or is_flat(unit) or unit.key in source_lexicon().given)


def _named_last(first: Mention, part: Sequence[Unit]) -> Mention | None:
    """A phrase whose first name is of what its title is bound to: إمام جامع الملك نادر بن سالم الشيخ | سامي الحداد."""
    if not (first.name and first.description) or first.head.definite or not first.description[-1].definite:
        return None
    after = [unit for unit in part if unit.start >= first.name[-1].end]
    at = next((at for at, unit in enumerate(after) if is_honorific(unit) and unit.definite), len(after))
    name = tuple(take_name(after, at + 1, running=False)) if at + 1 < len(after) and after[at + 1].proper else ()
    return Mention(tuple(part), (*first.description, *first.name, *after[: at + 1]), name) if len(name) > 1 else None


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
    if len(part) < 2 or any(unit.preposition or unit.conjunction for unit in part):
        return False
    inner = first.description[1:]
    if not part[0].definite and any(titled([unit]) or takes_name(unit) for unit in inner):
        return True  # والدة اللاعب نادر سالم، سلمى حداد; رئيس جمعية غابة سندان، مروان حداد
    inside = first.units[-1] is not first.name[-1]  # مستشار الرئيس نادر سالم للأمن، مروان حداد
    names = inside or last.proper or len(first.name) == 1 or any(map(_numbered, first.name))
    return names and all(unit.proper for unit in part)


def _of_next(first: Mention, part: Sequence[Unit]) -> tuple[Unit, ...]:
    """The name behind a comma, where what looks like one before it is but a part of what somebody is.

    محررة الشؤون في بي بي سي، سلمى الحداد; المدير في شركة زها حداد للهندسة، المهندس باولو زيلي.
    """
    if _placed(first) or _named_later(first, part):
        return name_after_comma(part)
    inside = bool(first.name) and first.reading is not None and first.units[-1] is not first.name[-1]
    return read_segment(part).name if inside and titled(part) else ()


def _numbered(unit: Unit) -> bool:
    return any(map(str.isdigit, unit.form))


def _person_after_comma(first: Mention, part: Sequence[Unit]) -> bool:
    """Whether a full name stands after the comma behind what is no noun about sources, but may be somebody's office."""
    one = first.head.key in ONE_OF  # إحدى الطبيبات، سلمى حداد
    described = len(first.units) > 1 and (one or (first.head.definite and first.number == "singular"))
    if not described or len(part) < 2 or part[0].conjunction or part[0].preposition:
        return False
    return part[0].key in source_lexicon().given or (one and all(unit.proper or is_flat(unit) for unit in part))


def name_after_comma(part: Sequence[Unit]) -> tuple[Unit, ...]:
    """The name that a stretch behind a comma is, or holds after a title; empty if none."""
    if part[0].key in source_lexicon().sides:  # محافظ عدن، جنوب البلاد
        return ()
    if cut_verb(part[0]):
        part = (part[0].whole(), *part[1:])
    second = read_segment(part)
    if len(second.description) == 1 and second.name and part[0].key in source_lexicon().given:
        return (*second.description, *second.name)  # منصور أحمد المنصور
    titled_only = second.reading is not None and not bare_given(part)
    if second.name and second.name[0].conjunction and not second.description:  # الرئيس، ف+اوستين أركان
        return (second.name[0].whole(), *second.name[1:])
    if second.name or titled_only or part[0].conjunction or len(part) > LONGEST_NAME:
        return second.name
    first = part[0]
    plain = first.word.upos in ("NOUN", "ADJ", "X", "VERB") and not first.key.startswith("ال")
    named = first.proper or plain or (first.form == ALI and len(part) > 1)
    return tuple(take_name(part, 0, running=False)) if named else ()
