"""Annotated articles: gold by hand, or what newsquote printed, read from JSON lines."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails
from typing_extensions import Self

from newsquote.errors import InputError
from newsquote.models import Quote, QuoteType
from newsquote.reading import read
from newsquote.syntax import Extent


def _extent(value: object, info: ValidationInfo) -> object:
    match value:
        case {"start": int(start), "end": int(end), **rest}:
            words = rest.get("text")
        case [int(start), int(end)] | (int(start), int(end)):
            words = None
        case _:
            raise ValueError('must be [start, end], or {"start": …, "end": …}, in whole numbers')
    text = (info.context or {})["text"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"[{start}, {end}] is no stretch of the text, which has {len(text)} code points")
    if words is not None and words != text[start:end]:
        raise ValueError(f"[{start}, {end}] is {text[start:end]!r} in the text, not {words!r}")
    return start, end


_Extent = Annotated[Extent, BeforeValidator(_extent)]


class Relation(BaseModel):
    """One statement and whom it is attributed to; what scores need of a ``newsquote.Quote``.

    Attributes:
        content: Offsets of what is said, ``(start, end)`` in code points; at least one.
        cue: Offsets of the words that attribute it.
        source: Offsets of the phrase that names who says it.
        entity: Who that is over the article.
        type: ``direct``, ``indirect`` or ``mixed``.
        anonymous: Whether a reader cannot tell who speaks.
        via: Offsets of who relays it.
        nested: Whether it stands inside another statement.
    """

    model_config = ConfigDict(frozen=True, strict=True)

    content: Annotated[tuple[_Extent, ...], Field(min_length=1, strict=False)]
    cue: Annotated[tuple[_Extent, ...], Field(strict=False)]
    source: _Extent | None
    entity: str | None
    type: QuoteType
    anonymous: bool
    via: _Extent | None = None
    nested: bool = False

    @model_validator(mode="before")
    @classmethod
    def _of_quote(cls, value: object) -> object:
        """A quote as newsquote prints it: its speaker's name is the entity, its anonymous source a mere fact."""
        if not isinstance(value, dict) or "construction" not in value:
            return value
        speaker = value.get("speaker")
        name = speaker.get("name") if isinstance(speaker, dict) else speaker
        return value | {"entity": name, "anonymous": value.get("anonymous") is not None}


class AnnotatedArticle(BaseModel):
    """An article and the statements in it; made by ``read_annotations`` or ``AnnotatedArticle.of``.

    Attributes:
        id: Its name, the same in gold and prediction.
        text: The article.
        quotes: The statements, in any order.
    """

    model_config = ConfigDict(frozen=True)

    id: str | int
    text: str
    quotes: tuple[Relation, ...]

    @classmethod
    def of(cls, identity: str | int, text: str, quotes: Iterable[Quote]) -> Self:
        """The quotes that newsquote found in a text.

        Raises:
            pydantic.ValidationError: If they are quotes of another text.
        """
        return cls._checked(identity, text, [quote.model_dump(mode="json") for quote in quotes])

    @classmethod
    def _checked(cls, identity: str | int, text: str, quotes: object) -> Self:
        return cls.model_validate({"id": identity, "text": text, "quotes": quotes}, context={"text": text})


def read_annotations(name: str) -> Iterator[AnnotatedArticle | InputError]:
    """The annotated articles of a file, or of standard input for ``-``; an error in the place of each bad one.

    Args:
        name: A file of JSON lines ``{"id", "text", "quotes"}``: gold in the format of docs/annotation.md, or what
            ``newsquote extract`` printed.
    """
    places: dict[str | int, str] = {}
    for item in read(name):
        if isinstance(item, InputError):
            yield item
        elif "quotes" not in item.fields:
            yield InputError(
                f"{item.place}: has no 'quotes'; annotated articles are JSON lines with id, text and quotes"
            )
        elif item.id in places:
            yield InputError(f"{item.place}: has the id {item.id!r} of {places[item.id]}; give each article its own")
        else:
            places[item.id] = item.place
            try:
                yield AnnotatedArticle._checked(item.id, item.text, item.fields["quotes"])  # noqa: SLF001
            except ValidationError as error:
                yield InputError(f"{item.place}: {_explained(error.errors(include_url=False)[0])}")


def _explained(fault: ErrorDetails) -> str:
    """Where a record is wrong and how: ``quotes[2].source: …``."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault["loc"]).lstrip(".")
    reason = fault["msg"].removeprefix("Value error, ")
    return f"{path}: {'is missing' if fault['type'] == 'missing' else reason[0].lower() + reason[1:]}"
