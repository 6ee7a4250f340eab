"""The words that signal an attribution: a strict schema for ``data/*.toml`` and look-ups by folded form."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsquote import conjugation
from newsquote.conjugation import Form
from newsquote.errors import LexiconError
from newsquote.text import fold

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Word = Annotated[str, Field(pattern=r"^[\u0621-\u064A]+$")]
Family = Literal[
    "saying", "adding", "stressing", "announcing", "revealing", "denying", "warning", "calling", "accusing",
    "promising", "expecting", "asking", "answering", "writing", "describing", "praising", "showing", "relaying",
]  # fmt: skip
Stance = Literal["neutral", "asserting", "doubting", "denying", "endorsing", "opposing"]
Takes = Annotated[str, Field(pattern=r"^(clause|quotation|noun|(ب|إلى|من|على|عن|في|ل) (clause|noun))$")]


EntryT = TypeVar("EntryT", bound=BaseModel)


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Reporting(_Entry):
    """A word that takes a statement."""

    takes: tuple[Takes, ...] = ()

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """The prepositions of its contents, folded."""
        return frozenset(fold(frame.split()[0]) for frame in self.takes if " " in frame)


class Verb(_Reporting):
    """A reporting verb, by its principal parts.

    Attributes:
        lemma: Perfect, third person masculine singular, unvocalised: أضاف.
        imperfect: يضيف.
        participle: مضيف, without case ending (نافي for a defective one); the circumstantial مضيفا is made from it.
        masdar: Verbal nouns: إضافة.
        passive: Perfect passive where it is spelled otherwise (قيل), or where it reports (ذكر).
        passive_imperfect: يقال.
        family: What kind of act of speech it is.
        stance: How the reporter or the sayer stands to what is said.
        takes: What can be its content: ``clause`` (أن، إن), ``quotation``, ``noun`` (a direct object), or a preposition
            with ``clause`` or ``noun``: ``إلى clause``, ``ب noun``.
        addressee: How the one spoken to is put: ``object`` (دعا X إلى) or a preposition (طلب من X أن); not content.
        objects: If given, the only nouns that a noun frame holds for: حمّل [الحكومة المسؤولية], but حمل حقيبة.
        deeds: Nouns with which it is a deed and reports nothing: أعلن [الحرب], ردد [هتافات].
        object_in_content: The direct object belongs to the content: اتهم [إسرائيل بقتل].
        source_in: The preposition that leads to the source, where the subject is not it: جاء في البيان.
        without: Forms left out, because in news their spelling is another word: يجب (must) of أجاب.
        common: Also an everyday word of another sense: only grammar and surface together make it a cue.
    """

    lemma: Word
    imperfect: Word | None = None
    participle: Word | None = None
    masdar: tuple[Word, ...] = ()
    passive: Word | None = None
    passive_imperfect: Word | None = None
    family: Family
    stance: Stance = "neutral"
    takes: Annotated[tuple[Takes, ...], Field(min_length=1)]
    addressee: Literal["object", "ب", "ل", "من", "إلى", "على"] | None = None
    objects: tuple[Word, ...] = ()
    deeds: tuple[Word, ...] = ()
    object_in_content: bool = False
    source_in: Literal["في", "على"] | None = None
    without: tuple[Word, ...] = ()
    common: bool = False

    def forms(self) -> Iterator[Form]:
        """All spellings that news reports with."""
        left_out = {fold(text) for text in self.without}
        return (form for form in self._all_forms() if fold(form.text) not in left_out)

    def takes_object(self, key: str) -> bool:
        """Whether a noun, by its folded form, can be what a noun frame holds; suffixes and the article don't matter."""
        bare = key.removeprefix("ال")
        return (not self.objects or bare in self._object_keys) and bare not in self._deed_keys

    @cached_property
    def noun_prepositions(self) -> frozenset[str]:
        """The prepositions of its contents that are noun phrases, folded."""
        return frozenset(fold(frame.split()[0]) for frame in self.takes if frame.endswith(" noun"))

    @cached_property
    def _object_keys(self) -> frozenset[str]:
        return _masdar_keys(self.objects)

    @cached_property
    def _deed_keys(self) -> frozenset[str]:
        return _masdar_keys(self.deeds)

    def _all_forms(self) -> Iterator[Form]:
        yield from conjugation.perfect(self.lemma, self.imperfect)
        if self.imperfect:
            yield from conjugation.imperfect(self.imperfect, self.lemma)
        if self.participle:
            yield from conjugation.participle(self.participle)
        for noun in self.masdar:
            yield from conjugation.masdar(noun)
        if self.passive:
            yield from (replace(form, passive=True) for form in conjugation.perfect(self.passive))
        if self.passive_imperfect:
            imperfect = conjugation.imperfect(self.passive_imperfect, self.lemma)
            yield from (replace(form, passive=True) for form in imperfect)


def _masdar_keys(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(form.text) for noun in nouns for form in conjugation.masdar(noun))


class Noun(_Reporting):
    """A reporting noun that is no masdar of a verb in the lexicon: تصريح.

    Attributes:
        lemma: The singular.
        plural: Its plurals: تصريحات.
        takes: As with verbs; empty where it only holds a relative clause (بيان قال فيه).
    """

    lemma: Word
    plural: tuple[Word, ...] = ()

    def forms(self) -> Iterator[Form]:
        """All spellings: with the article, before a pronoun, in the plural."""
        for noun in (self.lemma, *self.plural):
            yield from conjugation.masdar(noun)


class SourcePhrase(_Entry):
    """An according-to phrase.

    Attributes:
        words: The phrase, word by word, as a parser cuts it: ("وفقا", "ل").
        takes: What follows: ``noun`` (the source), ``verb`` (a reporting verb and its subject), ``pronoun`` (قوله).
    """

    words: Annotated[tuple[Word, ...], Field(min_length=1)]
    takes: Annotated[tuple[Literal["noun", "verb", "pronoun"], ...], Field(min_length=1)]

    @property
    def lemma(self) -> str:
        """The phrase as one string."""
        return " ".join(self.words)


@dataclass(frozen=True)
class VerbForm:
    """A reading of a spelling: a form of a reporting verb."""

    verb: Verb
    form: Form


def load(file: str, key: str, schema: type[EntryT], *, folder: Path | None = None) -> tuple[EntryT, ...]:
    """The entries ``[[key]]`` of a file in ``newsquote/data``, or in another folder.

    Raises:
        LexiconError: If the file is no TOML, an entry breaks the schema, or the file has other tables.
    """
    data = (folder or resources.files("newsquote") / "data") / file
    try:
        tables = tomllib.loads(data.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}") from error
    if unknown := set(tables) - {key}:
        raise LexiconError(f"{file}: unknown table {min(unknown)!r}; entries are written [[{key}]]")
    entries = []
    for number, table in enumerate(tables.get(key, ()), start=1):
        try:
            entries.append(schema.model_validate({k: tuple(v) if isinstance(v, list) else v for k, v in table.items()}))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"])) or "entry"
            name = table.get("lemma") or table.get("words") or f"no. {number}"
            raise LexiconError(f"{file}: entry {name!r}: {place}: {first['msg']}") from error
    return tuple(entries)


class Lexicon:
    """The entries of ``data/``, indexed by the folded spellings of their forms."""

    def __init__(self, *, verbs: Iterable[Verb], nouns: Iterable[Noun], phrases: Iterable[SourcePhrase]) -> None:
        self.verbs = tuple(verbs)
        self.nouns = tuple(nouns)
        self.phrases = tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))

    @cached_property
    def _verb_forms(self) -> dict[str, list[VerbForm]]:
        index: dict[str, list[VerbForm]] = defaultdict(list)
        for verb in self.verbs:
            for form in verb.forms():
                reading = VerbForm(verb, form)
                if reading not in index[key := fold(form.text)]:
                    index[key].append(reading)
        return dict(index)

    @cached_property
    def _noun_forms(self) -> dict[str, Noun]:
        return {fold(form.text): noun for noun in self.nouns for form in noun.forms()}

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[tuple[str, ...], SourcePhrase]]]:
        index: dict[str, list[tuple[tuple[str, ...], SourcePhrase]]] = defaultdict(list)
        for phrase in self.phrases:
            keys = tuple(map(fold, phrase.words))
            index[keys[0]].append((keys, phrase))
        return dict(index)

    @property
    def verb_keys(self) -> AbstractSet[str]:
        """The folded forms that a reporting verb has."""
        return self._verb_forms.keys()

    def verb_forms(self, key: str) -> list[VerbForm]:
        """The readings of a folded form as a reporting verb's participle, masdar or finite form."""
        return self._verb_forms.get(key, [])

    def noun(self, key: str) -> Noun | None:
        """The reporting noun that a folded form belongs to."""
        return self._noun_forms.get(key)

    def source_phrases(self, key: str) -> list[tuple[tuple[str, ...], SourcePhrase]]:
        """The according-to phrases that begin with a folded form, longest first, each with its folded words."""
        return self._phrases.get(key, [])


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that the package carries, read once."""
    return Lexicon(
        verbs=load("reporting_verbs.toml", "verb", Verb),
        nouns=load("reporting_nouns.toml", "noun", Noun),
        phrases=load("source_phrases.toml", "phrase", SourcePhrase),
    )


@cache
def naming_verb_lexicon() -> Lexicon:
    """The verbs with which somebody calls something by a name of his own (ما سماه «…»), read once."""
    return Lexicon(verbs=load("naming_verbs.toml", "verb", Verb), nouns=(), phrases=())


@cache
def light_verb_lexicon() -> Lexicon:
    """The verbs that report with a noun of saying alone (وجه تحذيرا), and these nouns; read once."""
    return Lexicon(
        verbs=load("light_verbs.toml", "verb", Verb), nouns=load("light_verb_nouns.toml", "noun", Noun), phrases=()
    )
