"""The page of constructions, written from their case files."""

import importlib
import re

from tests.case_files import finds, ignores, names

SHOWN = 5
"""So many examples of each kind stand on the page; the case file holds the others."""
_HEAD = """\
# Constructions

A construction is a way to attribute. Each is a module of `newsquote.constructions`, and `quote.construction` names it.
This page is written from the case files in `tests/cases`, which hold more examples; `python -m tests.doc_examples`
writes it anew. How to add one: [adding-a-construction.md](adding-a-construction.md).

Quotes whose `construction` is `learned` were found by no construction, but by
[a network](architecture.md#rules-find-networks-correct) that has read annotated news.
"""


def page() -> str:
    """The page, in Markdown."""
    return "\n".join([_HEAD, *map(_section, names())])


def _section(name: str) -> str:
    about = (importlib.import_module(f"newsquote.constructions.{name}").__doc__ or "").strip().splitlines()[0]
    found = [case for case in finds(name) if not case.gap][:SHOWN]
    lines = [
        f"## `{name}`\n",
        f"{about}\n",
        "It finds:\n",
        "| sentence | source | cue | content |",
        "| --- | --- | --- | --- |",
    ]
    for case in found:
        for position, quote in enumerate(case.quotes):
            sentence = case.text if position == 0 else "〃"
            cells = (sentence, quote.get("source"), _joined(quote.get("cue")), _joined(quote.get("content")))
            lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    lines += ["\nIt leaves alone:\n", "| sentence | because |", "| --- | --- |"]
    lines += [f"| {_cell(case.text)} | {_cell(case.reason)} |" for case in ignores(name)[:SHOWN]]
    return "\n".join(lines) + "\n"


def _joined(parts: list[str] | None) -> str:
    return " … ".join(parts or [])


def _cell(text: str | None) -> str:
    return re.sub(r"([\\`*_{}<>|\[\]#])", r"\\\1", " ".join((text or "").split()))
