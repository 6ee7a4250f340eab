"""Where a training runs."""

from __future__ import annotations

import argparse

from newsquote.training.requirements import require

Options = argparse.Namespace


def device_of(options: Options) -> str:
    """Where to train, the number of threads set.

    Args:
        options: Of the command line.

    Returns:
        ``cpu`` or ``cuda``.
    """
    require("torch", "stanza")
    import torch

    torch.set_num_threads(options.threads)
    return str(options.device or ("cuda" if torch.cuda.is_available() else "cpu"))
