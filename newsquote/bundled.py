"""Where the Stanza models that the package carries lie."""

from pathlib import Path


def stanza_models_dir() -> str:
    """The folder of the bundled Arabic models, laid out as a Stanza resources folder.

    Returns:
        What ``stanza.Pipeline("ar", dir=..., package="newsquote", download_method=None)`` takes as ``dir``.
    """
    return str(Path(__file__).parent / "stanza_models")
