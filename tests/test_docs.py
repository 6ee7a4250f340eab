"""README and docs: every example runs and prints what the page shows; links lead somewhere; commands agree with CI."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import newsquote
from newsquote import AnonymousSource, Quote, Span, Speaker
from newsquote.cli import build_parser
from newsquote.lexicon import Verb
from newsquote.models import AnonymousKind, SpeakerKind
from tests import doc_chart, doc_constructions
from tests.doc_examples import CONSTRUCTIONS, FILES, ROOT, WIDTH, examples, fresh

EXAMPLES = 30
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)[^)]*\)")


@pytest.mark.models
def test_every_example_prints_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", WIDTH)
    ran = 0
    for file in FILES:
        names: dict[str, Any] = {}
        for example in examples(file):
            shown, body = fresh(example, names), example.body
            if sys.version_info >= (3, 13) and "--help" in body:  # which that Python lays out anew, in the same words
                shown, body = " ".join(shown.split()), " ".join(body.split())
            assert shown == body, f"{example} is stale; refresh it by: python -m tests.doc_examples"
            ran += 1
    assert ran == EXAMPLES


def test_the_page_of_constructions_is_fresh() -> None:
    shown = CONSTRUCTIONS.read_text(encoding="utf-8")
    assert shown == doc_constructions.page(), "refresh it by: python -m tests.doc_examples"


def test_the_chart_of_performance_shows_the_figures_of_its_table() -> None:
    assert doc_chart.CHART.read_text(encoding="utf-8") == doc_chart.chart(), "refresh it by: python -m tests.doc_chart"
    assert doc_chart.CHART.read_text(encoding="utf-8").count("<rect") >= 5


def test_the_command_line_page_shows_the_help_of_every_command() -> None:
    shown = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    (commands,) = (action.choices for action in build_parser()._actions if action.dest == "command")
    assert commands
    for command in commands:
        assert f"$ newsquote {command} --help\nusage: newsquote {command}" in shown


def test_the_site_is_built_without_a_warning_and_can_be_searched(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", ".mkdocs.yml", "-d", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # the theme's own notice, about another generator
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert (done.returncode, re.findall("WARNING.*", done.stderr)) == (0, [])
    index = json.loads((tmp_path / "search/search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["en", "ar"]
    assert {page.stem for page in (ROOT / "docs").glob("*.md")} <= {page.stem for page in tmp_path.glob("*.html")}
    found = {each["location"] for each in index["docs"] if "الاقتباس" in each["text"]}
    assert any(location.startswith("ar.html") for location in found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    for target in LINK.findall(file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), f"{file.name} links to {target}"


def test_the_map_names_every_page() -> None:
    linked = set(LINK.findall((ROOT / "docs/index.md").read_text(encoding="utf-8")))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"} <= linked


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("README.md", set(Quote.model_fields)),
        ("docs/models.md", set(Quote.model_fields) | set(Span.model_fields) | set(Speaker.model_fields)),
        (
            "docs/models.md",
            set(AnonymousSource.model_fields) | set(get_args(AnonymousKind)) | set(get_args(SpeakerKind)),
        ),
        ("docs/models.md", {name for name in newsquote.__all__ if name.endswith("Error")}),
        ("docs/adding-a-verb.md", set(Verb.model_fields)),
    ],
)
def test_a_page_names_all_there_is(page: str, names: set[str]) -> None:
    code = set(re.findall(r"`(\S+?)`", (ROOT / page).read_text(encoding="utf-8")))
    assert names <= code


def test_ci_runs_the_one_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^python3 -m venv .*pytest$", readme, re.MULTILINE)
    (grep,) = re.findall(r"^command=\$\((.*)\)$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    found = subprocess.run(["bash", "-c", grep], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607
    assert found.stdout.splitlines() == [command]
