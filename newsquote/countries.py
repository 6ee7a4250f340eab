"""Countries and the capitals that stand for them: ``data/countries.toml``, by folded name."""

from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from newsquote.lexicon import load
from newsquote.text import fold


class Countries(BaseModel):
    """Countries of one gender and region."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: Annotated[tuple[str, ...], Field(min_length=1)]
    masculine: bool = False


@cache
def countries() -> frozenset[str]:
    """All countries."""
    return frozenset(fold(name) for entry in _entries() for name in entry.names)


@cache
def feminine_countries() -> frozenset[str]:
    """Those that a verb or an adjective agrees with as with a woman, nearly all."""
    return countries() - {fold(name) for entry in _entries() if entry.masculine for name in entry.names}


def origin(word: str) -> str:
    """A country's name or the adjective made of it, folded, bare of their endings: روسيا، روسي، روسية."""
    for ending in ("اويه", "اوي", "يه", "يا", "ي", "ا", "ه"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word


@cache
def origins() -> frozenset[str]:
    """The origin of each country."""
    names = (name for entry in _entries() for name in entry.names)
    return frozenset(origin(fold(name.removeprefix("ال"))) for name in names)


@cache
def _entries() -> tuple[Countries, ...]:
    return load("countries.toml", "countries", Countries)
