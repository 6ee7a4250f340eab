"""Tables and brat: what other programs read back is what was found."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from newsquote import Quote, Span, to_frame
from newsquote.exports.brat import _CONFIGURATION, annotations, write_brat
from newsquote.exports.tables import COLUMNS, write_csv
from newsquote.reading import read
from tests.brat import HERE, MISSING
from tests.doc_examples import ROOT
from tests.quote_samples import BROKEN, INNER, NOBODY, OUTER, QUOTES, TEXT

SPREADSHEET = shutil.which("soffice")

# tables


def test_a_frame_has_a_row_a_quote() -> None:
    frame = to_frame(QUOTES)
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["speaker"].dropna()) == ["المتحدث", "سلمى عمران", "مصدران"]
    assert frame.loc[2, "content"] == "لن ننتظر … أكثر من عام"
    assert frame.loc[2, ["anonymous", "anonymous_count", "anonymous_reason"]].tolist() == [
        "source",
        2,
        "طلبا حجب الاسمين",
    ]
    assert (frame.loc[2, "start"], frame.loc[2, "end"]) == (BROKEN.content[0].start, BROKEN.content[1].end)
    assert frame["nested"].tolist() == [False, True, False, False]


def test_a_frame_of_nothing_has_the_same_columns_and_types() -> None:
    numbers = ["anonymous_count", "nested", "confidence", "start", "end"]
    empty, full = to_frame([]), to_frame(QUOTES)
    assert list(empty.columns) == list(full.columns)
    assert empty[numbers].dtypes.to_dict() == full[numbers].dtypes.to_dict()


def test_frames_of_many_articles_can_be_put_together() -> None:
    frames = pd.concat({"a": to_frame([OUTER, INNER]), "b": to_frame([BROKEN])}, names=["article"])
    assert frames.groupby("article").size().to_dict() == {"a": 2, "b": 1}


def test_without_pandas_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=re.escape('pip install "newsquote[pandas]"')):
        to_frame([])


def written(*articles: tuple[str | int, list[Quote]]) -> str:
    stream = io.StringIO(newline="")
    write_csv(articles, stream)
    return stream.getvalue()


def test_csv_reads_back_as_it_was() -> None:
    text = written(("مقال, أول", QUOTES), (2, []), (3, [NOBODY]))
    assert text.startswith("\ufeff")
    records = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [(each["article"], each["number"]) for each in records] == [
        *(("مقال, أول", str(n)) for n in (1, 2, 3, 4)),
        ("3", "1"),
    ]
    assert records[2]["via"] == 'وكالة "الضفة"'
    assert {line[-1:] for line in text.split("\n")[:-1]} == {"\r"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "  @"])
def test_no_cell_begins_as_a_formula_does(start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    quote = Quote(type="direct", content=(Span.of(evil, 0, len(evil)),), construction=evil, entry=evil, confidence=1)
    rows = list(csv.reader(io.StringIO(written((evil, [quote])).removeprefix("\ufeff"), newline="")))
    assert [cell for cell in rows[1] if cell.lstrip(" ").startswith(start.strip(" "))] == []
    assert rows[1].count(f"'{evil}") == 4


def test_all_but_numbers_stands_in_quotation_marks_so_that_no_tab_or_semicolon_parts_it() -> None:
    quote = NOBODY.model_copy(update={"entry": "نعم; \t=1+1"})
    (line,) = written((7, [quote])).splitlines()[1:]
    assert '"نعم; \t=1+1"' in line
    assert re.sub(r'"[^"]*"', "", line).replace(",", " ").split() == ["7", "1", "False", "0.5", "167", "178"]


@pytest.mark.skipif(not SPREADSHEET, reason="no LibreOffice here: apt-get install libreoffice-calc")
def test_a_spreadsheet_shows_each_cell_as_it_was_written_and_computes_none(tmp_path: Path) -> None:
    texts = ["=1+1", "نعم\t=1+1", "\t=1+1", "قال; =1+1", "نعم,=1+1", '"=1+1', "أول\nثان", 'قال "نعم"، ثم صمت']
    quotes = [
        Quote(type="direct", content=(Span.of(text, 0, len(text)),), construction="x", entry=text, confidence=1)
        for text in texts
    ]
    (tmp_path / "quotes.csv").write_bytes(written(("=1+1", quotes)).encode())
    command = [
        *(str(SPREADSHEET), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
        "--infilter=CSV:44/9/59,34,76",  # as its dialog proposes: parted at commas, tabs and semicolons; UTF-8
        *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path / "shown")),
        str(tmp_path / "quotes.csv"),
    ]
    subprocess.run(command, check=True, capture_output=True)

    def cells(file: Path) -> list[tuple[str, str, str]]:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            return [(each["article"], each["content"], each["entry"]) for each in csv.DictReader(stream)]

    shown = cells(tmp_path / "shown/quotes.csv")
    assert shown == cells(tmp_path / "quotes.csv")
    assert [content.removeprefix("'") for _, content, _ in shown] == texts


# brat


needs_brat = pytest.mark.skipif(not HERE, reason=MISSING)
Article = tuple[str | int, str, list[Quote]]


def as_brat_reads(folder: Path, *articles: Article) -> dict[str, Any]:
    """Write articles for brat, and have brat itself read them."""
    write_brat(articles, folder)
    command = [sys.executable, "-m", "tests.brat", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    read = json.loads(done.stdout)
    assert read["messages"] == []
    documents: dict[str, Any] = read["documents"]
    return documents


Shown = Callable[..., dict[str, list[str]]]


@pytest.fixture
def brat(tmp_path: Path) -> Shown:
    """What brat shows of articles, by document; it must find nothing amiss with them."""

    def shown(*articles: Article) -> dict[str, list[str]]:
        documents = as_brat_reads(tmp_path, *articles)
        for name, document in documents.items():
            assert (name, document["unread"], document["issues"]) == (name, [], [])
            text = (tmp_path / f"{name}.txt").read_bytes().decode()
            for _, spans, words in document["bound"]:
                assert " ".join(text[start:end] for start, end in spans) == words
        return {name: [words for *_, words in document["bound"]] for name, document in documents.items()}

    return shown


@needs_brat
def test_brat_reads_every_annotation_and_finds_each_allowed(brat: Shown) -> None:
    read = brat(("a", TEXT, QUOTES), (2, "", []), ("لا شيء", "سطر.", []))
    spans = {span for quote in QUOTES for span in (*quote.cue, quote.source, quote.via) if span}
    assert len(read["a"]) == len(QUOTES) + len(spans)
    assert "لن ننتظر أكثر من عام" in read["a"]
    assert (read["2"], read["لا_شيء"]) == ([], [])


@needs_brat
def test_brat_would_show_what_its_configuration_forbids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsquote.exports.brat._CONFIGURATION", _CONFIGURATION.replace("<OVERLAP>", "Overlap"))
    (document,) = as_brat_reads(tmp_path, ("a", TEXT, QUOTES)).values()
    assert any("Content cannot contain Content" in issue for issue in document["issues"])


def test_annotations_hold_type_anonymity_nesting_and_relations() -> None:
    ann = "".join(annotations(QUOTES))
    assert re.search(r"^A\d+\tType T\d+ mixed$", ann, re.MULTILINE)
    assert re.search(r"^A\d+\tAnonymous T\d+ impersonal$", ann, re.MULTILINE)
    assert len(re.findall(r"^A\d+\tNested", ann, re.MULTILINE)) == 1
    assert len(re.findall(r"^R\d+\tSaidBy", ann, re.MULTILINE)) == 3
    assert len(re.findall(r"^R\d+\tRelayedBy", ann, re.MULTILINE)) == 1


@needs_brat
def test_a_content_of_several_lines_is_cut_at_their_ends(brat: Shown) -> None:
    def article(number: int, at: str) -> Article:
        text = f"😀 أول{at}ثان"
        content = Span.of(text, 2, len(text))
        return number, text, [Quote(type="direct", content=(content,), construction="x", confidence=1)]

    read = brat(*(article(*each) for each in enumerate(["\n", "\r\n", "\n\n", "\t", "\u2028", "\x85", "\x0b"])))
    assert list(read.values()) == [["أول ثان"]] * 7


def test_quotes_that_share_a_source_share_its_annotation() -> None:
    ann = "".join(annotations([OUTER, OUTER.model_copy(update={"content": (INNER.content[0],)})]))
    assert len(re.findall(r"^T\d+\tSource", ann, re.MULTILINE)) == 1
    assert len(re.findall(r"^R\d+\tSaidBy", ann, re.MULTILINE)) == 2


def test_a_folder_holds_a_pair_of_files_an_article(tmp_path: Path) -> None:
    ids: list[str | int] = ["sub/مقال.txt", "sub_مقال", "a.html", "A", "../../etc", "..", 7]
    write_brat(((identity, TEXT, QUOTES) for identity in ids), tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    stems = ["sub_مقال", "sub_مقال-2", "a", "A-2", "etc", "article", "7"]
    assert names == {f"{stem}.{ending}" for stem in stems for ending in ("txt", "ann")} | {
        "annotation.conf",
        "visual.conf",
    }
    assert (tmp_path / "out/a.txt").read_bytes().decode() == TEXT
    assert [item for item in tmp_path.iterdir() if item.name != "out"] == []
    (again,) = read(str(tmp_path / "out/a.txt"))
    assert again.text == TEXT  # type: ignore[union-attr]
