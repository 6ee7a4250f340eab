"""Articles in web pages: the article alone is read, and offsets are into what was read."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from newsquote.cli import main
from newsquote.reading import Document, read
from newsquote.web_pages import is_web_page
from tests.conftest import FirstWord

PARAGRAPHS = (
    "أعلنت بلدية المرسى أن سوق السمك القديم سيعاد افتتاحه نهاية الشهر الجاري بعد ترميم استغرق عامين كاملين.",
    "وقال رئيس البلدية إن الباعة سيعودون إلى أماكنهم الأولى، وإن الإيجارات لن ترتفع قبل ثلاث سنوات على الأقل.",
    "وأضاف أن المرحلة التالية تشمل رصيف الصيادين ومخازن التبريد التي تضررت في عاصفة الشتاء الماضي.",
)
PAGE = (
    '<!DOCTYPE html><html lang="ar"><head><meta charset="{encoding}"><title>سوق السمك</title></head><body>'
    '<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav><article><h1>سوق السمك يعود</h1>'
    f"{''.join(f'<p>{each}</p>' for each in PARAGRAPHS)}</article>"
    "<footer>جميع الحقوق محفوظة</footer><script>var x = 1;</script></body></html>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_the_article_of_a_page_is_read_without_the_rest(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "page.HTML"
    file.write_bytes(PAGE.format(encoding=encoding).encode(encoding))
    (document,) = read(str(file))
    assert isinstance(document, Document)
    assert document.id == "page.HTML"
    assert [line for line in document.text.splitlines() if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not re.search("رياضة|الحقوق|var x|<", document.text)


def test_a_page_on_standard_input_is_read_and_its_text_carried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], first_word: FirstWord
) -> None:
    page = PAGE.format(encoding="utf-8").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    assert main(["extract", "-"], extractor=first_word) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["text"] == first_word.texts[0]
    (content,) = article["quotes"][0]["content"]
    assert article["text"][content["start"] : content["end"]] == content["text"]


def test_without_trafilatura_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], first_word: FirstWord
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "text.txt").write_text("قال", encoding="utf-8")
    assert main(["extract", str(tmp_path)], extractor=first_word) == 1
    captured = capsys.readouterr()
    assert captured.err.endswith(
        'page.html: is a web page; to read those, install trafilatura: pip install "newsquote[web]"\n'
    )
    assert json.loads(captured.out)["id"] == "text.txt"


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body></body></html>"])
def test_a_page_without_an_article_is_named(
    tmp_path: Path, page: str, capsys: pytest.CaptureFixture[str], first_word: FirstWord
) -> None:
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert main(["extract", str(tmp_path / "page.html")], extractor=first_word) == 1
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.endswith("page.html: holds no article that could be found; save its text and read that")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<!doctype html>", True),
        ("\ufeff\n <!DOCTYPE  HTML PUBLIC>", True),
        ('<?xml version="1.0"?><!-- a --><html>', True),
        ("<html>", True),
        ("<p>قال</p>", False),
        ("قال <html>", False),
        ("", False),
        ("<!--" * 2000, False),
    ],
)
def test_a_page_is_known_by_how_it_begins(head: str, expected: bool) -> None:
    assert is_web_page(head.encode()) is expected
