"""A progress bar on standard error, where that is a terminal and the output does not go there."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsquote.reading import STDIN, Document, files


@contextmanager
def progress(
    names: Iterable[str], *, shown: bool, leaving_out: Path | None = None
) -> Iterator[Callable[[Document], None]]:
    """Show how much of the inputs is done, by their bytes.

    Args:
        names: The inputs.
        shown: Whether to show it where standard error is a terminal.
        leaving_out: A file in a named folder that is no input.

    Yields:
        What to call with each article that is done.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda document: None  # noqa: ARG005
        return
    from rich.console import Console  # noqa: PLC0415 - where nothing is shown, rich need not be loaded
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn  # noqa: PLC0415

    bar = Progress(
        BarColumn(),
        TextColumn("articles: {task.fields[articles]}"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        redirect_stdout=False,  # the output goes elsewhere
    )
    with bar:
        task = bar.add_task("", total=_size(names, leaving_out), articles=0)
        articles = 0

        def done(document: Document) -> None:
            nonlocal articles
            articles += 1
            bar.update(task, advance=document.size, articles=articles)

        yield done


def _size(names: Iterable[str], leaving_out: Path | None) -> int | None:
    """Bytes in all; None where standard input's cannot be known."""
    total = 0
    for name in names:
        if name == STDIN:
            return None
        paths = files(name, leaving_out=leaving_out) if Path(name).is_dir() else [Path(name)]
        total += sum(path.stat().st_size for path in paths if path.exists())
    return total
