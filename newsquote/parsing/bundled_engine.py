"""The bundled models, checked and loaded once for the process."""

import gc
import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsquote.bundled import stanza_models_dir
from newsquote.errors import ModelsError
from newsquote.parsing.patching import replaced
from newsquote.parsing.pipelines import PROCESSORS

if TYPE_CHECKING:
    import stanza

    from newsquote.parsing.engine import Engine

_PATCHING = threading.Lock()
_DIGEST = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_REINSTALL = "install newsquote again: pip install --force-reinstall --no-deps newsquote"


@cache
def bundled_engine() -> "Engine":
    """The engine with the bundled models; not to be called by two threads at once.

    Raises:
        ModelsError: If the models are missing or damaged.
    """
    folder = Path(stanza_models_dir())
    check_digests(folder)
    with _no_garbage_collected():
        from newsquote.parsing.engine import Engine  # noqa: PLC0415 - takes seconds, and needs torch and stanza

        return Engine(_pipeline(folder))


@contextmanager
def _no_garbage_collected() -> Iterator[None]:
    """Make very many objects that stay, without going through them over and over; then count them as old."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # else what somebody froze would thaw
            gc.freeze()
            gc.unfreeze()
        if enabled:
            gc.enable()


def _pipeline(folder: Path) -> "stanza.Pipeline":
    import stanza  # noqa: PLC0415
    from stanza.models.common import utils  # noqa: PLC0415

    def no_optimizer(*_: object, **__: object) -> dict[str, object]:
        return {}

    with (
        # Stanza makes an optimizer with each model it loads, for which torch loads its compiler: half of a start
        replaced(utils, "get_optimizer", no_optimizer),
        replaced(utils, "get_split_optimizer", no_optimizer),
        trusted(folder),
    ):
        return stanza.Pipeline(
            "ar",
            dir=str(folder),
            package="newsquote",
            processors=",".join(PROCESSORS),
            download_method=None,
            verbose=False,
        )


@contextmanager
def trusted(*folders: Path) -> Iterator[None]:
    """Let torch read our own files, which have been checked, without its guard, which is ten times as slow."""
    import torch  # noqa: PLC0415

    def read(file: Any, *arguments: Any, **options: Any) -> object:  # noqa: ANN401 - torch's own
        if isinstance(file, str | Path) and any(Path(file).is_relative_to(folder) for folder in folders):
            options["weights_only"] = False
        return load(file, *arguments, **options)

    with _PATCHING:  # two threads would undo each other's patch
        load = torch.load
        with replaced(torch, "load", read):
            yield


@cache
def check_digests(folder: Path) -> None:
    """Look at each file that ``SHA256SUMS`` of a folder names, once.

    Raises:
        ModelsError: If one is missing or damaged.
    """
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if match := _DIGEST.fullmatch(line):
                digest = hashlib.sha256((folder / match[2]).read_bytes()).hexdigest()
                if digest != match[1]:
                    raise ModelsError(f"{folder / match[2]} is not the file that this release came with; {_REINSTALL}")
    except OSError as error:
        raise ModelsError(f"{error.filename} cannot be read ({error.strerror}); {_REINSTALL}") from error
