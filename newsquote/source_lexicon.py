"""The words about sources: titles, organisations, documents, anonymous sources; strict files and folded look-ups."""

import sys
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import chain

from pydantic import ValidationError

from newsquote.errors import LexiconError
from newsquote.models import Gender
from newsquote.source_nouns import (
    Document,
    Given,
    Modifier,
    Noun,
    Numeral,
    Organization,
    Particle,
    Quantifier,
    Reading,
    Reason,
    Schema,
    Source,
    Thing,
    Title,
    forms,
)
from newsquote.text import fold

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PARTICLES = ("blessing", "determiner", "exaltation", "neighbour", "outlet", "particle", "place", "second", "side")


def _tables(file: str, schemas: dict[str, type[Schema]]) -> dict[str, tuple[Schema, ...]]:
    """The entries of a file in ``newsquote/data``, by the name of their table.

    Raises:
        LexiconError: If the file has another table, or an entry breaks its schema.
    """
    raw = tomllib.loads((resources.files("newsquote") / "data" / file).read_text(encoding="utf-8"))
    return parse(raw, schemas, file=file)


def parse(raw: dict[str, object], schemas: dict[str, type[Schema]], *, file: str) -> dict[str, tuple[Schema, ...]]:
    """Tables as TOML gives them, checked against their schemas.

    Raises:
        LexiconError: Naming file, entry and key.
    """
    if unknown := sorted(set(raw) - set(schemas)):
        raise LexiconError(f"{file}: unknown table {unknown[0]!r}; it has {', '.join(f'[[{key}]]' for key in schemas)}")
    found: dict[str, tuple[Schema, ...]] = {}
    for key, schema in schemas.items():
        tables = raw.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise LexiconError(f"{file}: {key} must be written [[{key}]]")
        entries = []
        for number, table in enumerate(tables, start=1):
            try:
                values = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}
                entries.append(schema.model_validate(values))
            except ValidationError as error:
                first = error.errors()[0]
                name = table.get("lemma") or table.get("words") or f"no. {number}"
                place = ".".join(map(str, first["loc"])) or "entry"
                raise LexiconError(f"{file}: entry {name!r}: {place}: {first['msg']}") from error
        found[key] = tuple(entries)
    return found


def _keys(entries: Iterable[Schema]) -> frozenset[str]:
    """The folded words of a table."""
    return frozenset(fold(entry.lemma) for entry in entries if isinstance(entry, Particle | Modifier))


def _given_names() -> dict[str, Gender | None]:
    """The folded given names of every tradition, each with its gender, if one of them alone bears it."""
    entries = chain(*_tables("given_names.toml", dict.fromkeys(("arabic", "foreign"), Given)).values())
    return {fold(name): entry.gender for entry in entries if isinstance(entry, Given) for name in entry.names}


class SourceLexicon:
    """The words about sources, indexed by folded spelling without the article."""

    def __init__(self) -> None:
        sources = _tables(
            "anonymous_sources.toml",
            {
                "source": Source,
                "quantifier": Quantifier,
                "modifier": Modifier,
                "people": Modifier,
                "numeral": Numeral,
                "reason": Reason,
            },
        )
        titles = [title for title in _tables("titles.toml", {"title": Title})["title"] if isinstance(title, Title)]
        self.ranks = {fold(e.lemma): Reading(e, e.inherent_gender, "singular") for e in titles if e.rank}
        nouns = (
            *sources["source"],
            *(title for title in titles if not title.rank),
            *_tables("documents.toml", {"document": Document})["document"],
            *_tables("organizations.toml", {"organization": Organization})["organization"],
        )
        self._readings: dict[str, Reading] = {}
        # singulars first, then broken plurals: a regular form of one noun may be spelled as another noun
        for rank in range(3):
            for noun in nouns:
                assert isinstance(noun, Title | Organization | Document | Source)
                for form, gender, number in forms(noun):
                    another = form in noun.homographs
                    if another or (number != "plural" and gender == "feminine" and self._no_woman(noun)):
                        continue
                    if rank == (0 if form == noun.lemma else 1 if form in noun.plural else 2):
                        for spelled in {form, form.replace("ؤو", "ئو")}:  # مسئول, as in Egypt
                            self._readings.setdefault(fold(spelled), Reading(noun, gender, number, rank == 2))
        self.quantifiers = {fold(e.lemma): e for e in sources["quantifier"] if isinstance(e, Quantifier)}
        self.numerals = {fold(e.lemma): e.value for e in sources["numeral"] if isinstance(e, Numeral)}
        self.modifiers = _keys(sources["modifier"])
        self.peoples = _keys(sources["people"])
        self.reasons: dict[str, list[tuple[str, ...]]] = {}
        reasons = (reason for reason in sources["reason"] if isinstance(reason, Reason))
        for phrase in sorted(phrase for reason in reasons for phrase in reason.phrases):
            words = tuple(map(fold, phrase))
            self.reasons.setdefault(words[0], []).append(words)
        around = _tables("name_particles.toml", {**dict.fromkeys(_PARTICLES, Particle), "thing": Thing})
        self.particles = _keys(around["particle"])
        self.determiners = _keys(around["determiner"])
        self.blessings = _keys(around["blessing"])
        self.outlets = _keys(around["outlet"])
        self.places = _keys(around["place"])
        self.second_halves = _keys(around["second"])
        self.things = {fold(e.lemma): e for e in around["thing"] if isinstance(e, Thing)}
        self.given = _given_names()
        self.exaltations = _keys(around["exaltation"])
        self.sides = _keys(around["side"])
        self.neighbours = _keys(around["neighbour"]) | self.sides

    def _no_woman(self, noun: Noun) -> bool:
        """Whether the feminine that a rule makes of a title is another noun: منظمة، hence منظمتان."""
        taken = self._readings.get(fold(noun.lemma + "ة"))
        return isinstance(noun, Title) and taken is not None and taken.entry is not noun

    def reading(self, key: str) -> Reading | None:
        """What a folded spelling, bare of the article, is as a noun about sources."""
        return self._readings.get(key)

    def quantifier(self, key: str) -> Quantifier | None:
        """The quantifier that a folded spelling is, in the accusative too: عددا."""
        return self.quantifiers.get(key) or self.quantifiers.get(key.removesuffix("ا"))

    def modifies(self, key: str) -> bool:
        """Whether a folded adjective, in any gender and number, goes with unnamed sources."""
        stems = (key, *(key[: -len(end)] for end in ("ه", "ان", "ين", "ون", "تان", "تين", "ات") if key.endswith(end)))
        return any(stem in self.modifiers for stem in stems)


@cache
def source_lexicon() -> SourceLexicon:
    """The words that the package carries, read once."""
    return SourceLexicon()
