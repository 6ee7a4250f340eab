"""An explanation as a listing to read in a terminal, safe for right-to-left text as quotes are (newsquote.listing)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsquote.explanation.explain import ExplainedCue, ExplainedSentence, Finding
from newsquote.listing import named, print_row

if TYPE_CHECKING:
    from rich.console import Console

_Row = tuple[str, str, str]
"""Label, Arabic value, English remark."""


def print_explanation(
    name: str, text: str, sentences: Sequence[ExplainedSentence], *, console: "Console | None" = None
) -> None:
    """Print what was found in each sentence, as wide as the terminal.

    Args:
        name: What to call the article.
        text: The article.
        sentences: Its explanation.
        console: Where to print; standard output if none is given.
    """
    from rich.console import Console  # noqa: PLC0415 - whoever prints no listing need not load rich

    console = console or Console(highlight=False)
    count = f"{len(sentences) or 'no'} sentence{'' if len(sentences) == 1 else 's'}"
    console.print(named(f"{count} with a cue or a quotation mark in ", name), soft_wrap=True)
    for sentence in sentences:
        console.print()
        print_row(console, "sentence", text[slice(*sentence.extent)], "")
        for cue in sentence.cues:
            for row in _rows(text, cue):
                print_row(console, *row)
    console.print()


def _rows(text: str, cue: ExplainedCue) -> Iterator[_Row]:
    words = text[slice(*cue.extent)]
    entry = f" ({cue.entry})" if cue.entry and cue.entry != words else ""
    yield ("cue" if cue.entry or cue.kind == "other word" else "marks"), f"{words}{entry}", cue.kind
    for finding in cue.findings:
        yield from _found(text, finding)
    if cue.reason:
        yield " none", "", cue.reason


def _found(text: str, finding: Finding) -> Iterator[_Row]:
    match = finding.match
    content = " … ".join(text[slice(*extent)] for extent in match.content)
    became = finding.became or match
    yield " found", content, f"{match.construction} {became.confidence:.2f}: {_fate(finding)}"
    if became.content != match.content:
        yield " mended", " … ".join(text[slice(*extent)] for extent in became.content), "where it begins and ends"
    if became.source != match.source:
        yield (
            " mended",
            text[slice(*became.source)] if became.source else "",
            "who is named" if became.source else "nobody is named",
        )
    if finding.resolution:
        source = "" if became.source else "no source in the sentence"
        speaker = finding.resolution.speaker
        unnamed = f"anonymous: {finding.resolution.anonymous.kind}" if finding.resolution.anonymous else ""
        remark = "; ".join(filter(None, (source, speaker.kind if speaker else "nobody is found", unnamed)))
        yield " speaker", speaker.name if speaker else "", remark


def _fate(finding: Finding) -> str:
    if finding.fate == "quote":
        return f"quote {finding.number}"
    if finding.fate == "joined":
        return f"joined to quote {finding.number}"
    if finding.fate == "unlikely":
        return "left out, no statement by the network that judges them"
    if finding.other:
        return f"gave way to {finding.other.construction}"
    if finding.match.construction == "continuation":
        return "left out, no quotation ends right before it"
    return "left out, only mentioned inside another statement"
