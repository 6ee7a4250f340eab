"""Somebody who speaks, as far as the article has told."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsquote.models import AnonymousSource, Gender, Number, Speaker, SpeakerKind
from newsquote.speakers.agreement import Subject
from newsquote.speakers.mentions import balanced
from newsquote.syntax import Extent

_FOR_THE = "لل"  # a preposition and the article run together
_THE = "ال"
_BEFORE, _AFTER = " .،?-–—", " ،؟?-–—"  # what a scraper or a tokenizer left beside a name: د.هيا العواد


@dataclass
class Identity:
    """Somebody who speaks; what is learnt about him on the way goes to all his quotes."""

    extent: Extent | None
    kind: SpeakerKind = "unknown"
    gender: Gender | None = None
    number: Number | None = None
    human: bool | None = None
    anonymous: AnonymousSource | None = None

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind == "person" and self.number in (None, "singular")

    @property
    def subject(self) -> Subject:
        """What agreement asks about it."""
        return Subject(self.gender, self.number, self.human)

    def name(self, text: str) -> str | None:
        """What the article calls him; ``None`` for an impersonal passive."""
        if self.extent is None or not text[slice(*self.extent)].strip():
            return None
        start, end = balanced(text, self.extent)
        name = text[start:end].lstrip(_BEFORE).rstrip(_AFTER)
        if text[max(0, start - 2) : start] == _FOR_THE:  # للوكالة الدولية: not وكالة الدولية
            return _THE + name
        if name.startswith(_FOR_THE) and name.partition(" ")[0] != "للا":  # where the parser did not cut it; للا سلمى
            return _THE + name.removeprefix(_FOR_THE)
        return name

    def speaker(self, text: str) -> Speaker | None:
        """The public model; ``None`` for an impersonal passive."""
        name = self.name(text)
        return Speaker(name=name, kind=self.kind, gender=self.gender, number=self.number) if name else None


@dataclass(frozen=True)
class Earlier:
    """Who has spoken before a mention: the last person, the last body, the last of any known kind, the last at all."""

    person: Identity | None = None
    body: Identity | None = None
    anyone: Identity | None = None
    last: Identity | None = None

    @classmethod
    def of(cls, identities: Sequence[Identity]) -> "Earlier":
        """Of those who have spoken, the last one first."""
        return cls(
            person=next((one for one in identities if one.person), None),
            body=next((one for one in identities if not one.human and one.kind != "document"), None),
            anyone=next((one for one in identities if one.kind not in ("unknown", "document")), None),
            last=next((one for one in identities if one.kind != "document"), None),
        )
