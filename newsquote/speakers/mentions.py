"""Noun phrases about sources: what they hold, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsquote.models import Gender, Number
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Entry, Organization, Reading, Title
from newsquote.speakers.unit import Unit, names_nobody, somebodys
from newsquote.syntax import Extent

Key = tuple[str, ...]
"""A name or description: its words, folded and bare."""
QUOTES = frozenset("\"'«»“”„‟‘’‚‹›()[]{}ـ-–—")
"""Marks that a noun phrase may hold."""
GOD = "الله"
"""Folded, as are the next."""
ONE_OF = frozenset({"احد", "احدي"})
"""Pick one out of many."""
WHOEVER = "من"
"""Nobody known: صدق من قال إن."""
PRONOUNS = frozenset({"هو", "هي"})
"""Take up somebody: وهو محلل."""
ALI = "علي"
"""A name, or a preposition without its dots."""
JOINED = frozenset({"عبد", "ابو", "ابي", "ابا"})
"""First halves of names that newspapers write together with the second or apart: عبدالله."""
SECOND = frozenset({"الدين", "الله"})
"""Second halves that newspapers write together with the first or apart: عزالدين، نصرالله."""
_SON = "بن"  # as keys of names spell it, however it is written: ابن
CHILD = frozenset({_SON, "ابن", "بنت"})
"""Words that lead to the father's name."""
_PAIRS = ("“”", "«»", '""', "()", "‘’", "''")
_PERCENT = ("%", "٪")
_NUMBERS: dict[str, Number] = {"Sing": "singular", "Dual": "dual", "Plur": "plural"}


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
    def entry(self) -> Entry | None:
        """The lexicon's entry of its head."""
        return self.reading.entry if self.reading else None

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The description's words, folded and bare."""
        return tuple(unit.bare for unit in self.description)

    @cached_property
    def name_key(self) -> tuple[str, ...]:
        """The name's words, folded and bare, عبد and أبو written together with what they hold."""
        return name_key(self.name)

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
        if somebodys(self.head.bare, suffixed=self.head.suffixed):
            return "plural"
        people = self.head.word.upos in ("NOUN", "ADJ") or names_nobody(self.head.bare)
        if self.head.bare.endswith("ون") and len(self.head.bare) > 4 and people:
            return "plural"
        return _NUMBERS.get(self.head.word.feats.get("Number", ""))

    @property
    def definite(self) -> bool:
        """Whether its head has the article or a pronoun."""
        return self.head.definite


def respectful(mention: Mention) -> bool:
    """Whether a phrase is but a pronoun in respectful words: معاليه، سموها."""
    only, entry = mention.units[0], mention.entry
    return len(mention.units) == 1 and only.suffixed and isinstance(entry, Title) and entry.respect


def name_key(units: Sequence[Unit]) -> tuple[str, ...]:
    """Words of a name in one spelling: عبد اللهيان as عبداللهيان, عز الدين as عزالدين, ابن زايد as بن زايد."""
    found: list[str] = []
    opened = False
    for unit in units:
        if opened or (found and unit.key in SECOND):
            found[-1] += unit.key
        else:
            found.append(_SON if unit.key == "ابن" else unit.bare)
        opened = not opened and unit.key in JOINED
    return tuple(found)


def outer(mention_units: Sequence[Unit]) -> Extent:
    """Offsets from the first to the last of some units, clitics inside included."""
    last = mention_units[-1]
    return mention_units[0].start, last.token[1] if last.suffixed else last.end


def balanced(text: str, extent: Extent) -> Extent:
    """An extent with the quotation mark, bracket or % that stands right beside it and belongs to what is inside."""
    start, end = extent
    end += text[end : end + 1] in _PERCENT and text[start:end].isdecimal()
    inside = text[start:end]
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        opened, closed = inside.count(opening), inside.count(closing)
        alone = opened % 2 if opening == closing else opened != closed
        if alone and text[end : end + 1] == closing and (opening == closing or opened > closed):
            return start, end + 1
        if alone and start and text[start - 1] == opening and (opening == closing or opened < closed):
            return start - 1, end
    return start, end


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
            elif any(c not in QUOTES and c not in "./" for c in form):
                found.append([])
        elif not depth:
            found[-1].append(unit)
    return [segment for segment in found if segment]


def means_same(unit: Unit) -> bool:
    """Whether a word only says that somebody is the same: نفسه، ذاتها."""
    stem = unit.bare.removesuffix("هم").removesuffix("ها").removesuffix("ه")
    return stem in source_lexicon().determiners and not unit.key.startswith("ه")


def shown(words: Sequence[Unit]) -> Sequence[Unit]:
    """How to show somebody without a name: without نفسه and the like at the end."""
    return words[:-1] if len(words) > 1 and means_same(words[-1]) else words


def takes_name(unit: Unit) -> bool:
    """Whether a body's own name may follow a noun: شركة (سيبرين)."""
    entry = unit.reading.entry if unit.reading else None
    return isinstance(entry, Organization) and entry.names and not unit.definite


def is_flat(unit: Unit) -> bool:
    """Whether the parser takes a word for a further part of a name."""
    return unit.word.relation == "flat"
