"""The words about sources: titles, organisations, documents, anonymous sources; strict schemas and folded look-ups."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsquote.errors import LexiconError
from newsquote.models import AnonymousKind, Gender, Number
from newsquote.text import fold

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Letters = Annotated[str, Field(pattern=r"^[\u0621-\u063A\u0641-\u064A]+$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Noun(_Entry):
    """A noun by its singular.

    Attributes:
        lemma: The masculine singular, or the feminine where there is no masculine.
        plural: Its broken plurals; sound ones are formed by rule.
        gender: Where the ending does not show it.
    """

    lemma: Letters
    plural: tuple[Letters, ...] = ()
    gender: Gender | None = None

    @property
    def inherent_gender(self) -> Gender:
        """The gender given, or the one that the ending shows."""
        return self.gender or ("feminine" if self.lemma.endswith("ة") else "masculine")


class Title(_Noun):
    """What a person is called by: an office, a rank, an occupation, an honorific.

    Attributes:
        feminine: Whether it forms a feminine in -ة.
        kind: How an unnamed one is anonymous.
        spokesman: Speaks for a body: known with the body.
        honorific: May stand right before a name: الدكتور، اللواء.
        unique: An office that one person holds at a time, or a relation that only one has: with its complement it tells who.
    """

    feminine: bool = True
    kind: AnonymousKind = "person"
    spokesman: bool = False
    honorific: bool = False
    unique: bool = False


class Organization(_Noun):
    """A noun that heads the name or the description of a body.

    Attributes:
        names: What follows may be the body's own name: شركة آبل.
        media: Publishes news; several without a name are anonymous.
        research: Does research: الباحثون in an article that names it are its own.
    """

    names: bool = False
    media: bool = False
    research: bool = False


class Document(_Noun):
    """A document that speaks.

    Attributes:
        vague: In the plural it hides who speaks: تقارير.
        clip: Pictures, banners and the like: nobody is known to speak.
    """

    vague: bool = False
    clip: bool = False


class Source(_Noun):
    """A noun for somebody who is not to be known: مصدر."""

    kind: AnonymousKind


class Quantifier(_Entry):
    """A word that picks somebody out of many: أحد السكان."""

    lemma: Letters
    kind: AnonymousKind


class Modifier(_Entry):
    """An adjective that goes with unnamed sources: مطلع."""

    lemma: Letters


class Numeral(_Entry):
    """A number word of few."""

    lemma: Letters
    value: Annotated[int, Field(ge=1)]


class Reason(_Entry):
    """How the withholding of a name is worded, word by word; more words may stand between and after."""

    words: Annotated[tuple[Letters, ...], Field(min_length=2)]


class Particle(_Entry):
    """A word inside personal names that is no name by itself (بن), or one beside names that is no part of them."""

    lemma: Letters


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


def _forms(noun: _Noun) -> Iterator[tuple[str, Gender, Number]]:
    """The spellings of a noun, bare of the article (Ryding 2005, ch. 7): sound and broken plurals, duals, constructs."""
    gender = noun.inherent_gender
    stems: list[tuple[str, Gender]] = [(noun.lemma, gender)]
    if isinstance(noun, Title) and noun.feminine and gender == "masculine":
        stems.append((noun.lemma.removesuffix("ي") + "ية" if noun.lemma.endswith("ي") else noun.lemma + "ة", "feminine"))
    for stem, of in stems:
        yield stem, of, "singular"
        if len(stem) < 3:
            continue
        base = stem[:-1] + "ت" if stem.endswith("ة") else stem
        if of == "feminine" and stem.endswith("ة"):
            yield base, of, "singular"
            yield stem[:-1] + "ات", of, "plural"
        for ending in ("ان", "ين", "ا"):
            yield base + ending, of, "dual"
        if isinstance(noun, (Title, Source)) and of == "masculine":
            for ending in ("ون", "ين", "و", "ي"):
                yield stem + ending, of, "plural"
    for plural in noun.plural:
        yield plural, gender, "plural"


def _tables(file: str, schemas: dict[str, type[_Entry]]) -> dict[str, tuple[_Entry, ...]]:
    """The entries of a file in ``newsquote/data``, by the name of their table.

    Raises:
        LexiconError: If the file has another table, or an entry breaks its schema.
    """
    raw = tomllib.loads((resources.files("newsquote") / "data" / file).read_text(encoding="utf-8"))
    return parse(raw, schemas, file=file)


def parse(raw: dict[str, object], schemas: dict[str, type[_Entry]], *, file: str) -> dict[str, tuple[_Entry, ...]]:
    """Tables as TOML gives them, checked against their schemas.

    Raises:
        LexiconError: Naming file, entry and key.
    """
    if unknown := sorted(set(raw) - set(schemas)):
        raise LexiconError(f"{file}: unknown table {unknown[0]!r}; it has {', '.join(f'[[{key}]]' for key in schemas)}")
    found: dict[str, tuple[_Entry, ...]] = {}
    for key, schema in schemas.items():
        tables = raw.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise LexiconError(f"{file}: {key} must be written [[{key}]]")
        entries = []
        for number, table in enumerate(tables, start=1):
            try:
                entries.append(schema.model_validate({k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}))
            except ValidationError as error:
                first = error.errors()[0]
                name = table.get("lemma") or table.get("words") or f"no. {number}"
                place = ".".join(map(str, first["loc"])) or "entry"
                raise LexiconError(f"{file}: entry {name!r}: {place}: {first['msg']}") from error
        found[key] = tuple(entries)
    return found


class SourceLexicon:
    """The words about sources, indexed by folded spelling without the article."""

    def __init__(self) -> None:
        sources = _tables(
            "anonymous_sources.toml",
            {"source": Source, "quantifier": Quantifier, "modifier": Modifier, "numeral": Numeral, "reason": Reason},
        )
        nouns = (
            *sources["source"],
            *_tables("titles.toml", {"title": Title})["title"],
            *_tables("documents.toml", {"document": Document})["document"],
            *_tables("organizations.toml", {"organization": Organization})["organization"],
        )
        self._readings: dict[str, Reading] = {}
        # singulars first, then broken plurals: a regular form of one noun may be spelled as another noun
        for rank in range(3):
            for noun in nouns:
                assert isinstance(noun, Title | Organization | Document | Source)
                for form, gender, number in _forms(noun):
                    if rank == (0 if form == noun.lemma else 1 if form in noun.plural else 2):
                        self._readings.setdefault(fold(form), Reading(noun, gender, number, rank == 2))
        self.quantifiers = {fold(e.lemma): e for e in sources["quantifier"] if isinstance(e, Quantifier)}
        self.numerals = {fold(e.lemma): e.value for e in sources["numeral"] if isinstance(e, Numeral)}
        self.modifiers = frozenset(fold(e.lemma) for e in sources["modifier"] if isinstance(e, Modifier))
        self.reasons: dict[str, list[tuple[str, ...]]] = {}
        for reason in sources["reason"]:
            assert isinstance(reason, Reason)
            words = tuple(map(fold, reason.words))
            self.reasons.setdefault(words[0], []).append(words)
        around = _tables("name_particles.toml", {"determiner": Particle, "neighbour": Particle, "particle": Particle})
        self.particles = frozenset(fold(e.lemma) for e in around["particle"] if isinstance(e, Particle))
        self.determiners = frozenset(fold(e.lemma) for e in around["determiner"] if isinstance(e, Particle))
        self.neighbours = frozenset(fold(e.lemma) for e in around["neighbour"] if isinstance(e, Particle))

    def reading(self, key: str) -> Reading | None:
        """What a folded spelling, bare of the article, is as a noun about sources."""
        return self._readings.get(key)

    def modifies(self, key: str) -> bool:
        """Whether a folded adjective, in any gender and number, goes with unnamed sources."""
        stems = (key, *(key[: -len(end)] for end in ("ه", "ان", "ين", "ون", "تان", "تين", "ات") if key.endswith(end)))
        return any(stem in self.modifiers for stem in stems)


@cache
def source_lexicon() -> SourceLexicon:
    """The words that the package carries, read once."""
    return SourceLexicon()
