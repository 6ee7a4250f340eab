"""Whether a description without a name tells which person, body or document it is."""

from itertools import dropwhile, pairwise, takewhile

from newsquote.countries import countries, origin, origins
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Document, Organization, Source, Title
from newsquote.speakers.bound_names import city_at
from newsquote.speakers.mentions import ONE_OF, Mention
from newsquote.speakers.unit import Unit, names_nobody, somebodys
from newsquote.text import fold

_OPINION = fold("الرأي")  # استطلاعات الرأي tells of what kind they are
_NON = "غير"  # منظمات غير حكومية
_OFFICIAL = frozenset({"حكومي", "رسمي", "رسميه"})


def official(mention: Mention, source: Source) -> bool:
    """Whether media are a state's own voice: الإعلام الرسمي السوري."""
    return source.kind == "media" and mention.definite and any(unit.bare in _OFFICIAL for unit in mention.units)


def vague(mention: Mention, document: Document) -> bool:
    """تقارير، مقطع فيديو: nobody's document, or documents without an author."""
    if document.clip and not known(mention):
        return True
    if not document.vague or mention.number != "plural" or (document.findings and mention.definite):
        return False
    return not _authored(mention)


def _authored(mention: Mention) -> bool:
    """Whether a document's phrase tells whose it is: not of what kind, in which place, or about what."""
    rest = [unit for unit in mention.description[1:] if unit.key != _OPINION]
    rest = list(dropwhile(lambda unit: unit.word.upos == "ADJ" and not loose(unit), rest))
    if rest and len(rest) == len(mention.description) - 1 and rest[0].key == "عن":  # صادرة عن, but not تقارير عن
        return False
    author = [] if rest and rest[0].conjunction else takewhile(lambda unit: unit.key != "في", rest)
    return mention.head.suffixed or any(unit.definite or unit.proper or unit.preposition for unit in author)


def known_body(mention: Mention, organization: Organization) -> bool:
    """Whether a body is named, definite, or bound to something that tells which: not منظمة حقوقية، صحف إسرائيلية."""
    rest = mention.description[1:]
    unplaced = takewhile(lambda unit: unit.key != "في", mention.units) if organization.media else mention.units
    if any(unit.proper and not qualifies(unit, mention) for unit in unplaced):  # not صحف محلية في أثينا
        return True
    if mention.number == "plural" and (organization.media or any(map(counts, rest))):
        return False
    if mention.definite:
        return True
    if mention.number != "plural" and not rest:
        return True
    if rest and not (loose(rest[0]) or qualifies(rest[0], mention)):
        return True
    return mention.number != "plural" and any(unit.definite for unit in rest)


def qualifies(unit: Unit, mention: Mention) -> bool:
    """Whether a word after a body's noun is an adjective, whatever its tag: منظمات غير حكومية، جماعتان سوريتان."""
    several = mention.number != "singular" and not unit.definite and unit.bare.endswith(("ان", "ين", "ون"))
    one = mention.number == "singular"
    agrees = not one or mention.head.bare.endswith("ه") == unit.bare.endswith("ه")  # وكالة «وفا»، موقع كوورة are names
    return (unit.word.upos == "ADJ" and agrees) or unit.key == _NON or several


def counts(unit: Unit) -> bool:
    """Whether a word says that there are several, not which: جمعيات عدة."""
    quantifier = source_lexicon().quantifiers.get(unit.bare)
    return quantifier is not None and quantifier.kind == "group" and not unit.definite


def known(mention: Mention) -> bool:
    """Whether a phrase is definite by its head or by a noun that its head is bound to."""
    if mention.definite:
        return True
    if len(mention.description) < 2:
        return False
    if city_at(mention.description, 1):  # محافظ أسوان
        return True
    second = mention.description[1]
    if second.preposition or second.conjunction:
        return False
    tells = second.definite or second.key in countries()  # أمير قطر
    adjective = second.bare.endswith("ي") and second.reading is None  # مسؤول تنفيذي, whatever its tag
    return tells or (second.word.upos in ("NOUN", "PROPN", "X") and not adjective and len(mention.description) > 2)


def identified(mention: Mention, title: Title) -> bool:
    """Whether a title's phrase tells which person or persons: وزير الصحة، متحدث باسم الجيش، خبراء معهد سيبرين."""
    if mention.head.suffixed and mention.head.surface.endswith("نا"):  # مراسلنا: the paper's own
        return True
    if _of_one_of_many(mention):
        return False
    if title.honorific and mention.definite and _surname(mention):  # الدكتور الباز
        return True
    if title.spokesman:
        return mention.definite or any(unit.definite or unit.proper or loose(unit) for unit in mention.description[1:])
    if mention.number != "singular":
        return _delegates(mention) if title.unique else title.kind == "expert" and _of_an_institution(mention)
    if title.unique:
        return known(mention) or any(unit.proper for unit in mention.description[1:2])  # رئيسة كرواتيا
    outlets = source_lexicon().outlets
    bound = any(unit.definite or unit.proper or unit.key in outlets for unit in mention.description[1:])
    return known(mention) and bound and not mention.definite


def _of_one_of_many(mention: Mention) -> bool:
    """Whether a title is bound to one of many that nobody knows: مدير أحد المصانع، متحدث باسم إحدى الجماعات."""
    bound = list(takewhile(lambda unit: not loose(unit) or unit.bare == "اسم", mention.description[1:]))
    return any(unit.key in ONE_OF and after.definite for unit, after in pairwise(bound))


def _surname(mention: Mention) -> bool:
    """Whether all that follows a title is a noun with the article, which can only be a surname."""
    rest = mention.description[1:]
    if len(rest) != 1 or not rest[0].definite or rest[0].reading is not None:
        return False
    of_a_place = rest[0].key.endswith("ي") and origin(rest[0].bare) not in origins()  # الإمام البخاري, no الشيخ العراقي
    return of_a_place or rest[0].word.upos in ("NOUN", "PROPN", "X")


def _delegates(mention: Mention) -> bool:
    """Whether several hold an office each that tells who they are: وزراء خارجية مالي، السفيران المصري والأردني."""
    bound = list(takewhile(lambda unit: not unit.preposition and unit.word.upos != "ADP", mention.description[1:]))
    if mention.number == "dual":
        return bool(bound) and known(mention)
    return known(mention) and any(_names(unit) or _one_body(unit) for unit in bound)


def _of_an_institution(mention: Mention) -> bool:
    """Whether experts are an institution's that is named or definite: باحثون في شركة سيبرين، الباحثون بالمعهد."""
    rest = mention.description[1:]
    if rest and _names(rest[0]) and not loose(rest[0]):
        return rest[0].key not in countries()
    for at, unit in enumerate(rest):
        if _body(unit):
            return unit.definite or any(after.proper or after.definite for after in rest[at + 1 :])
    return False


def _names(unit: Unit) -> bool:
    """Whether a word is a name, not a plural that a parser took for one: خبراء قانونيون."""
    return unit.proper and not unit.key.endswith("ون")


def _one_body(unit: Unit) -> bool:
    """Whether a word is for a single definite body."""
    return _body(unit) and unit.definite


def _body(unit: Unit) -> bool:
    reading = unit.reading
    return reading is not None and isinstance(reading.entry, Organization) and reading.number == "singular"


def agents(mention: Mention) -> bool:
    """Whether a head is a sound plural of people by what they do: منتقدون، القائمون, but not الفلسطينيون."""
    head = mention.head
    if mention.definite and head.bare.endswith(("يون", "يين")):
        return False
    if (head.word.upos in ("PROPN", "X") and names_nobody(head.bare)) or somebodys(head.bare, suffixed=head.suffixed):
        return True
    if head.proper or head.word.feats.get("Number") != "Plur" or head.word.upos not in ("NOUN", "ADJ"):
        return False
    if head.form.endswith("و"):
        return head.suffixed
    participle = head.bare.startswith("م") or "ا" in head.bare[1:3]
    dual = mention.definite and head.bare.endswith("ين") and not participle  # الجانبين
    return head.bare.endswith(("ون", "ين")) and len(head.bare) > 4 and not dual


def loose(unit: Unit) -> bool:
    """Whether a word is joined to what stands before it by more than being bound to it."""
    return unit.preposition or unit.conjunction or unit.word.upos in ("ADP", "CCONJ", "ADV")
