"""Raw news articles: JSON lines, packed with xz or gzip or not at all, or plain text."""

from __future__ import annotations

import gzip
import json
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

_SPACE = re.compile(r"[^\S\n]+")
# A surface token: letters with their marks, a number, or one other character.
SURFACE_TOKEN = re.compile(r"[\u0621-\u063a\u0641-\u0652\u0670\u0671]+|[0-9٠-٩]+|\S")


def read_paragraphs(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the paragraphs of articles: the title, then each line of the text.

    Args:
        paths: ``.jsonl`` files, one object with ``title`` and ``text`` a line, or ``.txt``; ``.xz`` and ``.gz`` too.

    Yields:
        Non-empty paragraphs, white space squeezed and tatweel dropped.
    """
    for path in paths:
        with _open(path) as stream:
            is_json = ".jsonl" in path.suffixes
            for line in stream:
                fields = json.loads(line) if is_json else {"text": line}
                for part in (fields.get("title", ""), *str(fields["text"]).split("\n")):
                    paragraph = _SPACE.sub(" ", part.replace("ـ", "")).strip()
                    if paragraph:
                        yield paragraph


def _open(path: Path) -> IO[str]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")
