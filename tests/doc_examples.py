"""Runs the examples of README.md and docs/: ``python -m tests.doc_examples`` writes their fresh output into the files.

Fenced blocks in a file, top to bottom, are examples by their language:
``python`` with ``>>>`` runs as at the prompt (names are shared within a file), ``console`` runs ``$ newsquote …``,
``json`` must be JSON, ``toml`` must be entries of the lexicon, and a language followed by a path shows that file.
Others (``sh``, ``text``) are only read.
"""

import contextlib
import io
import json
import os
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from newsquote import lexicon
from newsquote.cli import main as command_line
from newsquote.extractor import default_extractor
from tests import doc_constructions

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
CONSTRUCTIONS = ROOT / "docs/constructions.md"
FILES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCED = re.compile(
    r"^```(?P<language>python|console|json|toml)(?: title=\"(?P<shows>[^\"]+)\")?\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_SCHEMAS: dict[str, type[BaseModel]] = {"verb": lexicon.Verb, "noun": lexicon.Noun, "phrase": lexicon.SourcePhrase}
WIDTH = "80"
"""Of the terminal that listings are shown in."""
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))  # would hide in a page, and look like tampering to who reviews it
_PROMPTS = (">>> ", "... ", ">>>", "...")


@dataclass
class Example:
    """A fenced block."""

    file: Path
    line: int
    language: str
    shows: str | None
    body: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}"


def examples(file: Path) -> Iterator[Example]:
    """The blocks of a file that run."""
    text = file.read_text(encoding="utf-8")
    return (_example(file, found) for found in _FENCED.finditer(text))


def _example(file: Path, found: re.Match[str]) -> Example:
    line = 1 + found.string.count("\n", 0, found.start())
    return Example(file, line, found["language"], found["shows"], found["body"])


def fresh(example: Example, names: dict[str, Any]) -> str:
    """The block as it ought to be: its commands with the output they give now."""
    if example.shows:
        return (ROOT / example.shows).read_text(encoding="utf-8")
    if example.language == "python":
        return _prompted(example.body, names)
    if example.language == "console":
        return _commands(example.body)
    if example.language == "json":
        json.loads(example.body)
    else:
        _check_entries(example.body)
    return example.body


def _prompted(body: str, names: dict[str, Any]) -> str:
    lines = body.splitlines()
    shown: list[str] = []
    while lines:
        if not lines[0].startswith(_PROMPTS):
            # stale output is dropped; a blank line parts one example from the next
            shown += [""] * (not lines.pop(0) and bool(lines))
            continue
        source = [lines.pop(0)]
        while lines and lines[0].startswith("..."):
            source.append(lines.pop(0))
        shown += source
        with contextlib.redirect_stdout(io.StringIO()) as out:
            code = "".join(f"{line[4:]}\n" for line in source)
            exec(compile(code, "<example>", "single"), names)  # noqa: S102 - the project's own documentation
        shown += [line or "<BLANKLINE>" for line in out.getvalue().splitlines()]
    return "".join(f"{line}\n" for line in shown)


def _commands(body: str) -> str:
    shown: list[str] = []
    for line in body.splitlines():
        if not line.startswith("$ "):
            continue
        program, *arguments = shlex.split(line[2:])
        if program != "newsquote":
            raise ValueError(f"only newsquote itself can be run, not {program!r}")
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
            command_line(arguments, extractor=default_extractor())
        shown += [
            line,
            *(
                _same_for_all_pythons(each.rstrip())
                for each in out.getvalue().translate(_ISOLATES).rstrip().splitlines()
            ),
        ]
    return "".join(f"{line}\n" for line in shown)


def _same_for_all_pythons(line: str) -> str:
    return re.sub(r"(-\w) ([A-Z]+), (--[\w-]+ \2)\b", r"\1, \3", line)  # until 3.12, help says -o PATH, --output PATH


def _check_entries(body: str) -> None:
    for key, tables in tomllib.loads(body).items():
        for table in tables:
            _SCHEMAS[key].model_validate_json(json.dumps(table))


def refresh(file: Path) -> None:
    """Write the fresh output of every example of a file into it."""
    names: dict[str, Any] = {}
    text = file.read_text(encoding="utf-8")
    parts, end = [], 0
    for found in _FENCED.finditer(text):
        parts += [text[end : found.start("body")], fresh(_example(file, found), names)]
        end = found.end("body")
    file.write_text("".join(parts) + text[end:], encoding="utf-8")


if __name__ == "__main__":
    os.environ["COLUMNS"] = WIDTH
    CONSTRUCTIONS.write_text(doc_constructions.page(), encoding="utf-8")
    for page in FILES:
        refresh(page)
