"""Phrases about sources, read into description and name: ``وزير الخارجية`` + ``جون كيري``."""

from collections.abc import Sequence

from newsquote.speakers.mentions import QUOTES, Mention, segments, takes_name
from newsquote.speakers.name_runs import LONGEST_NAME, description_end, misread_name, name_over, take_name
from newsquote.speakers.source_lexicon import source_lexicon
from newsquote.speakers.source_nouns import Document, Title
from newsquote.speakers.units import Unit

_COMMAS = frozenset("،,-–—")
_NOT_IN_PHRASES = frozenset({"VERB", "SCONJ", "AUX", "DET", "PRON", "PART"})
_LONGEST_PHRASE = 16  # words
_LONGEST_APPOSED = 6  # words of a name between commas


def read_source(units: Sequence[Unit]) -> Mention | None:
    """A source's whole phrase; ``None`` if it holds no word."""
    parts = segments(units) or [[unit for unit in units if not unit.punct]]
    if not parts[0]:
        return None
    while len(parts[0]) > 1 and parts[0][0].key in source_lexicon().determiners:
        parts[0] = parts[0][1:]
    words = tuple(unit for part in parts for unit in part)
    first = read_segment(parts[0])
    if first.name or first.reading:
        if first.name or not first.reading or not first.reading.human:
            return Mention(words, first.description, first.name)
    elif len(parts) > 1 and _titled(parts[1]):  # «بابا جيف»، أستاذ التسويق
        return Mention(words, read_segment(parts[1]).description, tuple(parts[0]))
    else:
        return Mention(words, first.description, first.name)
    description = first.description
    for part in parts[1:]:
        if part[0].preposition or part[0].word.upos == "ADP":
            description += tuple(part)
        elif name := _name_after_comma(part):
            return Mention(words, description, name)
    return Mention(words, description, ())


def _name_after_comma(part: Sequence[Unit]) -> tuple[Unit, ...]:
    second = read_segment(part)
    given = second.reading is not None and _bare_given(part)
    if second.name or (second.reading and not given) or part[0].conjunction or len(part) > LONGEST_NAME:
        return second.name
    first = part[0]
    plain = first.proper or (first.word.upos in ("NOUN", "ADJ", "X", "VERB") and not first.key.startswith("ال"))
    return tuple(take_name(part, 0, running=False)) if plain else ()


def _bare_given(part: Sequence[Unit]) -> bool:
    """Whether a title is a given name after a comma: نائب الرئيس، مالك عقار."""
    title = part[0].reading.entry if part[0].reading else None
    plain = len(part) == 2 and not part[0].definite and not part[1].definite and part[1].reading is None
    return isinstance(title, Title) and title.given and plain


def _titled(part: Sequence[Unit]) -> bool:
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
    if (head.reading is None and tagged) or _given(all_units):
        name = tuple(take_name(units, 0, running=running))
        rest = all_units[len(name) :]
        if rest and rest[0].reading is None and not (running or name_over(all_units, len(name))):
            return Mention(all_units, all_units, ())
        return Mention(all_units, rest if rest and _titled(rest) else (), name)
    if head.reading is not None and not head.reading.human:
        return Mention(all_units, all_units, ())
    end = description_end(units, running=running)
    name = tuple(take_name(units, end, running=running))
    if name and (misread_name(units, end, running=running) or _cut_verb(name[0])):
        name = (name[0].whole(), *name[1:])
    if head.reading is None and not (
        (end > 1 or head.definite) and len(name) > 1 and all(unit.proper for unit in name[:2])
    ):
        return Mention(all_units, all_units, ())
    title = head.reading.entry if head.reading else None
    second = units[1].reading.entry if end > 1 and units[1].reading else None
    honorific = isinstance(title, Title) and title.honorific and isinstance(second, Title)  # معالي وزير الصحة
    return Mention(all_units, all_units[int(honorific) : end], name)


def _cut_verb(unit: Unit) -> bool:
    """Whether a parser took a name for a verb with a clitic: س+يرجي، ل+يونيد."""
    return unit.word.upos == "VERB" and unit.token[0] < unit.start and unit.surface[0] in "سل"


def _given(units: Sequence[Unit]) -> bool:
    """Whether a title is a given name: a parser takes it for a name, and what follows for the rest of it."""
    head = units[0]
    title = head.reading.entry if head.reading else None
    if not isinstance(title, Title) or head.word.upos != "PROPN" or head.definite or len(units) < 2:
        return False
    if not title.given:
        flat = units[1].proper and units[1].word.relation == "flat" and units[1].word.head == head.word.index
        return flat and not title.honorific and not units[1].preposition
    return len(units) > 2 and units[1].proper and units[2].proper and units[2].word.relation == "flat"


def read_running(units: Sequence[Unit], at: int) -> Mention | None:
    """The phrase that begins at a title, organisation or document noun, or at a name, in running text.

    ``units`` are all the article's; at most a few dozen are looked at.
    """
    stretch, end = _stretch(units, at)
    if not stretch:
        return None
    if stretch[0].reading is not None and not stretch[0].reading.human:
        stretch = stretch[: _body_end(stretch)]
        return Mention(tuple(stretch), tuple(stretch), ())
    found = read_segment(stretch, running=True)
    description, name = found.description, found.name
    whole = len(description) == len(stretch)
    if description and not name:
        description = description[: loose_end(description)]
    comma = end + 1 < len(units) and units[end].form in _COMMAS
    if not name and comma and whole:  # الرئيس السابق للاتحاد، لويس روبياليس،
        name = _running_name_after(units, end + 1)
    elif name and not description and (comma or len(name) < len(stretch)):  # لين معلوف، مديرة البحوث
        rest = stretch[len(name) :] or _stretch(units, end + 1)[0]
        if rest and _titled(rest) and not rest[0].conjunction:
            description = tuple(rest[: description_end(rest, running=True)])
            return Mention(name + description, description, name)
    return Mention((*description, *name) or found.units, description, name)


def _running_name_after(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    between = _between_commas(units, at)
    if between:
        return between
    stretch, _ = _stretch(units, at)
    if not stretch or not stretch[0].proper or stretch[0].preposition or stretch[0].conjunction:
        return ()
    name = tuple(take_name(stretch, 0, running=True))
    return name if len(name) > 1 or len(stretch) == 1 else ()


def _between_commas(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """A name of some words between two commas, however they are tagged: حاكم الإقليم، مني أركو مناوي، قد."""
    found = units[at : at + _LONGEST_APPOSED + 1]
    end = next((number for number, unit in enumerate(found) if unit.form in _COMMAS), 0)
    name = tuple(found[:end])
    if end < 2 or name[0].definite or (name[0].reading is not None and not (_bare_given(name) or _given(name))):
        return ()
    clitic = any(unit.preposition or unit.conjunction or unit.suffixed for unit in name)
    wordy = any(unit.reading is not None or unit.punct or _outside(unit) for unit in name[1:]) or _outside(name[0])
    tags = {unit.word.upos for unit in name}
    blessing = end == 2 and name[-1].key == "الله"  # رعاه الله
    shaped = tags <= {"PROPN", "X", "NOUN", "ADJ", "VERB"} and (bool(tags & {"PROPN", "X"}) or _bare_given(name))
    return () if clitic or wordy or blessing or not shaped else name


def loose_end(units: Sequence[Unit]) -> int:
    """Where a description may be over, if its end is not known: at a preposition that need not belong to it."""
    for at, unit in enumerate(units[1:], start=1):
        if unit.word.upos == "ADP" or (unit.preposition and unit.bare != "اسم" and not unit.surface.startswith("ل")):
            return at
    return len(units)


def _stretch(units: Sequence[Unit], at: int) -> tuple[list[Unit], int]:
    """The words from a place up to a mark or a word that no noun phrase goes over, and the number of that one."""
    stretch: list[Unit] = []
    quoted = False
    end = at
    for end in range(at, min(at + _LONGEST_PHRASE, len(units))):
        unit, before = units[end], stretch[-1] if stretch else None
        if unit.sentence != units[at].sentence:
            break
        named = before is not None and takes_name(before)
        if unit.punct:
            if any(c not in QUOTES for c in unit.form) or unit.form in "()[]-–—":
                break
            if unit.form != "ـ":
                if not quoted and not (named or (before is not None and before.key == "ل")):
                    break
                quoted = not quoted
        elif before and (unit.word.upos in _NOT_IN_PHRASES or (_outside(unit) and not named and not quoted)):
            break
        else:
            stretch.append(unit)
    return stretch, end


def _outside(unit: Unit) -> bool:
    return unit.key in source_lexicon().neighbours


def _body_end(units: Sequence[Unit]) -> int:
    """Where the name of an organisation or document ends in running text."""
    head = units[0]
    closed = head.definite
    several = head.reading is not None and head.reading.number == "plural"  # no one body's name: نقابات العمال
    open_document = head.reading is not None and isinstance(head.reading.entry, Document) and not closed
    for at, unit in enumerate(units[1:], start=1):
        toward = unit.preposition and unit.surface.startswith("ل")
        if open_document and (unit.key == "ل" or toward):  # بيان لوزارة الخارجية: its author
            closed = unit.definite
            continue
        following = units[at + 1] if at + 1 < len(units) else None
        if (
            toward
            and closed
            and at > 1
            and not several
            and (unit.definite or (following is not None and following.definite))
        ):
            closed = unit.definite  # المنظمة العربية لحقوق الإنسان
            continue
        if unit.preposition or unit.conjunction or unit.suffixed or unit.word.upos in ("ADP", "ADV", "NUM"):
            return at
        if closed and not _adds(unit, units[at - 1]):
            return at
        closed = closed or unit.definite or unit.proper or unit.word.upos == "ADJ"
    return len(units)


def _adds(unit: Unit, before: Unit) -> bool:
    """Whether a word goes on with a body's name that could be over: an adjective, or a further proper noun."""
    beside = unit.start - before.end == 1  # a quoted name is over at its mark
    return (unit.definite and unit.word.upos == "ADJ") or (unit.proper and before.proper and beside)
