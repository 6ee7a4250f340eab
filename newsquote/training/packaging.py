"""Step ``package``: trained models into a Stanza resources folder, small and with digests."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PACKAGE = "newsquote"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")
_NEEDS_VECTORS = frozenset({"pos", "depparse"})
DIGESTS = "SHA256SUMS"


def package_models(models: Mapping[str, Path], target: Path) -> None:
    """Write a folder that ``stanza.Pipeline("ar", dir=target, package="newsquote")`` loads without a network.

    Args:
        models: The trained file of each processor in ``PROCESSORS``, and of ``pretrain``.
        target: The resources folder; files of the same names are overwritten one by one, each in one move.
    """
    import torch

    for kind, source in models.items():
        file = model_file(target, kind)
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".partial")
        if kind == "pretrain":
            # Stanza builds its embedding from this table as it is: half precision would clash with the other weights.
            shutil.copyfile(source, partial)
        else:
            checkpoint = torch.load(source, map_location="cpu", weights_only=True)
            checkpoint["model"] = halved(checkpoint["model"])
            checkpoint["config"] = without_paths(checkpoint["config"])
            torch.save(checkpoint, partial, _use_new_zipfile_serialization=False)
        partial.replace(file)
    (target / "resources.json").write_text(json.dumps(resources(target, models), indent=1) + "\n", encoding="utf-8")
    write_digests(target)


def model_file(folder: Path, kind: str) -> Path:
    """Where a resources folder keeps a model.

    Args:
        folder: The resources folder.
        kind: A processor, or ``pretrain``.

    Returns:
        The path of its file.
    """
    return folder / "ar" / kind / f"{PACKAGE}.pt"


def halved(value: Any) -> Any:
    """Floating-point tensors in half precision, anywhere in nested dictionaries and lists.

    Stanza loads them into modules of full precision, so only the disk notices.

    Args:
        value: A state dictionary.

    Returns:
        The same structure.
    """
    import torch

    if torch.is_tensor(value):
        return value.half() if value.is_floating_point() else value
    if isinstance(value, dict):
        return {key: halved(item) for key, item in value.items()}
    if isinstance(value, list):
        return [halved(item) for item in value]
    return value


def without_paths(config: Any) -> Any:
    """A trainer's configuration without the paths of the machine it ran on.

    Args:
        config: The options that a checkpoint remembers.

    Returns:
        A copy; paths become ``None``.

    >>> without_paths({"lr": 0.1, "train_file": "/home/me/train.conllu"})
    {'lr': 0.1, 'train_file': None}
    """
    return {key: None if isinstance(value, str) and "/" in value else value for key, value in config.items()}


def resources(folder: Path, kinds: Mapping[str, object]) -> dict[str, Any]:
    """The index that Stanza reads before it loads anything.

    Args:
        folder: The resources folder, its models in place.
        kinds: The processors, and ``pretrain``.

    Returns:
        The content of ``resources.json``.
    """
    language: dict[str, Any] = {"lang_name": "Arabic"}
    dependency = [{"model": "pretrain", "package": PACKAGE}]
    for kind in kinds:
        # Stanza's own format asks for MD5; our digests are in SHA256SUMS.
        digest = hashlib.md5(model_file(folder, kind).read_bytes(), usedforsecurity=False).hexdigest()
        entry: dict[str, Any] = {"md5": digest}
        if kind in _NEEDS_VECTORS:
            entry["dependencies"] = dependency
        language[kind] = {PACKAGE: entry}
    processors = {kind: PACKAGE for kind in kinds if kind != "pretrain"}
    language["packages"] = {"default": processors, PACKAGE: processors}
    language["default_processors"] = processors
    language["default_dependencies"] = {kind: dependency for kind in processors if kind in _NEEDS_VECTORS}
    return {"url": "", "ar": language}


def write_digests(folder: Path) -> None:
    """Write ``SHA256SUMS`` over every file below a folder, in the format of ``sha256sum -c``.

    Args:
        folder: The resources folder.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".pt", ".json"})
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}" for path in files
    ]
    (folder / DIGESTS).write_text("\n".join(lines) + "\n", encoding="utf-8")
