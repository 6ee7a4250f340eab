"""Results remembered, so that they need not be computed again; those asked for longest ago are forgotten."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar

Key = TypeVar("Key")
Result = TypeVar("Result")


class Recent(Generic[Key, Result]):
    """A function of many keys at once, with a memory that is bounded by the number of keys it holds.

    Args:
        compute: Gives the result of each key.
        most: How many keys are remembered; those of one call may be more.
    """

    def __init__(self, compute: Callable[[Sequence[Key]], Iterable[Result]], *, most: int) -> None:
        self._compute = compute
        self._most = most
        self._known: dict[Key, Result] = {}  # asked for longest ago first

    def __call__(self, keys: Iterable[Key]) -> Mapping[Key, Result]:
        """The results of keys, among others."""
        wanted, unknown = dict.fromkeys(keys), []
        for key in wanted:
            if key in self._known:
                self._known[key] = self._known.pop(key)
            else:
                unknown.append(key)
        if unknown:
            self._known.update(zip(unknown, self._compute(unknown), strict=True))
        surplus = len(self._known) - max(self._most, len(wanted))
        for key in list(islice(self._known, max(0, surplus))):
            del self._known[key]
        return self._known
