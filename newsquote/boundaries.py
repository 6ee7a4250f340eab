"""Closed-class words at which phrases and statements begin or end: ``data/boundaries.toml``, by folded key."""

from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from newsquote.lexicon import load
from newsquote.text import fold

Kind = Literal[
    "about",
    "addressed",
    "adverbial",
    "and",
    "asserted",
    "audience",
    "auxiliary",
    "blessing",
    "bound-phrase",
    "but",
    "called",
    "complementizer",
    "condition",
    "conjunction",
    "contrast",
    "date",
    "declining",
    "demonstrative",
    "detailing",
    "details",
    "document",
    "editorial",
    "exception",
    "free-relative",
    "future",
    "homograph",
    "honorific",
    "light-passive",
    "manner",
    "medium",
    "mentioning",
    "moment",
    "mute",
    "name-noun",
    "name-particle",
    "name-second",
    "naming",
    "negation",
    "no-content-before-that",
    "no-masdar",
    "no-source",
    "nonhuman-plural",
    "noun-tail",
    "occasion",
    "ordinal",
    "particle",
    "passing-on",
    "prayed-to",
    "pronoun",
    "providing",
    "publishing",
    "quantity",
    "refusing",
    "regarding",
    "relative",
    "same",
    "saying-so",
    "seat",
    "sequence",
    "setting",
    "setting-preposition",
    "since",
    "subordinator",
    "tail",
    "tail-phrase",
    "talk",
    "thanks",
    "time",
    "to-me",
    "topic",
    "turn",
    "utterance",
    "verbatim",
    "waw",
    "withholding",
    "without-lead",
]


class Boundary(BaseModel):
    """One closed class of words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    words: Annotated[tuple[str, ...], Field(min_length=1)]


@cache
def boundary(kind: Kind) -> frozenset[str]:
    """The folded words of one class."""
    return _classes()[kind]


@cache
def _classes() -> dict[Kind, frozenset[str]]:
    return {entry.kind: frozenset(map(fold, entry.words)) for entry in load("boundaries.toml", "boundary", Boundary)}
