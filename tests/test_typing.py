"""Ordinary use of newsquote, as type checkers see it; and that they would see a mistake."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doc_examples import ROOT

ORDINARY = ROOT / "tests/typing/ordinary_use.py"
MISTAKES = """
import newsquote
newsquote.extract(1)
newsquote.extract("x")[0].speaker.name
newsquote.Span(start="a", end=1, text="x")
newsquote.render_html("x", [], language="fr")
newsquote.extract_many(["x"], 2)
"""


def mypy(file: Path) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        f"--cache-dir={file.parent}/.mypy",
        str(file),
    ]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)


def pyright(file: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYRIGHT_PYTHON_GLOBAL_NODE": "1"}
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=ROOT, env=environment)
    if not re.search(r"\d+ errors?", done.stdout):
        pytest.skip(f"pyright cannot start here; it needs Node.js, and downloads itself from npm: {done.stderr[-200:]}")
    return done


@pytest.fixture
def ordinary(tmp_path: Path) -> Path:
    # away from the project's settings
    file = tmp_path / "ordinary_use.py"
    file.write_text(f"# pyright: strict\n{ORDINARY.read_text(encoding='utf-8')}", encoding="utf-8")
    return file


@pytest.fixture
def mistaken(tmp_path: Path) -> Path:
    file = tmp_path / "mistaken.py"
    file.write_text(MISTAKES, encoding="utf-8")
    return file


def test_mypy_strict_accepts_ordinary_use(ordinary: Path) -> None:
    done = mypy(ordinary)
    assert done.stdout.startswith("Success"), done.stdout


def test_mypy_sees_each_mistake(mistaken: Path) -> None:
    assert set(re.findall(r"mistaken\.py:(\d+): error", mypy(mistaken).stdout)) == {"3", "4", "5", "6", "7"}


def test_pyright_accepts_ordinary_use(ordinary: Path) -> None:
    done = pyright(ordinary)
    assert "0 errors" in done.stdout, done.stdout


def test_pyright_sees_each_mistake(mistaken: Path) -> None:
    assert set(re.findall(r"mistaken\.py:(\d+):\d+ - error", pyright(mistaken).stdout)) == {"3", "4", "5", "6", "7"}
