"""What a construction is: a named function that finds attributions in a sentence."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from newsquote.conjugation import Form
from newsquote.context import Context
from newsquote.syntax import Extent, Sentence, Word


@dataclass(frozen=True, kw_only=True)
class Match:
    """One attribution as a construction found it, or a network, before speakers are settled.

    Attributes:
        construction: The construction's name, or ``LEARNED``.
        sentence: The sentence that holds the cue (or, without a cue, the content).
        content: What is said.
        cue: The words that attribute it; may be empty.
        verb: The word whose gender and number the sayer agrees with, if there is one.
        form: Which form it is, if it is a reporting verb's.
        source: The noun phrase that names the sayer.
        via: The relayer's noun phrase.
        entry: The lexicon entry of the cue.
        describes: True for what a sayer calls something named before: ما وصفه بالفوضى.
        impersonal: True for a passive with no sayer at all.
        confidence: About the share of such matches whose content is right, from 0 to 1.
    """

    construction: str
    sentence: Sentence
    content: tuple[Extent, ...]
    cue: tuple[Extent, ...] = ()
    verb: Word | None = None
    form: Form | None = None
    source: Extent | None = None
    via: Extent | None = None
    entry: str | None = None
    describes: bool = False
    impersonal: bool = False
    confidence: float = 0.9

    @property
    def known_as(self) -> str:
        """The construction that networks take it for."""
        return _KNOWN_AS.get(self.construction, self.construction)

    @property
    def offset(self) -> int:
        """Where it stands: at its verb, its cue, or else its content."""
        if self.verb is not None:
            return self.verb.start
        spans = self.cue or self.content
        return spans[0][0] if spans else self.sentence.start

    @property
    def set_apart(self) -> bool:
        """Whether it is a source phrase in brackets or after a dash: زار الوزير المدينة -وفق مصادر- وقال إن."""
        before = self.sentence.last_before(self.cue[0][0]) if self.cue else None
        return self.construction == "according_to" and before is not None and before.form[-1] in _OPENING


Construction = Callable[[Context], Iterator[Match]]
KNOWN_TO_NETWORKS = (
    "verb_clause", "verb_complement", "participle", "verb_quotation", "according_to", "relayed", "reporting_noun",
    "stated_in", "quotation_verb", "headline",
)  # fmt: skip
"""The constructions that ``newsquote.refinement`` was trained on, by their numbers there: new ones come last."""
_KNOWN_AS = {"light_verb": "verb_complement", "noun_complement": "reporting_noun", "named_as": "verb_quotation"}
_OPENING = frozenset("-–—(")  # before a source phrase, sets it apart
LEARNED = "learned"
"""What stands for a construction where only a network found an attribution."""
_REGISTRY: dict[str, Construction] = {}


def construction(find: Construction) -> Construction:
    """Register a function as the construction that its module is named after."""
    _REGISTRY[find.__module__.rpartition(".")[2]] = find
    return find


@cache
def constructions() -> dict[str, Construction]:
    """All constructions, a module of ``newsquote.constructions`` each, by name."""
    package = importlib.import_module("newsquote.constructions")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return dict(sorted(_REGISTRY.items()))
