"""Noun phrases about sources, read into head, description and name: ``وزير الخارجية`` + ``جون كيري``."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsquote.syntax import Extent
from newsquote.models import Gender, Number
from newsquote.source_lexicon import Document, Organization, Reading, Source, Title, source_lexicon
from newsquote.units import Unit

_QUOTES = frozenset("\"'«»“”„‟‘’‚‹›()[]{}ـ-–—")
_NUMBERS: dict[str, Number] = {"Sing": "singular", "Dual": "dual", "Plur": "plural"}
_PAIRS = ("“”", "«»", '""', "()", "‘’", "''")
_COMMAS = frozenset("،,-–—")
_NOT_IN_PHRASES = frozenset({"VERB", "SCONJ", "AUX", "DET", "PRON", "PART"})
_CLAUSE = frozenset({"ان", "الذي", "التي", "الذين"})
_LONGEST_NAME = 7
_LONGEST_DESCRIPTION = 16


@dataclass(frozen=True)
class Mention:
    """A noun phrase read.

    Attributes:
        units: Its words, without marks.
        description: Those that say what it is; empty for a mere name.
        name: Those that are a person's name.
    """

    units: tuple[Unit, ...]
    description: tuple[Unit, ...]
    name: tuple[Unit, ...]

    @property
    def start(self) -> int:
        """Offset of its first word."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Offset after its last word."""
        return outer(self.units)[1]

    @property
    def head(self) -> Unit:
        """The noun that the description hangs on, or the name's first word."""
        return self.description[0] if self.description else self.units[0]

    @cached_property
    def reading(self) -> Reading | None:
        """What its head is as a noun about sources."""
        return self.head.reading if self.description else None

    @property
    def entry(self) -> Title | Organization | Document | Source | None:
        """The lexicon's entry of its head."""
        return self.reading.entry if self.reading else None

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The description's words, folded and bare."""
        return tuple(unit.bare for unit in self.description)

    @cached_property
    def name_key(self) -> tuple[str, ...]:
        """The name's words, folded and bare."""
        return tuple(unit.bare for unit in self.name)

    @cached_property
    def gender(self) -> Gender | None:
        """Grammatical gender of its head, where it shows."""
        if self.reading:
            return self.reading.gender
        if self.description:
            gender = self.head.word.feats.get("Gender")
            if self.head.bare.endswith(("ه", "ات")):
                return "feminine"
            return "feminine" if gender == "Fem" else "masculine" if gender == "Masc" else None
        return None

    @cached_property
    def number(self) -> Number | None:
        """Grammatical number of its head, where it shows."""
        if self.reading:
            return self.reading.number
        if self.name:
            return "singular"
        return _NUMBERS.get(self.head.word.feats.get("Number", ""))

    @property
    def definite(self) -> bool:
        """Whether its head has the article or a pronoun."""
        return self.head.definite


def outer(mention_units: Sequence[Unit]) -> Extent:
    """Offsets from the first to the last of some units, clitics inside included."""
    last = mention_units[-1]
    return mention_units[0].start, last.token[1] if last.suffixed else last.end


def balanced(text: str, extent: Extent) -> Extent:
    """An extent with the quotation mark or bracket that stands right beside it and belongs to one inside."""
    start, end = extent
    inside = text[start:end]
    for opening, closing in _PAIRS:
        opened, closed = inside.count(opening), inside.count(closing)
        alone = opened % 2 if opening == closing else opened != closed
        if alone and text[end : end + 1] == closing and (opening == closing or opened > closed):
            return start, end + 1
        if alone and start and text[start - 1] == opening and (opening == closing or opened < closed):
            return start - 1, end
    return extent


def segments(units: Sequence[Unit]) -> list[list[Unit]]:
    """Units cut at commas and the like; quotation marks, brackets and dashes are seen through, brackets left out."""
    found: list[list[Unit]] = [[]]
    depth = 0
    for unit in units:
        form = unit.form
        if unit.punct:
            if form in "([{":
                depth += not (found[-1] and takes_name(found[-1][-1]))
            elif form in ")]}":
                depth = max(0, depth - 1)
            elif any(c not in _QUOTES and c not in "./" for c in form):
                found.append([])
        elif not depth:
            found[-1].append(unit)
    return [segment for segment in found if segment]


def read_source(units: Sequence[Unit]) -> Mention | None:
    """A source's whole phrase; ``None`` if it holds no word."""
    parts = segments(units)
    if not parts:
        bare = [unit for unit in units if not unit.punct]
        if not bare:
            return None
        parts = [bare]
    while len(parts[0]) > 1 and parts[0][0].key in source_lexicon().determiners:
        parts[0] = parts[0][1:]
    words = tuple(unit for part in parts for unit in part)
    first = read_segment(parts[0])
    if first.name or not (first.reading and first.reading.human):
        if first.name or first.reading or len(parts) == 1 or not _titled(parts[1]):
            return Mention(words, first.description, first.name)
        # a name before its title: «…»، أستاذ
        return Mention(words, read_segment(parts[1]).description, tuple(parts[0]))
    description = first.description
    for part in parts[1:]:
        if part[0].preposition or part[0].word.upos == "ADP":
            description += tuple(part)
            continue
        second = read_segment(part)
        if second.name:
            return Mention(words, description, second.name)
        plain = not part[0].conjunction and (part[0].proper or not part[0].key.startswith("ال"))
        if plain and not second.reading and len(part) <= _LONGEST_NAME:
            return Mention(words, description, tuple(_take_name(part, 0, running=False)))
    return Mention(words, description, ())


def _titled(part: Sequence[Unit]) -> bool:
    reading = part[0].reading
    return reading is not None and reading.human and reading.number == "singular" and not part[0].preposition


def read_segment(units: Sequence[Unit], *, running: bool = False) -> Mention:
    """One stretch without commas.

    Args:
        units: Its words, at least one.
        running: Whether it is cut from running text, so that its end is not known: names must then be tagged as names.
    """
    head = units[0]
    if head.reading is None and (head.proper or (not running and _name_like(head))):
        name = _take_name(units, 0, running=running)
        rest = units[len(name) :]
        if rest and rest[0].reading is None and not running:
            return Mention(tuple(units), tuple(units), ())
        return Mention(tuple(units), tuple(rest) if rest and _titled(rest) else (), tuple(name))
    end = _description_end(units, running=running)
    if head.reading is not None and not head.reading.human:
        return Mention(tuple(units), tuple(units), ())
    name = _take_name(units, end, running=running)
    if name and _misread_name(units, end, running=running):
        name = [name[0].whole(), *name[1:]]
    if isinstance(title := head.reading.entry if head.reading else None, Title) and title.honorific and end > 1:
        if isinstance(units[1].reading.entry if units[1].reading else None, Title):  # معالي وزير الصحة
            return Mention(tuple(units), tuple(units[1:end]), tuple(name))
    named = (end > 1 or head.definite) and len(name) > 1 and all(unit.proper for unit in name[:2])
    if head.reading is None and not named:
        return Mention(tuple(units), tuple(units), ())
    return Mention(tuple(units), tuple(units[:end]), tuple(name))


def _name_like(unit: Unit) -> bool:
    return unit.word.upos in ("PROPN", "X")


def _description_end(units: Sequence[Unit], *, running: bool) -> int:
    """Where a title's complements end and a name can begin."""
    head = units[0]
    honorific = isinstance(entry := head.reading.entry if head.reading else None, Title) and entry.honorific
    closed = head.definite or honorific
    at = 1
    while at < len(units):
        unit = units[at]
        entry = unit.reading.entry if unit.reading else None
        if closed and _misread_name(units, at, running=running):
            return at
        if unit.word.upos == "ADP" or unit.preposition:
            closed = unit.definite or unit.proper
        elif unit.conjunction:
            closed = unit.definite
        elif isinstance(entry, Title) and (entry.honorific or unit.definite):
            closed = True
        elif unit.definite:
            closed = True
        elif closed and (unit.reading is None or entry is None) and not unit.key.isdigit():
            if _starts_name(unit, running=running):
                return at
            closed = unit.proper
        elif unit.proper:
            # رئيس روسيا فلاديمير بوتين: an open construct takes one proper noun, and two or more make a name
            closed = True
            run = len(_take_name(units, at, running=running))
            if run < 3:
                at += run
                continue
        at += 1
    return len(units)


def _misread_name(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether a clitic was cut off a name: ``ب+ابلو ايمار``."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if not unit.proper or unit.definite or following is None or not (unit.preposition or unit.conjunction):
        return False
    named = following.word.deprel.startswith("flat") or following.key in source_lexicon().particles
    if unit.preposition:  # بجازان عيسى بن أحمد: enough is left for a name
        return named and len(_take_name(units, at + 1, running=running)) < 2
    return named and (not running or unit.surface[0] != "و")


def _starts_name(unit: Unit, *, running: bool) -> bool:
    if unit.key in source_lexicon().particles or unit.proper:
        return True
    return not running and unit.word.upos in ("NOUN", "ADJ", "VERB") and not unit.key.endswith("ا")


def _take_name(units: Sequence[Unit], at: int, *, running: bool) -> Sequence[Unit]:
    """The run of a name's words from a place on."""
    end = at
    particles = source_lexicon().particles
    while end < len(units) and end - at < _LONGEST_NAME:
        unit = units[end]
        if end > at:
            if unit.key in source_lexicon().neighbours:
                break
            if unit.definite and unit.reading is not None and unit.reading.human and end + 1 < len(units):
                break  # أندرو ويتي الرئيس التنفيذي
            if unit.reading is not None and not unit.definite:
                if unit.conjunction or not unit.word.deprel.startswith("flat"):
                    break
            if (unit.preposition or unit.conjunction or unit.word.upos in ("ADP", "CCONJ", "SCONJ")) and not (
                unit.proper and unit.word.deprel.startswith("flat")
            ):
                break
            linked = unit.proper or unit.key in particles or units[end - 1].key in particles
            linked = linked or end + 1 < len(units) and not unit.definite and units[end + 1].proper  # أحمد محمد صادق
            if running and not linked and (unit.definite or not unit.word.deprel.startswith("flat")):
                break  # ريال مدريد الإسباني
        end += 1
        if unit.suffixed and end - at > 1:
            break
    return units[at:end]


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
    if found.description and not found.name:
        found = Mention(found.units, found.description[: _loose(found.description)], ())
    found = Mention((*found.description, *found.name) or found.units, found.description, found.name)
    if len(found.units) < len(stretch) and not (found.name and not found.description) or end + 1 >= len(units):
        return found
    if not found.name and len(found.description) == len(stretch) and units[end].form in _COMMAS:  # الرئيس السابق للاتحاد، لويس روبياليس،
        second, _ = _stretch(units, end + 1)
        if second and second[0].proper and not second[0].preposition and not second[0].conjunction:
            name = tuple(_take_name(second, 0, running=True))
            if len(name) > 1 or len(second) == 1:
                return Mention(found.description + name, found.description, name)
    if found.name and not found.description:  # لين معلوف، مديرة البحوث
        rest = stretch[len(found.name) :] or _stretch(units, end + 1)[0]
        if rest and _titled(rest) and not rest[0].conjunction and (rest[0] in stretch or units[end].form in _COMMAS):
            description = tuple(rest[: _description_end(rest, running=True)])
            return Mention(found.name + description, description, found.name)
    return found


def _loose(units: Sequence[Unit]) -> int:
    """Where a description in running text may be over: at a preposition that need not belong to it."""
    for at, unit in enumerate(units[1:], start=1):
        if unit.word.upos == "ADP" or (unit.preposition and unit.bare != "اسم" and not unit.form.startswith("ل")):
            return at
    return len(units)


def _stretch(units: Sequence[Unit], at: int) -> tuple[list[Unit], int]:
    """The words from a place up to a mark or a word that no noun phrase goes over, and the number of that one."""
    stretch: list[Unit] = []
    quoted = False
    end = at
    for end in range(at, min(at + _LONGEST_DESCRIPTION, len(units))):
        unit = units[end]
        if unit.sentence != units[at].sentence:
            break
        if unit.punct:
            if any(c not in _QUOTES for c in unit.form) or unit.form in "()[]-–—":
                break
            if unit.form != "ـ" and not quoted and not (stretch and (takes_name(stretch[-1]) or stretch[-1].key == "ل")):
                break
            quoted = unit.form != "ـ" and not quoted
        elif stretch and (unit.word.upos in _NOT_IN_PHRASES or unit.key in _CLAUSE):
            break
        else:
            stretch.append(unit)
    return stretch, end


def takes_name(unit: Unit) -> bool:
    """Whether a body's own name may follow a noun: شركة (سيبرين)."""
    entry = unit.reading.entry if unit.reading else None
    return isinstance(entry, Organization) and entry.names and not unit.definite


def _body_end(units: Sequence[Unit]) -> int:
    """Where the name of an organisation or document ends in running text."""
    closed = units[0].definite
    document = units[0].reading is not None and isinstance(units[0].reading.entry, Document)
    for at, unit in enumerate(units[1:], start=1):
        toward = unit.preposition and unit.surface.startswith("ل")
        if document and not units[0].definite and (unit.key == "ل" or toward):  # بيان لوزارة الخارجية: its author
            closed = unit.definite
            continue
        if unit.key in source_lexicon().neighbours or unit.suffixed:
            return at
        if toward and closed and at > 1:  # المنظمة العربية لحقوق الإنسان
            closed = unit.definite
            if closed or (at + 1 < len(units) and units[at + 1].definite):
                continue
        if unit.word.upos in ("ADP", "ADV", "NUM") or unit.conjunction or unit.preposition:
            return at
        if closed and not (unit.definite and (unit.word.upos == "ADJ" or not units[at - 1].proper)):
            if not (unit.proper and units[at - 1].proper):
                return at
        closed = closed or unit.definite or unit.proper or unit.word.upos == "ADJ"
    return len(units)
