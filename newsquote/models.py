"""What newsquote returns: frozen pydantic models, importable without Stanza.

Offsets count Unicode code points into the text as it was given, end exclusive, so that
``text[span.start:span.end] == span.text`` holds for every span.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from typing_extensions import Self

QuoteType = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organization", "group", "document", "unknown"]
Gender = Literal["feminine", "masculine"]
Number = Literal["singular", "dual", "plural"]
AnonymousKind = Literal[
    "source",  # مصدر مطلع
    "official",  # مسؤول أميركي
    "expert",  # محللون
    "witness",  # شهود عيان
    "group",  # ناشطون، متظاهرون
    "media",  # تقارير إعلامية
    "person",  # أحد السكان
    "name-withheld",  # طلب عدم ذكر اسمه، سعيد (اسم مستعار)
    "impersonal",  # ذُكر أن
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Model):
    """A stretch of the article.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last code point.
        text: What stands there, verbatim.
    """

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    text: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} cannot hold {len(self.text)} code points")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of ``text`` from ``start`` to ``end`` (code points).

        Raises:
            pydantic.ValidationError: If the stretch is empty or lies outside the text.
        """
        return cls(start=start, end=end, text=text[start:end])


class Speaker(_Model):
    """Who a source is, resolved over the article; equal for all quotes of one speaker in it.

    Attributes:
        name: The article's fullest name or description, verbatim but for an article that a preposition hides (للهيئة).
        kind: What sort of speaker it is.
        gender: Grammatical gender, where the article shows it.
        number: Grammatical number, where the article shows it.
    """

    name: Annotated[str, Field(min_length=1)]
    kind: SpeakerKind = "unknown"
    gender: Gender | None = None
    number: Number | None = None


class AnonymousSource(_Model):
    """Why a reader cannot tell who speaks.

    Attributes:
        marker: The words that show it; ``None`` where only a missing subject does.
        kind: The kind of anonymity.
        count: How many sources, where the words say so (مصدران is 2).
        reason: The stated reason for withholding the name, where there is one.
    """

    marker: Span | None = None
    kind: AnonymousKind
    count: Annotated[int, Field(ge=1)] | None = None
    reason: Span | None = None


class Quote(_Model):
    """One statement and whom the article attributes it to (PARC's attribution relation, Pareti 2015).

    Attributes:
        type: ``direct``, ``indirect``, or ``mixed`` (indirect with words in quotation marks).
        content: What is said, in text order; several spans where the attribution splits it.
        cue: The words that signal the attribution; empty where nothing but layout does.
        source: The noun phrase in this sentence that names the sayer.
        speaker: Whom the source resolves to over the article.
        anonymous: Set where the article does not let a reader know who speaks.
        via: The agency, paper or programme that relays the statement or that it was made to.
        nested: Whether the statement stands inside another statement.
        construction: Name of the construction that found it (a module of ``newsquote.constructions``), or
            ``learned``, where rules found nothing and a network did.
        entry: The lexicon entry of the cue, in dictionary form.
        confidence: From 0 to 1: how likely its content is right (``docs/accuracy.md``).
    """

    type: QuoteType
    content: Annotated[tuple[Span, ...], Field(min_length=1)]
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    speaker: Speaker | None = None
    anonymous: AnonymousSource | None = None
    via: Span | None = None
    nested: bool = False
    construction: str
    entry: str | None = None
    confidence: Annotated[float, Field(ge=0, le=1)]

    @property
    def text(self) -> str:
        """The content's spans, joined by a space."""
        return " ".join(span.text for span in self.content)
