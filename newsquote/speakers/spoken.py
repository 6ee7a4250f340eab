"""Who has spoken so far: what an attribution without a source may take its speaker from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsquote.speakers.agreement import Agreement
from newsquote.speakers.identity import Identity
from newsquote.syntax import Extent

_REACH = 40  # how many earlier attributions are asked for a speaker


@dataclass(frozen=True)
class Spoken:
    """An attribution already resolved; it can lend its speaker only up to the end of the statement that holds it."""

    offset: int
    verbal: bool
    sentence: int
    scope: int | None
    identity: Identity


class History:
    """The attributions resolved so far, in the statements of an article."""

    def __init__(self, contents: Iterable[Extent]) -> None:
        self._spoken: list[Spoken] = []
        statements = sorted(contents)
        self._starts = [start for start, _ in statements]
        self._ends = list(accumulate((end for _, end in statements), max))

    def add(self, offset: int, identity: Identity, *, sentence: int, verbal: bool) -> None:
        """Enter who speaks in an attribution."""
        self._spoken.append(Spoken(offset, verbal, sentence, self.scope(offset), identity))

    def scope(self, offset: int) -> int | None:
        """Where the statement ends that an offset lies in."""
        before = bisect_right(self._starts, offset)
        end = self._ends[before - 1] if before else 0
        return end if end > offset else None

    def all(self) -> Sequence[Spoken]:
        """Earlier attributions, nearest first."""
        return self._spoken[: -_REACH - 1 : -1]

    def before(self, offset: int) -> Sequence[Spoken]:
        """Earlier attributions, nearest first, without those inside a statement that is over."""
        return [spoken for spoken in self.all() if spoken.scope is None or spoken.scope > offset]


def latest(spoken: Iterable[Spoken], wanted: Agreement) -> Spoken | None:
    """The first of some attributions, nearest first, whose speaker can be the subject of a verb."""
    return next((one for one in spoken if one.identity.subject.agrees(wanted)), None)
