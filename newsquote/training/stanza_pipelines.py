"""Pipelines of half-trained model sets, for the steps that need the ones before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def segmentation_pipeline(tokenizer: Path, mwt: Path, *, device: str) -> Any:
    """A pipeline that only finds sentences, tokens and words.

    Args:
        tokenizer: The trained tokenizer.
        mwt: The trained multiword-token expander.
        device: ``cpu`` or ``cuda``.

    Returns:
        A ``stanza.Pipeline``.
    """
    import stanza

    # Stanza asks for an index of resources even where every model is named.
    index = tokenizer.with_name("resources.json")
    index.write_text(json.dumps({"url": "", "ar": {"lang_name": "Arabic"}}), encoding="utf-8")
    return stanza.Pipeline(
        "ar",
        dir=str(index.parent),
        processors="tokenize,mwt",
        tokenize_model_path=str(tokenizer),
        mwt_model_path=str(mwt),
        tokenize_batch_size=64,
        allow_unknown_language=True,
        download_method=None,
        device=device,
        logging_level="WARN",
    )
