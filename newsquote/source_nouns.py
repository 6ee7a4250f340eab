"""The schemas of the words about sources, and the spellings of their nouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from newsquote.models import AnonymousKind, Gender, Number

Letters = Annotated[str, Field(pattern=r"^[\u0621-\u063A\u0641-\u064A]+$")]


class Schema(BaseModel):
    """An entry of a data file; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Noun(Schema):
    """A noun by its singular.

    Attributes:
        lemma: The masculine singular, or the feminine where there is no masculine.
        plural: Its plurals; where none is given, people's sound ones are formed by rule.
        gender: Where the ending does not show it.
        homographs: Spellings of its forms that are another word's: طالبان, a movement, for two students.
    """

    lemma: Letters
    plural: tuple[Letters, ...] = ()
    gender: Gender | None = None
    homographs: tuple[Letters, ...] = ()

    @property
    def inherent_gender(self) -> Gender:
        """The gender given, or the one that the ending shows."""
        return self.gender or ("feminine" if self.lemma.endswith("ة") else "masculine")


class Title(Noun):
    """What a person is called by: an office, a rank, an occupation, an honorific.

    Attributes:
        feminine: Whether it forms a feminine in -ة.
        kind: How an unnamed one is anonymous.
        spokesman: Speaks for a body: known with the body.
        honorific: May stand right before a name: الدكتور، اللواء.
        respect: Stands with a pronoun for whoever has been named: معاليه.
        addresses: With ``respect``, what those are of whom it is said: سموه is an أمير.
        counterpart: Holds the same office elsewhere as whoever has been named: نظيره المصري.
        unique: An office that one person holds at a time: even without a name it tells who.
        portfolio: The word after it tells its holders apart: no وزير الصحة is وزير المالية.
        given: Is a given name, too: مالك.
        rank: Names a body, too, and is a title only before a name: الفريق.
        research: Does research: several are those of the body of that kind that is named before.
    """

    feminine: bool = True
    kind: AnonymousKind = "person"
    spokesman: bool = False
    honorific: bool = False
    respect: bool = False
    addresses: tuple[str, ...] = ()
    counterpart: bool = False
    unique: bool = False
    portfolio: bool = False
    given: bool = False
    rank: bool = False
    research: bool = False


class Organization(Noun):
    """A noun that heads the name or the description of a body.

    Attributes:
        names: What follows may be the body's own name: شركة آبل.
        media: Publishes news; several without a name are anonymous.
        research: Does research: الباحثون after its name are its own.
    """

    names: bool = False
    media: bool = False
    research: bool = False


class Document(Noun):
    """A document that speaks.

    Attributes:
        vague: In the plural it hides who speaks: تقارير.
        findings: What was counted or found: the definite plural is known: الأرقام, but أرقام غير رسمية.
        clip: Pictures, banners and the like: nobody is known to speak.
    """

    vague: bool = False
    findings: bool = False
    clip: bool = False


class Source(Noun):
    """A noun for somebody who is not to be known: مصدر."""

    kind: AnonymousKind


class Quantifier(Schema):
    """A word that picks somebody out of many: أحد السكان.

    Attributes:
        alone: Only where nothing follows: الآخر، الثاني; after a title it tells one holder from another.
        partitive: Only where من or a share follows: فريق دولي من العلماء, but فريق سيبرين is a body.
    """

    lemma: Letters
    kind: AnonymousKind
    alone: bool = False
    partitive: bool = False


class Modifier(Schema):
    """An adjective that goes with unnamed sources (مطلع), or is made of a creed, a party or a people (مسيحي)."""

    lemma: Letters


class Numeral(Schema):
    """A number word of few."""

    lemma: Letters
    value: Annotated[int, Field(ge=1)]


class Reason(Schema):
    """How the withholding of a name is worded, word by word; more words may stand between and after.

    For a word, several may be given, each of which does: رفض، رفضت، رفضوا.
    """

    words: Annotated[tuple[Letters | tuple[Letters, ...], ...], Field(min_length=2)]

    @property
    def phrases(self) -> Iterator[tuple[str, ...]]:
        """Every wording."""
        return product(*((word,) if isinstance(word, str) else word for word in self.words))


class Particle(Schema):
    """A word inside personal names that is no name by itself (بن), or one beside names that is no part of them."""

    lemma: Letters


class Given(Schema):
    """Names of one tradition.

    Attributes:
        names: They themselves.
        gender: Whose they are, if not both men's and women's.
    """

    names: tuple[Letters, ...]
    gender: Gender | None = None


class Thing(Schema):
    """A noun for what cannot speak.

    Attributes:
        alone: Only where nothing follows: الأمر, but الأمر الملكي speaks.
    """

    lemma: Letters
    alone: bool = False


Entry: TypeAlias = Title | Organization | Document | Source


@dataclass(frozen=True)
class Reading:
    """A noun's spelling read: its entry, the gender and number it shows, and whether a rule made it."""

    entry: Entry
    gender: Gender
    number: Number
    derived: bool = False

    @property
    def human(self) -> bool:
        """Whether it names people, not things or bodies."""
        return isinstance(self.entry, Title)


def forms(noun: Noun) -> Iterator[tuple[str, Gender, Number]]:
    """The spellings of a noun without the article (Ryding 2005, ch. 7): plurals, duals, constructs, accusatives."""
    gender = noun.inherent_gender
    stems: list[tuple[str, Gender]] = [(noun.lemma, gender)]
    if isinstance(noun, Title) and noun.feminine and gender == "masculine":
        stems.append((noun.lemma + "ة", "feminine"))
    for stem, of in stems:
        yield stem, of, "singular"
        if len(stem) < 3:
            continue
        base = stem[:-1] + "ت" if stem.endswith("ة") else stem
        if stem.endswith("ة"):
            yield base, of, "singular"
            if of == "feminine":
                yield stem[:-1] + "ات", of, "plural"
        if isinstance(noun, Title | Source) and of == "masculine" and not noun.plural:
            for ending in ("ون", "ين", "و", "ي"):
                yield stem + ending, of, "plural"
        for ending in ("ان", "ين", "ا"):
            yield base + ending, of, "dual"
    for plural in noun.plural:
        for form in _plural_forms(plural):
            yield form, gender, "plural"


def _plural_forms(plural: str) -> Iterator[str]:
    """The spellings of a plural by its case, and before what it is bound to."""
    yield plural
    if plural.endswith("ون"):
        for ending in ("ين", "و", "ي"):
            yield plural[:-2] + ending
    elif not plural.endswith(("ات", "اء")):
        yield plural + "ا"  # صحفا
