"""A stretch without commas, read into description and name: ``وزير الخارجية`` + ``جون كيري``."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.countries import countries, origin, origins
from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.bound_names import is_honorific
from newsquote.speakers.description_ends import description_end, misread_name, tells_seat
from newsquote.speakers.mentions import CHILD, JOINED, SECOND, Mention, is_flat, takes_name
from newsquote.speakers.name_runs import name_over, take_name
from newsquote.speakers.surnames import family_name
from newsquote.speakers.unit import Unit, names_nobody

LONGEST_ABBREVIATION = 2
"""Letters."""
_LONGEST_BEFORE = 5  # words before a title, and it
_GIVEN_AND_SURNAME = 2  # words
_ACCUSED = frozenset({"متهم", "مشتبه", "مدان", "متورط"})  # folded
_IN_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB"})


def names_somebody(unit: Unit) -> bool:
    """Whether a word says what somebody is called: يدعى."""
    return unit.key in boundary("called")


def bare_given(part: Sequence[Unit]) -> bool:
    """Whether a title is a given name after a comma: نائب الرئيس، مالك عقار; المديرة، أمينة بن سالم."""
    title = part[0].title
    if title is None or not title.given or part[0].definite:
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
    tagged = head.proper or (not running and head.word.upos in ("PROPN", "X") and not names_nobody(head.key))
    if nationality(units):
        return Mention(all_units, all_units[:1], tuple(take_name(units, 1, running=running)))
    if not (running or tagged) and (length := _named_before_title(units)):
        return Mention(all_units, all_units[length:], all_units[:length])
    if (head.reading is None and (tagged or _fathered(units))) or given(all_units):
        return _named_first(all_units, running=running)
    if is_national(units) or (head.reading is not None and not head.reading.human):
        return Mention(all_units, all_units, ())
    end = _father_before(units, description_end(units, running=running))
    name = tuple(take_name(units, end, running=running))
    if _several(head) or _of_a_country(name, units[end - 1]) or (name and _anothers(units[:end])):
        end, name = end + len(name), ()
    if name and end > 1 and units[end - 1].key in source_lexicon().sides and units[end - 2].definite:
        end, name = end - 1, ()  # مراسل الوكالة | غربي إدلب
    if name and (tells_seat(name[0]) or _does(units[:end], name)):
        name = ()
    while (
        name
        and end > 1
        and len(units[end - 1].form) <= LONGEST_ABBREVIATION
        and len(name[0].form) <= LONGEST_ABBREVIATION
    ):
        end, name = end + 1, name[1:]  # مراسل بي بي سي | نادر الشابي
    if name and (misread_name(units, end, running=running) or cut_verb(name[0])):
        name = (name[0].whole(), *name[1:])
    name = (*name[:1], *(unit.whole() if unit.preposition or unit.conjunction else unit for unit in name[1:]))
    if head.reading is None and not (
        (end > 1 or head.definite) and len(name) > 1 and all(unit.proper for unit in name[:2])
    ):
        return Mention(all_units, all_units, ())
    honorific = is_honorific(head) and end > 1 and units[1].title is not None  # معالي وزير الصحة
    return Mention(all_units, all_units[int(honorific) : end], name)


def _named_first(units: tuple[Unit, ...], *, running: bool) -> Mention:
    """A stretch that begins with a name; a body's, where it goes on with what no person's name does: نوفا بنك."""
    name = tuple(take_name(units, 0, running=running))
    rest = units[len(name) :]
    if not rest:
        return Mention(units, (), name)
    led = rest[0].preposition or rest[0].word.upos == "ADP"
    whole = len(name) > 1 and (rest[0].key == "من" or (led and name[0].key in source_lexicon().given))
    over = running or whole or name_over(units, len(name))  # سالم حداد | من الوزارة
    if (rest[0].reading is None and not over) or (len(rest) == 1 and takes_name(rest[0])):
        return Mention(units, units, ())
    return Mention(units, rest if titled(rest) else (), name)


def _fathered(units: Sequence[Unit]) -> bool:
    """Whether a stretch begins with somebody's name and his father's, whatever its tag: العز | بن عبد السلام."""
    plain = not (units[0].preposition or units[0].conjunction or units[0].suffixed)
    return plain and len(units) > 2 and units[1].key in CHILD and units[1].key != "ابن"


def _father_before(units: Sequence[Unit], end: int) -> int:
    """Where a name begins that seems to begin with or after بن: at the word before that, ملهم بن محمد."""
    at = next((at for at in (end, end - 1) if at < len(units) and units[at].key in CHILD), 0)
    given_name = units[at - 1] if at > 1 else None
    named = given_name is not None and (given_name.reading is None or (given_name.title and given_name.title.given))
    plain = given_name is not None and named and not (given_name.preposition or given_name.conjunction)
    whole = at - 1 - (at > 2 and units[at - 2].key in JOINED)  # عبد | الرزاق بن منصور
    return whole if plain else end


def _named_before_title(units: Sequence[Unit]) -> int:
    """How many words before a title are a name, whatever they are tagged: بدرة سمسول | رئيس المركز; 0 for none."""
    length = next((at for at, unit in enumerate(units[:_LONGEST_BEFORE]) if at > 1 and titled([unit])), 0)
    first = units[:length]
    if len(units) <= length + 1 or not first or first[0].key.endswith("ات"):
        return 0
    if first[0].definite and (length > _GIVEN_AND_SURNAME or first[1].definite or not first[1].proper):
        return 0  # but الفريدو نيلان | مدير المركز
    clitic = any(unit.preposition or unit.conjunction or unit.suffixed for unit in first)
    if clitic or any(unit.reading is not None or unit.word.upos not in _IN_NAMES for unit in first):
        return 0
    sure = any(unit.proper for unit in first) or first[1].key in SECOND  # ذبيح الله مرتضى | المتحدث
    return length if sure or all(unit.word.upos == "ADJ" for unit in first) else 0  # وحيد قرشي | مدير


def _does(description: Sequence[Unit], name: Sequence[Unit]) -> bool:
    """Whether what looks like a name tells what somebody unnamed does: سيدة | فضلت, مقاتل في الجيش | عرف."""
    head, *rest = description
    unnamed = not head.definite and (not rest or rest[0].preposition or rest[0].word.upos in ("ADP", "ADJ"))
    return unnamed and len(name) == 1 and name[0].word.upos == "VERB"


def _several(head: Unit) -> bool:
    """Whether a title is of more people than two, whom no name after it is: مهندسون من جامعة "إس يو"."""
    return head.title is not None and head.reading is not None and head.reading.number == "plural"


def _anothers(description: Sequence[Unit]) -> bool:
    """Whether a name after a title is of somebody whom the title is about: محام في قضية الناشط | سامي الحداد."""
    while len(description) > 1 and description[-1].word.upos == "ADJ" and not is_honorific(description[-1]):
        description = description[:-1]  # وكيل أعمال اللاعب الدولي, رئيس النادي الرياضي
    head, last = description[0], description[-1]
    own = is_honorific(last) and not last.preposition  # مساعد لقائد الشرطة العقيد | سامي الحداد
    if not (head.definite or own) and any(map(_for_somebody, description[1:])):
        return True
    if of_victim(description):
        return True
    if len(description) < 3:
        return False
    second, before = description[1], description[-2]
    if head.definite or not (last.definite and titled([last])):
        return False
    if is_honorific(last):  # ضابط في الحرس، المقدم | سامي الحداد
        return False
    if any(unit.preposition or unit.word.upos == "ADP" for unit in description[1:]):
        return second.preposition or second.word.upos in ("ADP", "ADJ")  # not رئيس الوفد إلى المحادثات السفير | سامي
    return before.word.upos == "NOUN" and not (before.definite or titled([before]))  # مدير مكتب الوزير


def _for_somebody(unit: Unit) -> bool:
    """Whether a word is a title that ل joins to another: مستشار | للرئيس."""
    led = unit.preposition and unit.surface.startswith("ل") and unit.title is not None
    return led and unit.reading is not None and unit.reading.number == "singular"


def of_victim(description: Sequence[Unit]) -> bool:
    """Whether whoever comes next is not the accused, but whom he has done something to: المتهم بقتل | سلمى الحداد."""
    last = description[-1:]
    if titled(last) and last[0].definite and not last[0].suffixed:
        description = description[:-1]  # بقتل الشرطي | سامي الحداد
    if len(description) < 2:
        return False
    accused, deed = description[-2:]
    bound = deed.preposition and not (deed.definite or deed.suffixed)  # not بالفساد
    return bound and accused.bare.removesuffix("ه") in _ACCUSED


def _of_a_country(name: Sequence[Unit], before: Unit) -> bool:
    """Whether what looks like a person's name is the rest of a club's: مدرب نادي نيلان | سان مارو الفرنسي."""
    if len(name) < 2 or name[0].key in source_lexicon().given:
        return False
    last = name[-1]
    apart = last.word.upos == "ADJ" and not is_flat(last)
    return last.definite and (apart or (before.preposition and before.proper)) and origin(last.bare) in origins()


def is_national(units: Sequence[Unit]) -> bool:
    """Whether a phrase is for somebody unnamed by his nation: سوري من حلب، فلسطيني."""
    head = units[0]
    plain = not (head.definite or head.suffixed or head.proper or head.key in countries()) and head.reading is None
    alone = len(units) == 1 or units[1].preposition or units[1].word.upos in ("ADP", "VERB")
    return plain and alone and head.key.endswith(("ي", "يه")) and origin(head.bare) in origins()


def nationality(units: Sequence[Unit]) -> bool:
    """Whether a phrase begins with where somebody is from: الأرجنتيني رامون دياز."""
    head = units[0]
    if not head.definite or head.suffixed or head.reading is not None or not head.key.endswith(("ي", "يه")):
        return False
    if len(units) < 3 or not units[1].proper or units[1].definite:
        return False
    return is_flat(units[2]) or (units[2].proper and not units[2].definite)


def cut_verb(unit: Unit) -> bool:
    """Whether a parser took a name for a verb with a clitic: س+يرجي، ل+يونيد."""
    return unit.word.upos == "VERB" and unit.token[0] < unit.start and unit.surface[0] in "سل"


def given(units: Sequence[Unit]) -> bool:
    """Whether a title is a given name: a parser takes it for a name, and what follows for the rest of it."""
    head = units[0]
    title = head.title
    if title and title.given and len(units) == 3 and units[1].key == "عبد":  # أمير عبد اللهيان
        return True
    if title and title.given and not head.definite and len(units) > 1 and family_name(units[1]):
        return True
    if title is None or head.word.upos != "PROPN" or head.definite or len(units) < 2:
        return False
    if not title.given:
        flat = units[1].proper and units[1].word.relation == "flat" and units[1].word.head == head.word.index
        named = len(units[1].form) > LONGEST_ABBREVIATION  # مراسل بي بي سي
        bound = title.honorific or title.unique or head.bare.endswith("ه")  # ابنة أوزكان
        surname = units[1].definite or units[1].key in source_lexicon().given or len(units) > 2  # but شاهد عيان
        one = head.reading is not None and head.reading.number == "singular"  # but باحثون بريطانيون
        return flat and named and one and surname and not bound and not units[1].preposition
    third = units[2] if len(units) > 2 and units[1].proper and units[2].proper else None
    return third is not None and (third.word.relation == "flat" or third.key == "بن")
