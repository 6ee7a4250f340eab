"""The wheel: it carries all that newsquote reads at run time."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.doc_examples import ROOT

IGNORED = {"__pycache__", ".DS_Store"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    written = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newsquote").rglob("*")
        if path.is_file() and not IGNORED & set(path.parts)
    }
    assert written <= packed
    assert "newsquote/py.typed" in packed
    assert "newsquote/examples/example.txt" in packed


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.partition("-")[0] for top in tops} == {"newsquote"}
    assert len(tops) == 2


def test_the_wheel_carries_the_models(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    processors = {"tokenize", "mwt", "pos", "lemma", "depparse"}
    assert {f"newsquote/stanza_models/ar/{name}/newsquote.pt" for name in processors} <= packed
    assert "newsquote/stanza_models/resources.json" in packed
