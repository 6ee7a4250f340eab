"""Where a person's name begins and ends beside what it is described by."""

from collections.abc import Sequence

from newsquote.countries import countries
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Title
from newsquote.speakers.mentions import ALI, CHILD, GOD, JOINED, is_flat, means_same
from newsquote.speakers.revered import blesses
from newsquote.speakers.surnames import cut_surname, family_name, surname_after
from newsquote.speakers.unit import Unit

LONGEST_NAME = 7  # words
_CAPITALS = frozenset({"واشنطن", "باريس"})  # that stand for countries, too, or begin other names
_SONS = "اولاد"  # of a tribe, or boys
_BEFORE_NAMES = frozenset({"بن", "بنت", "عبد", "ال"})  # تميم آل ثاني


def take_name(units: Sequence[Unit], at: int, *, running: bool) -> Sequence[Unit]:
    """The run of a name's words from a place on, as far as a name goes on."""
    end = at
    if _spoken_to(units, at) or blesses(units, at) or _of_an_outlet(units, at):  # قال المدرب | لبي بي سي
        return ()
    while end < len(units) and end - at < LONGEST_NAME:
        surname = at > 0 and end == at + 1 and units[0].title is not None
        middle = end == at + 1 and _middle_name(units, end)
        if end > at and not (middle or _goes_on(units, end, running=running, surname=surname)):
            break
        joined = units[end - 1].key in JOINED  # أبو | طالب
        if end > at + 1 and not joined and (_posted(units, end) or name_over(units, end)):
            break
        end += 1
        if units[end - 1].suffixed and end - at > 1:
            break
    return units[at:end]


def _middle_name(units: Sequence[Unit], at: int) -> bool:
    """Whether an honorific between names is one: حسين | الحاج حسن."""
    title, following = units[at].title, units[at + 1] if at + 1 < len(units) else None
    named = following is not None and following.proper and not (following.preposition or following.conjunction)
    plain = units[at].definite and not (units[at].preposition or units[at].conjunction or units[at].suffixed)
    return title is not None and title.honorific and plain and named and units[at - 1].proper


def name_over(units: Sequence[Unit], at: int) -> bool:
    """Whether a name is surely over: before a noun bound to another (نادر الشابي | استخدام الحصانة), and before أحد."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if units[at - 1].key in _BEFORE_NAMES:  # عبدالله بن عمر النجار
        return False
    if unit.key in source_lexicon().quantifiers or _no_part(units, at):
        return True
    if following is None or unit.word.upos != "NOUN" or is_flat(unit) or unit.definite:
        return False
    if unit.key in source_lexicon().particles:  # عبد اللهيان
        return False
    if following.key == "اي":  # نفى نادر الشابي | وجود أي خلاف
        return True
    return following.definite and following.word.upos == "NOUN" and following.key not in source_lexicon().second_halves


def _no_part(units: Sequence[Unit], at: int) -> bool:
    """Whether no name goes on with a word: a day, a country, نفسه, an outlet (إدوين | لبي بي سي)."""
    lexicon = source_lexicon()
    unit, before = units[at], units[at - 1]
    following = units[at + 1] if at + 1 < len(units) else None
    capital = unit.key in _CAPITALS and not (following is not None and following.proper)  # اتهم روحاني | واشنطن
    beside = unit.key in lexicon.neighbours or unit.key in countries() or capital
    if unit.cue or beside or _accusative(unit) or means_same(unit):
        return True
    if at > 1 and units[at - 2].key == "ال" and unit.key not in CHILD:  # الملك سلمان آل سعود | برقية
        return not (unit.key.endswith("ي") and unit.word.upos in ("PROPN", "ADJ", "X"))  # محمد آل سالم عسيري
    if before.key in countries():  # روسيا | استهداف المدنيين, but كوريا الشمالية
        return not (unit.conjunction or (unit.definite and unit.bare.removesuffix("ه") in lexicon.sides))
    return blesses(units, at) or _spoken_to(units, at)


def _of_an_outlet(units: Sequence[Unit], at: int) -> bool:
    """Whether one of three words from a place on is of an outlet's name: مراسل | سكاي نيوز عربية."""
    return any(unit.key in source_lexicon().outlets for unit in units[at : at + 3])


def _spoken_to(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition was left on the first word of an outlet: لبي بي سي."""
    return at + 1 < len(units) and units[at].key == "ل" + units[at + 1].key


def _goes_on(units: Sequence[Unit], at: int, *, running: bool, surname: bool) -> bool:
    lexicon = source_lexicon()
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if _no_part(units, at):
        return False
    ali = unit.form == ALI and (unit.proper or _is_ali(units, at, running=running))
    if units[at - 1].key in lexicon.particles or ali:
        return not (unit.preposition or unit.conjunction)
    of_god = unit.key == GOD and units[at - 1].proper  # حسن نصر الله
    of_tribe = unit.definite and at > 1 and units[at - 2].key in CHILD and _leads_on(following)
    if of_god or of_tribe or surname_after(units, at, running=running) or cut_surname(units, at, running=running):
        return True
    possessed = unit.suffixed and unit.word.upos == "NOUN" and not is_flat(unit)  # جدد الهاشمي | تأكيده
    if possessed or (unit.reading is not None and _opens_title(unit, following)):
        return False
    joins = unit.key in lexicon.particles and following is not None and following.proper  # جان إيف لو دريان
    if unit.preposition or unit.conjunction or (unit.word.upos in ("ADP", "CCONJ", "SCONJ") and not joins):
        return unit.proper and (is_flat(unit) or (not running and _closes_name(unit, following)))
    if not running or unit.proper or unit.key in lexicon.particles:
        return True
    if unit.definite:  # ريال مدريد الإسباني, but الوزير معمر الإرياني
        family = at > 1 and units[at - 2].key in JOINED and unit.word.relation in ("amod", "nmod", "flat")
        named = is_flat(unit) or family or (surname and unit.key.endswith("ي"))  # عبد الله الحمداني
        return named and unit.reading is None
    joined = following is not None and following.proper and not unit.key.endswith("ه")  # أحمد محمد صادق
    return is_flat(unit) or joined  # but يستذكر بيل | مقولة أمارتيا


def _is_ali(units: Sequence[Unit], at: int, *, running: bool) -> bool:
    """Whether علي, which a parser takes for a preposition, stands within a source's name: أحمد علي الحداد."""
    following = units[at + 1] if at + 1 < len(units) else None
    named = following is not None and (following.definite or following.proper)
    return named and not running and units[at - 1].key in source_lexicon().given


def _opens_title(unit: Unit, following: Unit | None) -> bool:
    """Whether a noun about sources after a name is no part of it: أندرو ويتي الرئيس التنفيذي، رنا عون مساعدة الوزير."""
    title = unit.title
    if _part_of_name(unit, following):
        return False
    if title and unit.bare.endswith("ه"):  # سلمى درويش أميرة البلاد: no name is spelled like a woman's title
        return True
    if title and title.given and unit.word.upos == "PROPN" and not unit.definite:
        if following is None:
            return not title.honorific  # ناصر سيد
        return not (following.proper or following.key in source_lexicon().particles)
    if title and following is None and unit.definite and unit.word.relation in ("amod", "appos"):  # سالم درويش المحامي
        return unit.word.upos != "PROPN"
    if title and following is not None and (bound := _bound(unit, title, following)) is not None:
        return bound
    return not unit.definite and (unit.conjunction or unit.word.upos == "NOUN" or not is_flat(unit))


def _leads_on(following: Unit | None) -> bool:
    """Whether a title without the article follows: عبدالله بن محمد الطيار | أستاذ الفقه."""
    return following is not None and following.title is not None and not following.definite


def _bound(unit: Unit, title: Title, following: Unit) -> bool | None:
    """Whether a title that another word follows is bound to it; ``None`` where neither of them tells."""
    if unit.definite or following.reading is not None:
        return True
    if following.word.upos == "NOUN" and following.definite:
        return not is_flat(following)  # كارل جاكوب محلل النفط
    named = title.given or following.proper or is_flat(following)
    return True if following.word.upos == "NOUN" and not named else None  # سالم الحداد شيخ قبائل الجبل


def _part_of_name(unit: Unit, following: Unit | None) -> bool:
    """Whether a noun about sources goes on with a name: سالم أولاد ملود، سالم مرشد الحميدي، سلمى الأمين الحداد."""
    if following is None:
        return False
    if unit.key == _SONS:
        return not following.definite
    if unit.title is None or not unit.title.given:
        return False
    if not unit.definite:
        return family_name(following)
    named = following.definite and following.word.upos in ("PROPN", "NOUN") and following.reading is None
    return named and not (following.preposition or following.conjunction or following.suffixed)


def _closes_name(unit: Unit, following: Unit | None) -> bool:
    """Whether a last word begins a name that a parser cut: كارل ل+وترباخ، محمد و+تد."""
    return following is None and (unit.surface[0] != "و" or len(unit.form) < 3)


def _posted(units: Sequence[Unit], at: int) -> bool:
    """Whether a name of two words or more is over before what somebody is: جون ماكالوزو | محلل شؤون النفط."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if following is None or unit.title is None or unit.title.given or unit.definite:
        return False
    return following.word.upos == "NOUN" and not following.proper


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
