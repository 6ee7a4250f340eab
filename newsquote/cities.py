"""Provinces and cities by which whoever governs them is known: ``data/cities.toml``, by folded name."""

from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from newsquote.lexicon import load
from newsquote.text import fold


class Cities(BaseModel):
    """Provinces and cities of one region."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: Annotated[tuple[str, ...], Field(min_length=1)]


@cache
def cities() -> frozenset[str]:
    """All of them."""
    return frozenset(fold(name) for entry in load("cities.toml", "cities", Cities) for name in entry.names)
