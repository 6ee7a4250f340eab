"""What Stanza takes no option for is put in its modules for the length of a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def replaced(module: object, name: str, value: object) -> Iterator[None]:
    """Put another object under a module's name for the length of a ``with`` block.

    Args:
        module: The module.
        name: The name in it.
        value: What the name is to mean.

    Yields:
        Nothing.
    """
    original = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, original)
