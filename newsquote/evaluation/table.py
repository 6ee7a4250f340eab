"""A report as a table to read in a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsquote.evaluation.report import Report, Score

if TYPE_CHECKING:
    from rich.console import Console

_SCORES = {
    "attribution": "content and speaker right",
    "content": "content, IoU ≥ 0.8",
    "exact": "content to the word",
    "overlap": "content, IoU ≥ 0.5",
    "anonymous": "anonymous sources",
    "gender_gap_tracker_30": "GenderGapTracker at 0.3",
    "gender_gap_tracker_80": "GenderGapTracker at 0.8",
    "citron": "Citron, all spans exact",
    "cofenet_source": "CofeNet, source exact",
    "cofenet_cue": "CofeNet, cue exact",
    "cofenet_content": "CofeNet, content exact",
}
_SHARES = {
    "speaker_accuracy": "speaker",
    "type_accuracy": "type",
    "cue_accuracy": "cue",
    "via_accuracy": "relayer",
}


def print_table(report: Report, *, console: "Console | None" = None) -> None:
    """Print a report.

    Args:
        report: What was measured.
        console: Where to print; standard output if none is given.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - whoever prints no table need not load rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    console = console or Console(highlight=False)
    table = Table(box=SIMPLE_HEAD, title=f"{report.articles} articles, {report.content.gold} quotes in the gold")
    table.add_column("measure", no_wrap=True)
    for name in ("precision", "recall", "F1", "right", "gold", "found"):
        table.add_column(name, justify="right", no_wrap=True, min_width=len(name))
    for field, label in _SCORES.items():
        table.add_row(label, *_cells(getattr(report, field)), end_section=field == "anonymous")
    console.print(table)
    console.print("Where the content is right (IoU ≥ 0.8), the share that is right:")
    for field, label in _SHARES.items():
        console.print(f"  {label:9}{getattr(report, field):.4f}")
    console.print("Recall by type, of content / of content and speaker:")
    for kind, recall in report.recall_by_type.items():
        console.print(f"  {kind:9}{recall.content:.4f} / {recall.attribution:.4f}  of {recall.gold}")


def _cells(score: Score) -> Iterator[str]:
    yield from (f"{value:.4f}" for value in (score.precision, score.recall, score.f1))
    yield from (str(count) for count in (score.tp, score.gold, score.predicted))
