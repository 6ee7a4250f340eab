"""The bundled models, checked and loaded once for the process."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsquote.bundled import stanza_models_dir
from newsquote.errors import ModelsError
from newsquote.parsing.pipelines import PROCESSORS

if TYPE_CHECKING:
    import stanza

    from newsquote.parsing.engine import Engine

_DIGEST = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_REINSTALL = "install newsquote again: pip install --force-reinstall --no-deps newsquote"


@cache
def bundled_engine() -> "Engine":
    """The engine with the bundled models; not to be called by two threads at once.

    Raises:
        ModelsError: If the models are missing or damaged.
    """
    folder = Path(stanza_models_dir())
    _check_digests(folder)
    from newsquote.parsing.engine import Engine  # noqa: PLC0415 - takes seconds, and needs torch and stanza

    return Engine(_pipeline(folder))


def _pipeline(folder: Path) -> "stanza.Pipeline":
    import stanza  # noqa: PLC0415
    from stanza.models.common import utils  # noqa: PLC0415

    # Stanza makes an optimizer with each model it loads, for which torch loads its compiler: half the time of a start
    kept = utils.get_optimizer, utils.get_split_optimizer
    utils.get_optimizer = utils.get_split_optimizer = lambda *_, **__: {}
    try:
        return stanza.Pipeline(
            "ar",
            dir=str(folder),
            package="newsquote",
            processors=",".join(PROCESSORS),
            download_method=None,
            verbose=False,
        )
    finally:
        utils.get_optimizer, utils.get_split_optimizer = kept


def _check_digests(folder: Path) -> None:
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if match := _DIGEST.fullmatch(line):
                digest = hashlib.sha256((folder / match[2]).read_bytes()).hexdigest()
                if digest != match[1]:
                    raise ModelsError(f"{folder / match[2]} is not the file that this release came with; {_REINSTALL}")
    except OSError as error:
        raise ModelsError(f"{error.filename} cannot be read ({error.strerror}); {_REINSTALL}") from error
