"""Going on where an interrupted run stopped: the articles that its output already holds."""

import json
import os
from hashlib import blake2b
from pathlib import Path

from newsquote.errors import InputError
from newsquote.reading import Document


class Done:
    """The articles in a file of JSON lines that ``newsquote extract`` wrote, by id and text.

    A last line that was not written to its end is cut off the file.

    Args:
        output: The file; need not exist.

    Raises:
        newsquote.InputError: If a line is nothing that ``newsquote extract`` writes.
        OSError: If the file cannot be read or cut.
    """

    def __init__(self, output: Path) -> None:
        self._keys: set[bytes] = set()
        if not output.exists():
            return
        whole = 0
        with output.open("r+b") as file:
            for number, line in enumerate(file, start=1):
                if not line.endswith(b"\n"):
                    break
                self._keys.add(_key_of_line(line, f"{output}:{number}"))
                whole += len(line)
            if whole < os.fstat(file.fileno()).st_size:
                file.truncate(whole)

    def __contains__(self, document: Document) -> bool:
        return _key(document.id, document.text) in self._keys


def _key_of_line(line: bytes, place: str) -> bytes:
    try:
        record = json.loads(line)
        if isinstance(record["quotes"], list):
            return _key(record["id"], record["text"])
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise InputError(f"{place}: was not written by newsquote extract; name another file to write to")


def _key(identity: str | int, text: str) -> bytes:
    # numbers and strings are told apart, as they are in the output
    return blake2b(json.dumps([identity, text]).encode(), digest_size=16).digest()
