"""The chart on the page of performance, drawn from the table that stands there."""

import html
import re

from tests.doc_examples import ROOT

PAGE = ROOT / "docs/performance.md"
CHART = ROOT / "docs/images/performance.svg"
_ROW = re.compile(r"^\| (?P<label>\(\w\) [^|]+) \|[^|]*\| (?P<words>\d+) \|$", re.MULTILINE)
_WIDTH, _STEP, _BAR, _LABELS = 720, 44, 14, 70
_STYLE = """\
text { font: 14px system-ui, sans-serif; fill: #333; }
rect { fill: #8d6e63; }
@media (prefers-color-scheme: dark) { text { fill: #ddd; } rect { fill: #bcaaa4; } }
"""


def chart() -> str:
    """Words a second, a bar for each row of the table, as SVG."""
    rows = [
        (html.escape(row["label"].replace("`", "").strip()), int(row["words"]))
        for row in _ROW.finditer(PAGE.read_text(encoding="utf-8"))
    ]
    most = max(words for _, words in rows)
    height = _STEP * len(rows) + 8
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>Words a second: {'; '.join(f'{label}: {words}' for label, words in rows)}</title>",
        f"<style>\n{_STYLE}</style>",
    ]
    for number, (label, words) in enumerate(rows):
        top, length = _STEP * number, (_WIDTH - _LABELS) * words / most
        lines += [
            f'<text x="0" y="{top + 17}">{label}</text>',
            f'<rect x="0" y="{top + 24}" width="{length:.1f}" height="{_BAR}" rx="2"/>',
            f'<text x="{length + 8:.1f}" y="{top + 36}">{words:,}</text>',
        ]
    return "\n".join([*lines, "</svg>\n"])


if __name__ == "__main__":
    CHART.write_text(chart(), encoding="utf-8")
