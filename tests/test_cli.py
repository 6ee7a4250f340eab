"""The command line: what it reads, what it prints, and what it says about what it cannot read."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsquote import InputError, LexiconError, ModelsError, Quote
from newsquote.cli import main
from newsquote.reading import example
from newsquote.version import __version__
from tests.conftest import FirstWord

ARTICLE = "قال الوزير إن الأسعار لن ترتفع.\n"


@dataclass
class Outcome:
    status: int
    out: str
    err: str

    @property
    def articles(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def ids(self) -> list[Any]:
        return [article["id"] for article in self.articles]

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


Run = Callable[..., Outcome]


@pytest.fixture
def run(
    first_word: FirstWord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="ascii"))
        status = main(["extract", *arguments], extractor=first_word)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run


def lines(*records: Any) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


# what it reads


def test_a_text_file_is_one_article_and_its_id_is_its_name(run: Run) -> None:
    Path("folder").mkdir()
    Path("folder/مقال.txt").write_text(ARTICLE, encoding="utf-8")
    outcome = run("folder/مقال.txt")
    assert (outcome.status, outcome.err) == (0, "")
    (article,) = outcome.articles
    assert list(article) == ["id", "text", "quotes"]
    assert article["id"] == "مقال.txt"
    assert article["text"] == ARTICLE
    assert Quote.model_validate_json(json.dumps(article["quotes"][0])).text == "قال"


def test_arabic_is_printed_as_it_is(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert "قال الوزير" in run("a.txt").out


@pytest.mark.parametrize("name", ["a.jsonl", "a.JSONL", "a.ndjson"])
def test_json_lines_are_an_article_each_and_other_fields_are_ignored(run: Run, name: str) -> None:
    Path(name).write_bytes(lines({"id": "one", "text": "أول", "outlet": "x"}, {"id": 2, "text": "ثان"}))
    outcome = run(name)
    assert outcome.status == 0
    assert [(a["id"], a["text"]) for a in outcome.articles] == [("one", "أول"), (2, "ثان")]


def test_blank_lines_among_json_lines_are_skipped(run: Run) -> None:
    Path("a.jsonl").write_bytes(b"\n" + lines({"id": "1", "text": "x"}) + b"  \r\n" + lines({"id": "2", "text": "y"}))
    assert run("a.jsonl").ids == ["1", "2"]


def test_standard_input_is_an_article(run: Run) -> None:
    outcome = run("-", stdin=ARTICLE.encode())
    assert [(a["id"], a["text"]) for a in outcome.articles] == [("-", ARTICLE)]


@pytest.mark.parametrize("before", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_standard_input_is_json_lines_if_it_begins_as_such(run: Run, before: bytes) -> None:
    outcome = run("-", stdin=before + lines({"id": "1", "text": "x"}, {"id": "2", "text": "y"}))
    assert (outcome.ids, outcome.err) == (["1", "2"], "")


@pytest.mark.parametrize("text", ["{ليس كائنا}", '{"id": 1}', '"text"', "[1]", "\n\nسطر\n{}", ""])
def test_standard_input_is_an_article_if_it_begins_otherwise(run: Run, text: str) -> None:
    outcome = run("-", stdin=text.encode())
    assert [a["text"] for a in outcome.articles] == [text]


def test_a_byte_order_mark_is_no_part_of_an_article(run: Run) -> None:
    Path("a.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    Path("b.jsonl").write_bytes(b"\xef\xbb\xbf" + lines({"id": "b", "text": "x"}))
    outcome = run("a.txt", "b.jsonl")
    assert outcome.status == 0
    assert [a["text"] for a in outcome.articles] == [ARTICLE, "x"]


def test_line_ends_stay_as_they_are_so_that_offsets_hold(run: Run) -> None:
    Path("a.txt").write_bytes("قال\r\nثم\rقال".encode())
    assert run("a.txt").articles[0]["text"] == "قال\r\nثم\rقال"


def test_inputs_are_done_in_the_order_given(run: Run) -> None:
    for name in "cab":
        Path(f"{name}.txt").write_text(name)
    assert run("c.txt", "-", "a.txt", "b.txt", "a.txt", stdin=b"x").ids == ["c.txt", "-", "a.txt", "b.txt", "a.txt"]


def test_an_empty_article_has_no_quotes(run: Run) -> None:
    Path("a.txt").touch()
    outcome = run("a.txt")
    assert (outcome.status, outcome.articles) == (0, [{"id": "a.txt", "text": "", "quotes": []}])


def test_an_empty_file_of_json_lines_has_no_articles(run: Run) -> None:
    Path("a.jsonl").touch()
    assert run("a.jsonl") == Outcome(0, "", "")


def test_the_example_can_be_read(run: Run) -> None:
    outcome = run("--example")
    assert (outcome.ids, outcome.articles[0]["text"]) == (["example.txt"], example().text)


def test_a_folder_is_read_with_all_its_articles_and_ids_begin_below_it(run: Run) -> None:
    for name in ("b.txt", "sub/a.txt", "a.TXT", ".hidden.txt", ".git/x.txt", "notes.md"):
        path = Path("corpus", name)
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(name)
    Path("corpus/c.jsonl").write_bytes(lines({"id": 7, "text": "x"}))
    outcome = run("corpus/")
    assert (outcome.status, outcome.ids) == (0, ["a.TXT", "b.txt", 7, "sub/a.txt"])


def test_an_empty_folder_has_no_articles(run: Run) -> None:
    Path("corpus").mkdir()
    assert run("corpus") == Outcome(0, "", "")


def test_the_output_in_a_folder_is_not_read_as_its_input(run: Run) -> None:
    Path("corpus").mkdir()
    Path("corpus/a.txt").write_text("x")
    for _ in range(2):
        assert run("corpus", "-o", "corpus/quotes.jsonl").status == 0
        assert [
            json.loads(line)["id"] for line in Path("corpus/quotes.jsonl").read_text(encoding="utf-8").splitlines()
        ] == ["a.txt"]


def test_a_folder_of_output_in_a_folder_is_not_read_as_its_input(run: Run) -> None:
    Path("corpus").mkdir()
    Path("corpus/a.txt").write_text("x")
    for _ in range(2):
        assert run("corpus", "--format", "brat", "-o", "corpus/brat").status == 0
        assert {path.name for path in Path("corpus/brat").iterdir()} == {
            "a.txt",
            "a.ann",
            "annotation.conf",
            "visual.conf",
        }


# what it says about what it cannot read


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "2", "text": "x"', "a.jsonl:2: is not JSON (Expecting"),
        ("نص".encode(), "a.jsonl:2: is not JSON"),
        (b'["2", "x"]', "a.jsonl:2: is no JSON object"),
        (b'{"id": "2"}', "a.jsonl:2: has no 'text'"),
        (b'{"text": "x"}', "a.jsonl:2: has no 'id'"),
        (b'{"id": "2", "text": null}', "a.jsonl:2: 'text' must be a string, not NoneType"),
        (b'{"id": true, "text": "x"}', "a.jsonl:2: 'id' must be a string or a whole number, not bool"),
        (b'{"id": null, "text": "x"}', "a.jsonl:2: 'id' must be"),
        (rb'{"id": "2", "text": "\ud83d"}', "a.jsonl:2: holds half a character"),
        (b'{"id": "2", "text": "\xe1\xe1"}', "a.jsonl:2: is not UTF-8; convert it first"),
        (b"[" * 100_000, "a.jsonl:2: is JSON that cannot be read"),
        (b"9" * 10_000, "a.jsonl:2: is "),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_done(run: Run, line: bytes, message: str) -> None:
    Path("a.jsonl").write_bytes(lines({"id": "1", "text": "x"}) + line + b"\n" + lines({"id": "3", "text": "y"}))
    outcome = run("a.jsonl")
    assert outcome.status == 1
    assert outcome.ids == ["1", "3"]
    assert len(outcome.complaints) == 1
    assert outcome.err.startswith(f"newsquote: {message}")


def test_a_bad_line_of_standard_input_is_named(run: Run) -> None:
    outcome = run("-", stdin=lines({"id": "1", "text": "x"}) + b"no\n")
    assert (outcome.status, outcome.ids) == (1, ["1"])
    assert outcome.err.startswith("newsquote: -:2: is not JSON")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("قال\nقالت".encode("cp1256"), "bad.txt:1: is not UTF-8; convert it first, as in iconv -f WINDOWS-1256"),
        ("قال\n".encode() + "قالت".encode("cp1256"), "bad.txt:2: is not UTF-8"),
        ("قال".encode("utf-16"), "bad.txt:1: is not UTF-8; convert it first, as in iconv -f UTF-16 -t UTF-8 bad.txt"),
    ],
)
def test_a_file_in_another_encoding_is_named_with_the_line(run: Run, data: bytes, message: str) -> None:
    Path("bad.txt").write_bytes(data)
    Path("good.txt").write_text(ARTICLE, encoding="utf-8")
    outcome = run("bad.txt", "good.txt")
    assert (outcome.status, outcome.ids) == (1, ["good.txt"])
    assert outcome.err.startswith(f"newsquote: {message}")


def test_json_lines_in_utf16_are_refused_once(run: Run) -> None:
    Path("a.jsonl").write_bytes("\n".join(["{}"] * 100).encode("utf-16"))
    outcome = run("a.jsonl")
    assert (outcome.status, len(outcome.complaints)) == (1, 1)


def test_a_missing_file_is_named_and_the_others_are_done(run: Run) -> None:
    Path("good.txt").write_text(ARTICLE, encoding="utf-8")
    outcome = run("missing.txt", "missing.jsonl", "good.txt")
    assert (outcome.status, outcome.ids) == (1, ["good.txt"])
    assert outcome.complaints == [
        "newsquote: missing.txt: no such file; check the name and the folder you are in",
        "newsquote: missing.jsonl: no such file; check the name and the folder you are in",
    ]


def test_an_article_that_fails_does_not_lose_the_others(run: Run) -> None:
    Path("a.jsonl").write_bytes(lines(*({"id": t, "text": t} for t in ("قبل", "فشل", "بعد"))))
    outcome = run("a.jsonl")
    assert (outcome.status, outcome.ids) == (1, ["قبل", "بعد"])
    assert outcome.err.startswith("newsquote: a.jsonl:2: could not be done (IndexError: tuple index out of range)")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            ModelsError("the models are missing; install newsquote again"),
            "the models are missing; install newsquote again",
        ),
        (
            LexiconError("reporting_verbs.toml: entry 'قال': takes: wrong"),
            "reporting_verbs.toml: entry 'قال': takes: wrong",
        ),
        (ImportError("No module named 'stanza'"), "No module named 'stanza'; install newsquote with what it needs"),
    ],
)
def test_without_models_or_lexicon_nothing_more_is_tried(
    error: Exception, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def extract_many(self, texts: Iterable[str], *, return_exceptions: bool) -> Iterator[list[Quote]]:
            assert return_exceptions
            assert len(list(texts)) == 1
            raise error

    assert main(["extract", "--example"], extractor=Broken()) == 1
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith(f"newsquote: {message}")


def test_an_article_that_is_refused_is_named(run: Run, first_word: FirstWord, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> list[Quote]:  # noqa: ARG001
        raise InputError("is too long; cut it")

    monkeypatch.setattr(first_word, "extract", refuse)
    outcome = run("--example")
    assert (outcome.status, outcome.err) == (1, "newsquote: example.txt: is too long; cut it\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a.docx", "*.txt, in UTF-8"), ("a.PDF", "*.txt"), ("a.csv", "*.jsonl"), ("a.json", '{"id": "…", "text": "…"}')],
)
def test_a_file_of_another_kind_is_told_how_to_be_read(run: Run, name: str, hint: str) -> None:
    Path(name).write_text(ARTICLE, encoding="utf-8")
    outcome = run(name, "-", stdin=ARTICLE.encode())
    assert (outcome.status, outcome.ids) == (1, ["-"])
    assert outcome.err.startswith(f"newsquote: {name}: is no article in plain text; save its")
    assert hint in outcome.err


# usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "-", "-"],
        ["extract", "--form", "text", "-"],
        ["extract", "-", "--resume"],
        ["extract", "-", "--resume", "-o", "a.csv"],
        ["extract", "-", "--format", "brat"],
        ["extract", "-", "--jobs", "0"],
        ["extract", "-", "--jobs", "many"],
        ["extract", "-", "-o", "quotes.xlsx"],
        ["extract", "-", "-o", "quotes.json"],
        ["extract", __file__, "-o", __file__],
        ["extract", str(Path(__file__).parent), "--format", "brat", "-o", str(Path(__file__).parent)],
        ["render", "-"],
        ["render", "-o", "a.html"],
        ["unknown"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: newsquote" in capsys.readouterr().err


# how it prints


def test_the_listing_names_speaker_cue_and_content(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    out = run("a.txt", "--format", "text").out
    assert "1 quote in \u2068a.txt\u2069" in out
    assert "content  \u2067قال\u2069" in out


def test_the_ending_of_the_output_says_the_format(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    for name, begins in {
        "q.csv": '\ufeff"article",',
        "q.html": "<!DOCTYPE",
        "q.txt": "1 quote in",
        "q": '{"id":',
    }.items():
        assert run("a.txt", "-o", name) == Outcome(0, "", "")
        assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert run("a.txt", "-o", "q.csv", "--format", "jsonl").status == 0
    assert Path("q.csv").read_text(encoding="utf-8").startswith('{"id":')


def test_csv_is_printed_as_a_spreadsheet_wants_it(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    out = run("a.txt", "--format", "csv").out
    assert out.startswith('\ufeff"article","number","type","speaker"')
    assert '\n"a.txt",1,"direct","","","","","","","قال","",' in out


def test_output_that_cannot_be_written_is_named(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    for arguments in (["-o", "missing/q.jsonl"], ["-o", "a.txt/x", "--format", "brat"]):
        outcome = run("a.txt", *arguments)
        assert (outcome.status, len(outcome.complaints)) == (1, 1)
        assert "cannot be written" in outcome.err


# going on where it stopped


def test_what_is_done_is_left_out_and_the_rest_added(run: Run, first_word: FirstWord) -> None:
    Path("a.jsonl").write_bytes(lines({"id": 1, "text": "أول"}, {"id": "1", "text": "أول"}))
    assert run("a.jsonl", "-o", "q.jsonl").status == 0
    Path("b.jsonl").write_bytes(lines({"id": 1, "text": "أول"}, {"id": 1, "text": "غيره"}, {"id": 2, "text": "ثان"}))
    first_word.texts.clear()
    assert run("b.jsonl", "-o", "q.jsonl", "--resume").status == 0
    assert first_word.texts == ["غيره", "ثان"]
    assert [json.loads(line)["id"] for line in Path("q.jsonl").read_text(encoding="utf-8").splitlines()] == [
        1,
        "1",
        1,
        2,
    ]


def test_a_line_that_was_cut_short_is_done_again(run: Run) -> None:
    Path("a.jsonl").write_bytes(lines(*({"id": n, "text": f"قال {n}"} for n in range(3))))
    assert run("a.jsonl", "-o", "whole.jsonl").status == 0
    whole = Path("whole.jsonl").read_bytes()
    for end in range(0, len(whole), 37):
        Path("q.jsonl").write_bytes(whole[:end])
        assert run("a.jsonl", "-o", "q.jsonl", "--resume").status == 0
        assert Path("q.jsonl").read_bytes() == whole


def test_resuming_where_nothing_is_done_does_all(run: Run) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("a.txt", "-o", "q.jsonl", "--resume").status == 0
    assert len(Path("q.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.parametrize("content", [b"shopping list\n", b"[]\n", b'{"id": 1, "text": "x"}\n', b"\xff\n"])
def test_a_file_of_another_kind_is_not_added_to(run: Run, content: bytes) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    Path("q.jsonl").write_bytes(content)
    outcome = run("a.txt", "-o", "q.jsonl", "--resume")
    assert (outcome.status, Path("q.jsonl").read_bytes()) == (1, content)
    assert outcome.err.startswith("newsquote: q.jsonl:1: was not written by newsquote extract")


# pages


def test_render_writes_a_page_with_every_article(first_word: FirstWord, tmp_path: Path) -> None:
    articles, page = tmp_path / "a.jsonl", tmp_path / "page.html"
    articles.write_bytes(lines({"id": "one", "text": "أول نص"}, {"id": 2, "text": "ثان"}))
    assert main(["render", str(articles), "-o", str(page)], extractor=first_word) == 0
    written = page.read_text(encoding="utf-8")
    assert written.count("<article") == 2
    assert written.endswith("</html>\n")


@pytest.mark.parametrize("command", ["extract", "render"])
def test_jobs_share_the_work(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def extract_many(texts: Iterable[str], *, jobs: int, return_exceptions: bool) -> Iterator[list[Quote]]:
        asked.append(jobs)
        assert return_exceptions
        return ([] for _ in texts)

    monkeypatch.setattr("newsquote.workers.extract_many", extract_many)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert main([command, str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--jobs", "3"]) == 0
    assert asked == [3]


def newsquote(*arguments: str, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "newsquote", *arguments], input=stdin, capture_output=True, check=False, env=environment
    )


def test_the_version_is_told() -> None:
    assert newsquote("--version").stdout.decode().strip() == f"newsquote {__version__}"


def test_output_is_utf8_whatever_the_locale_and_a_broken_line_sets_the_status(tmp_path: Path) -> None:
    missing = tmp_path / "غائب.txt"
    done = newsquote("extract", str(missing), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith(f"newsquote: {missing}: no such file")


@pytest.mark.models
def test_the_example_runs_through_the_bundled_models() -> None:
    done = newsquote("extract", "--example")
    assert (done.returncode, done.stderr) == (0, b"")
    article = json.loads(done.stdout)
    assert len(article["quotes"]) >= 10
    for quote in article["quotes"]:
        for span in (*quote["content"], *quote["cue"]):
            assert article["text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.models
def test_whoever_stops_reading_is_not_bothered(tmp_path: Path) -> None:
    articles = tmp_path / "many.jsonl"
    articles.write_bytes(lines(*({"id": str(n), "text": ARTICLE * 200} for n in range(20))))
    with subprocess.Popen(
        [sys.executable, "-m", "newsquote", "extract", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
