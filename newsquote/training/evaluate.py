"""Step ``evaluate``: scores of a resources folder on a treebank, from raw text, by the CoNLL 2018 scorer."""

from __future__ import annotations

import io
from pathlib import Path

from newsquote.training.conllu import read_conllu
from newsquote.training.packaging import PACKAGE
from newsquote.training.prepare import raw_text

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS")


def evaluate_models(folder: Path, gold: Path, *, device: str) -> dict[str, float]:
    """Parse a treebank's raw text and score everything.

    Args:
        folder: A Stanza resources folder.
        gold: Prepared CoNLL-U.
        device: ``cpu`` or ``cuda``.

    Returns:
        F1 in percent for each of ``METRICS`` (https://universaldependencies.org/conll18/evaluation.html).
    """
    import stanza
    from stanza.models.common.utils import ud_scores

    pipeline = stanza.Pipeline(
        "ar", dir=str(folder), package=PACKAGE, download_method=None, device=device, logging_level="WARN"
    )
    document = pipeline(raw_text(read_conllu(gold)))
    scores = ud_scores(io.StringIO(gold.read_text(encoding="utf-8")), io.StringIO(f"{document:C}\n\n"))
    return {metric: round(100 * scores[metric].f1, 2) for metric in METRICS}
