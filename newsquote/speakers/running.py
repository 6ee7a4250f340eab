"""Phrases about sources in running text, where nobody has marked their ends."""

from collections.abc import Sequence

from newsquote.countries import countries
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Source, Title
from newsquote.speakers.anonymity import quantified
from newsquote.speakers.bound_names import is_honorific
from newsquote.speakers.description_ends import description_end
from newsquote.speakers.mentions import PRONOUNS, QUOTES, Mention, outer, takes_name
from newsquote.speakers.name_runs import take_name
from newsquote.speakers.phrases import (
    LONGEST_ABBREVIATION,
    bare_given,
    given,
    names_somebody,
    nationality,
    read_segment,
    titled,
)
from newsquote.speakers.revered import eulogizes
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units

_COMMAS = frozenset("،,-–—")
_BESIDE = frozenset(
    {"مع", "خلال", "اثناء", "بعد", "قبل", "عقب", "اثر", "حول", "ضد"}
)  # folded; lead to no part of a title
_NOT_IN_PHRASES = frozenset({"VERB", "SCONJ", "AUX", "DET", "PRON", "PART"})
_OBJECTS = frozenset({"NOUN", "PROPN", "ADJ"})  # تحاول الشركتان | اللحاق, which a parser takes for an adjective
_PURPOSES = frozenset({"علي", "عن", "الي", "مع"})  # lead on from a purpose: صندوق النقد | للحصول على
_IN_COUNTRIES = ("يه", "متحده")
_LONGEST_PHRASE = 16  # words
_LONGEST_APPOSED = 6  # words of a name between commas


def read_running(units: Sequence[Unit], at: int) -> Mention | None:
    """The phrase that begins at a title, organisation or document noun, or at a name, in running text.

    ``units`` are all the article's; at most a few dozen are looked at.
    """
    stretch, end = _stretch(units, at)
    if not stretch or eulogizes(units, at):
        return None
    if stretch[0].key in countries():
        stretch = stretch[: _country_end(stretch)]
    if stretch[0].reading is not None and not stretch[0].reading.human:
        stretch = stretch[: _body_end(stretch)]
        return Mention(tuple(stretch), tuple(stretch), ())
    if many := _of_many(stretch):
        return Mention(many, many, ())
    found = read_segment(stretch, running=True)
    description, name = found.description, found.name
    comma = end + 1 < len(units) and units[end].form in _COMMAS
    if not name and comma and len(description) == len(stretch):  # الرئيس السابق للاتحاد، لويس روبياليس،
        name = _running_name_after(units, end + 1)
    if description and not name:
        description = description[: loose_end(description)]
    elif name and not description and (comma or len(name) < len(stretch)):  # لين معلوف، مديرة البحوث
        rest = stretch[len(name) :] or _stretch(units, end + 1)[0]
        if rest and titled(rest) and not rest[0].conjunction:
            description = tuple(rest[: description_end(rest, running=True)])
            return Mention(name + description, description, name)
    return Mention((*description, *name) or found.units[: loose_end(found.units)], description, name)


def _of_many(stretch: Sequence[Unit]) -> tuple[Unit, ...]:
    """The words for several out of many that a stretch begins with: عدد من المحتجين | أمام منزل الوزير."""
    quantifier = source_lexicon().quantifier(stretch[0].bare)
    if quantifier is None or quantifier.kind != "group" or len(stretch) < 3 or stretch[1].key != "من":
        return ()
    return tuple(stretch[: 2 + loose_end(stretch[2:])])


def office_after(units: Units, mention: Mention) -> Mention | None:
    """The office after the name of somebody with another title: الشيخ سامي درويش، أمير البلاد, with a comma or not."""
    if not (mention.name and mention.description) or mention.name[0].start < mention.description[0].start:
        return None
    at = units.at(outer(mention.name)[1])
    at += at < len(units.all) and units.all[at].form in _COMMAS
    if at == len(units.all) or units.all[at].punct:
        return None
    found = None if units.all[at].conjunction else read_running(units.all, at)
    if found is None or found.name or len(found.description) < 2 or not titled(found.units):
        return None  # another one, or no office
    return Mention(mention.name + found.description, found.description, mention.name)


def introduced(units: Units, mention: Mention) -> Mention | None:
    """The name that a clause gives right away: إحدى الناشطات، وهي سلمى الحداد; ساكن في القرية، ويدعى سامي الحداد."""
    at = units.at(outer(mention.units)[1])
    at += at < len(units.all) and units.all[at].form in _COMMAS
    if at + 1 >= len(units.all):
        return None
    pronoun = quantified(mention) and units.all[at].key in PRONOUNS and units.all[at].conjunction
    if not (pronoun or names_somebody(units.all[at])):
        return None
    stretch, _ = _stretch(units.all, at + 1)
    name = read_segment(stretch).name if stretch and stretch[0].proper else ()
    return Mention(mention.units + name, mention.description, name) if 1 < len(name) == len(stretch) else None


def _running_name_after(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    between = _between_commas(units, at)
    if between:
        return between
    stretch, _ = _stretch(units, at)
    described = bool(stretch) and (titled(stretch) or nationality(stretch))
    if described and not stretch[0].conjunction:  # قائد البحرية، العميد علي رضا; رئيس الاتحاد، الفرنسي سامي سالم
        return read_segment(stretch, running=True).name
    if not stretch or not stretch[0].proper or stretch[0].preposition or stretch[0].conjunction:
        return ()
    name = tuple(take_name(stretch, 0, running=True))
    return name if len(name) > 1 or len(stretch) == 1 else ()


def _between_commas(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """A name of some words between two commas, however they are tagged: حاكم الإقليم، مني أركو مناوي، قد."""
    found = units[at : at + _LONGEST_APPOSED + 1]
    end = next((number for number, unit in enumerate(found) if unit.form in _COMMAS), 0)
    name = tuple(found[:end])
    if end < 2 or name[0].definite or (name[0].reading is not None and not (bare_given(name) or given(name))):
        return ()
    clitic = any(unit.preposition or unit.conjunction or unit.suffixed for unit in name)
    wordy = any(unit.reading is not None or unit.punct or _outside(unit) for unit in name[1:]) or _outside(name[0])
    tags = {unit.word.upos for unit in name if not unit.proper}  # علي is one, however it is tagged
    blessing = end == 2 and name[-1].key == "الله"  # رعاه الله
    named = bool(tags & {"PROPN", "X"}) or name[0].proper or bare_given(name)
    shaped = tags <= {"PROPN", "X", "NOUN", "ADJ", "VERB"} and named
    return () if clitic or wordy or blessing or not shaped else name


def loose_end(units: Sequence[Unit]) -> int:
    """Where a description may be over, if its end is not known: at a preposition that need not belong to it.

    To a noun about sources ل belongs (المدير العام للشركة), to others not (تطرقت وايت | للأزمة).
    """
    about_sources = units[0].reading is not None
    for at, unit in enumerate(units[1:], start=1):
        belongs = unit.bare == "اسم" or (about_sources and unit.surface.startswith("ل"))
        if unit.word.upos == "ADP" or (unit.preposition and not belongs):
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
        if unit.form == "." and before and len(before.form) <= LONGEST_ABBREVIATION and unit.start == before.end:
            continue  # الشاعر د. عبد الجواد
        if unit.punct:
            if any(c not in QUOTES for c in unit.form) or unit.form in "()[]-–—":
                break
            if unit.form != "ـ":
                if not quoted and not (named or (before is not None and before.key == "ل")):
                    break
                quoted = not quoted
        elif before and (
            unit.cue
            or eulogizes(units, end)
            or unit.word.upos in _NOT_IN_PHRASES
            or (unit.word.upos == "ADP" and unit.key in _BESIDE)
            or (_outside(unit) and not (named or quoted or _of_country(units, end)))
            or (not quoted and (_object(unit, units[at], before) or _another(stretch, unit)))
        ):
            break
        else:
            stretch.append(unit)
    return stretch, end


def _object(unit: Unit, first: Unit, before: Unit) -> bool:
    """Whether the parser takes a noun for the object of a verb before the phrase: افتتح رئيس البلدية | المعرض."""
    word = unit.word
    bound = unit.key in source_lexicon().particles or unit.key in source_lexicon().given  # بن، عبدالله
    bound = bound or (is_honorific(before) and not before.definite)  # شيخ | قبائل
    return word.relation == "obj" and word.upos in _OBJECTS and word.head < first.word.index and not bound


def _another(stretch: Sequence[Unit], unit: Unit) -> bool:
    """Whether a word can only begin another phrase: الشرطة | المتظاهرين الملثمين، الرئيس | الحركة المتمردة."""
    head, reading = stretch[0], unit.reading
    if len(stretch) == 1 and head.definite and reading is not None and not reading.human:
        entry = head.reading.entry if head.reading else None
        return isinstance(entry, Title | Source) and unit.word.upos == "NOUN"
    if len(stretch) == 1 and head.definite and head.bare in source_lexicon().quantifiers:  # البعض | المشهد
        return True
    if len(stretch) == 1 and disagrees(unit, head):
        return True
    several = unit.definite and not unit.suffixed and unit.word.feats.get("Number") == "Plur"
    agreeing = unit.bare.endswith(("ه", "ات")) or head.conjunction
    return several and not agreeing and unit.word.upos == "ADJ" and all(map(_singular, stretch))


def disagrees(unit: Unit, head: Unit) -> bool:
    """Whether a masculine word after a body of one feminine word is no adjective of it: الحركة | الاحتلال."""
    body = head.definite and head.bare.endswith("ه") and head.reading is not None and not head.reading.human
    masculine = unit.word.upos == "ADJ" and unit.word.feats.get("Gender") == "Masc"
    return body and masculine and unit.definite and unit.bare[-1] not in "هايء"


def _singular(unit: Unit) -> bool:
    return (unit.reading.number if unit.reading else unit.word.feats.get("Number")) in ("singular", "Sing")


def _of_country(units: Sequence[Unit], at: int) -> bool:
    """Whether a side that a title is bound to is the first word of a country's name: رئيس | جنوب أفريقيا."""
    before, following = units[at - 1], units[at + 1] if at + 1 < len(units) else None
    held = before.title is not None and not before.definite
    return held and units[at].key in source_lexicon().sides and following is not None and following.proper


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
            and (following is None or following.key not in _PURPOSES)
            and (unit.definite or (following is not None and following.definite))
        ):
            closed = unit.definite  # المنظمة العربية لحقوق الإنسان
            continue
        if unit.preposition or unit.conjunction or unit.suffixed or unit.word.upos in ("ADP", "ADV", "NUM"):
            return at
        if closed and not _adds(unit, units[at - 1], head):
            return at
        closed = closed or unit.definite or unit.proper or unit.word.upos == "ADJ"
    return len(units)


def _country_end(units: Sequence[Unit]) -> int:
    """Where a country's name ends in running text: الإمارات العربية المتحدة, but الولايات المتحدة | السابقة."""
    later = (at for at, unit in enumerate(units) if at > 1 and not (unit.definite and unit.key.endswith(_IN_COUNTRIES)))
    return next(later, len(units))


def _adds(unit: Unit, before: Unit, head: Unit) -> bool:
    """Whether a word goes on with a body's name that could be over: an adjective, or a further proper noun.

    After a proper name the adjective is its head's: دولة الكويت الشقيقة, but استعداد دولة الكويت | التام.
    """
    named = before.proper or before.key in countries()
    if named and unit.word.upos == "ADJ" and head.bare.endswith("ه") and not unit.bare.endswith(("ه", "ي", "ا")):
        return False
    beside = unit.start - before.end == 1  # a quoted name is over at its mark
    if unit.title is not None and unit.title.honorific:  # الحركة | الملا سالم
        return False
    return (unit.definite and unit.word.upos == "ADJ") or (unit.proper and before.proper and beside)
