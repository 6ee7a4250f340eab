"""Where each step of a training keeps its files, and which steps are done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that holds one training from the prepared treebank to the models."""

    root: Path

    def section(self, name: str) -> Path:
        """The prepared CoNLL-U of a section; the tokenizer's ``.txt`` and ``.labels`` lie beside it.

        Args:
            name: ``train``, ``dev`` or ``test``, or a derived one such as ``train.tagged``.

        Returns:
            Its path.
        """
        return self.root / "data" / f"{name}.conllu"

    def model(self, name: str) -> Path:
        """A trained model.

        Args:
            name: ``tokenizer``, ``mwt``, ``vectors``, ``tagger``, ``lemmatizer`` or ``parser``, or a first version.

        Returns:
            Its path.
        """
        return self.root / "models" / f"{name}.pt"

    @property
    def package(self) -> Path:
        """The resources folder."""
        return self.root / "stanza_models"

    @property
    def silver(self) -> Path:
        """Gold and silver text for the final tokenizer."""
        return self.root / "data" / "silver.txt"

    @property
    def segmented_news(self) -> Path:
        """The raw news with each token replaced by its pieces."""
        return self.root / "data" / "news.segmented.txt"

    def run(self, target: Path, build: Callable[[Path], None], *, force: bool) -> bool:
        """Build a file unless it is there.

        A half-built file never counts as done: the builder writes beside the target, and success moves it there.

        Args:
            target: The file.
            build: Writes it, given the path to write to.
            force: Build it again even if it is there.

        Returns:
            Whether it was built.
        """
        if target.exists() and not force:
            logger.info("%s is there: skipped (--force builds it again)", target)
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{target.stem}.partial{target.suffix}")
        build(partial)
        partial.replace(target)
        return True
