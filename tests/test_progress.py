"""The progress bar: on standard error, where that is a terminal and the output goes elsewhere."""

import json
import re
import sys
from pathlib import Path
from typing import Any, TextIO

import pytest

from newsquote.cli import main
from tests.conftest import FirstWord


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    file = tmp_path / "a.jsonl"
    records: list[dict[str, Any]] = [{"id": n, "text": f"قال {n}"} for n in range(4)]
    file.write_text("".join(json.dumps(each) + "\n" for each in records) + "no JSON\n")
    return file


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def be_terminal(monkeypatch: pytest.MonkeyPatch, *streams: TextIO) -> None:
    # within the test, because capturing puts other streams in their place before it
    for stream in streams:
        monkeypatch.setattr(stream, "isatty", lambda: True)


def test_a_bar_shows_how_many_are_done_and_messages_stand_above_it(
    articles: Path, first_word: FirstWord, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be_terminal(monkeypatch, sys.stderr)
    assert main(["extract", str(articles)], extractor=first_word) == 1
    captured = capsys.readouterr()
    assert "articles: 4" in captured.err
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\s", "", captured.err)
    assert "a.jsonl:5:isnotJSON" in plain
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == [0, 1, 2, 3]


def test_a_page_of_many_articles_has_a_bar_too(
    articles: Path,
    first_word: FirstWord,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    be_terminal(monkeypatch, sys.stdout, sys.stderr)
    assert main(["render", str(articles), "-o", str(tmp_path / "page.html")], extractor=first_word) == 1
    assert "articles: 4" in capsys.readouterr().err
    assert main(["render", str(articles), "-o", "-"], extractor=first_word) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_is_done_already_counts(
    articles: Path,
    first_word: FirstWord,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    be_terminal(monkeypatch, sys.stderr)
    output = str(tmp_path / "q.jsonl")
    main(["extract", str(articles), "-o", output], extractor=first_word)
    capsys.readouterr()
    first_word.texts.clear()
    main(["extract", str(articles), "-o", output, "--resume"], extractor=first_word)
    assert "articles: 4" in capsys.readouterr().err
    assert first_word.texts == []


def test_no_bar_stands_between_the_lines_of_a_listing(
    articles: Path, first_word: FirstWord, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    be_terminal(monkeypatch, sys.stdout, sys.stderr)
    main(["extract", str(articles)], extractor=first_word)
    captured = capsys.readouterr()
    assert captured.err.startswith(f"newsquote: {articles}:5: is not JSON")
    assert len(captured.err.splitlines()) == 1


def test_no_bar_is_shown_where_there_is_no_terminal(
    articles: Path, first_word: FirstWord, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", str(articles)], extractor=first_word)
    assert len(capsys.readouterr().err.splitlines()) == 1
