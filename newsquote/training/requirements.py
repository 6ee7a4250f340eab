"""A clear message where what training needs is not installed."""

from __future__ import annotations

import importlib.util

INSTALL = 'pip install "newsquote[train]"'


class MissingTrainingExtraError(ImportError):
    """Raised when a training step needs a package that is not installed."""


def require(*packages: str) -> None:
    """Check that packages can be imported, without importing them.

    Args:
        packages: Their top-level names.

    Raises:
        MissingTrainingExtraError: One is missing; the message says what to install.
    """
    missing = [package for package in packages if importlib.util.find_spec(package) is None]
    if missing:
        raise MissingTrainingExtraError(f"training needs {', '.join(missing)}: {INSTALL}")
