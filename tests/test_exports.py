"""Tables and brat: what other programs read back is what was found."""

import csv
import io
import re
import sys
from pathlib import Path

import pandas as pd
import pytest

from newsquote import Quote, Span, to_frame
from newsquote.exports.brat import annotations, write_brat
from newsquote.exports.tables import COLUMNS, write_csv
from newsquote.reading import read
from tests.quote_samples import BROKEN, INNER, NOBODY, OUTER, QUOTES, TEXT

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


# brat

_LINE = re.compile(
    r"(?P<text>T\d+\t\w+ \d+ \d+(?:;\d+ \d+)*\t[^\t]+)|(?P<relation>R\d+\t\w+ Arg1:T\d+ Arg2:T\d+)"
    r"|(?P<attribute>A\d+\t\w+ T\d+(?: [\w-]+)?)|(?P<note>#\d+\tAnnotatorNotes T\d+\t[^\t]+)"
)


def check(text: str, ann: str) -> dict[str, str]:
    """Read as brat reads, by lines of whatever kind; give the text of each text-bound annotation."""
    bound: dict[str, str] = {}
    ids = [line.split("\t")[0] for line in ann.splitlines()]
    assert len(ids) == len(set(ids))
    for line in ann.splitlines():
        assert _LINE.fullmatch(line), line
        if line.startswith("T"):
            mark, middle, shown = line.split("\t")
            offsets = [tuple(map(int, pair.split())) for pair in middle.split(" ", 1)[1].split(";")]
            assert " ".join(text[start:end] for start, end in offsets) == shown
            assert offsets == sorted(offsets)
            bound[mark] = shown
    for reference in re.findall(r"(?:Arg\d:|\t\w+ )(T\d+)", ann):
        assert reference in bound
    return bound


def test_annotations_keep_to_the_rules_of_brat() -> None:
    ann = "".join(annotations(QUOTES))
    bound = check(TEXT, ann)
    assert "لن ننتظر أكثر من عام" in bound.values()
    assert re.search(r"^A\d+\tType T\d+ mixed$", ann, re.MULTILINE)
    assert re.search(r"^A\d+\tAnonymous T\d+ impersonal$", ann, re.MULTILINE)
    assert len(re.findall(r"^A\d+\tNested", ann, re.MULTILINE)) == 1
    assert len(re.findall(r"^R\d+\tSaidBy", ann, re.MULTILINE)) == 3
    assert len(re.findall(r"^R\d+\tRelayedBy", ann, re.MULTILINE)) == 1


@pytest.mark.parametrize("at", ["\n", "\r\n", "\n\n", "\t", "\u2028", "\x85", "\x0b"])
def test_a_content_of_several_lines_is_cut_at_their_ends(at: str) -> None:
    text = f"أول{at}ثان"
    quote = Quote(type="direct", content=(Span.of(text, 0, len(text)),), construction="x", confidence=1)
    assert list(check(text, "".join(annotations([quote]))).values()) == ["أول ثان"]


def test_quotes_that_share_a_source_share_its_annotation() -> None:
    ann = "".join(annotations([OUTER, OUTER.model_copy(update={"content": (INNER.content[0],)})]))
    assert len(re.findall(r"^T\d+\tSource", ann, re.MULTILINE)) == 1
    assert len(re.findall(r"^R\d+\tSaidBy", ann, re.MULTILINE)) == 2


def test_a_folder_holds_a_pair_of_files_an_article(tmp_path: Path) -> None:
    ids: list[str | int] = ["sub/مقال.txt", "sub_مقال", "a.html", "A", "../../etc", "..", 7]
    write_brat(((identity, TEXT, QUOTES) for identity in ids), tmp_path / "out")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    stems = ["sub_مقال", "sub_مقال-2", "a", "A-2", "etc", "article", "7"]
    assert names == {f"{stem}.{ending}" for stem in stems for ending in ("txt", "ann")} | {"annotation.conf"}
    assert (tmp_path / "out/a.txt").read_bytes().decode() == TEXT
    assert [item for item in tmp_path.iterdir() if item.name != "out"] == []
    (again,) = read(str(tmp_path / "out/a.txt"))
    assert again.text == TEXT  # type: ignore[union-attr]


def test_the_configuration_names_all_that_is_annotated(tmp_path: Path) -> None:
    write_brat([("a", TEXT, QUOTES)], tmp_path)
    configuration = (tmp_path / "annotation.conf").read_text(encoding="utf-8")
    ann = (tmp_path / "a.ann").read_text(encoding="utf-8")
    for name in re.findall(r"^[TRA]\d+\t(\w+)", ann, re.MULTILINE):
        assert re.search(rf"^{name}\b", configuration, re.MULTILINE)
