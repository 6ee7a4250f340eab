"""The parser: what it asks of a pipeline, what it makes of any text, and the bundled models."""

import gc
import hashlib
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsquote.errors import InputError, ModelsError, PipelineError
from newsquote.parsing import PROCESSORS, Parser, article_from_conllu, article_to_conllu, bundled_engine
from newsquote.parsing.segmentation import MAX_TOKENS
from newsquote.syntax import Article
from tests.first_letters import FirstLetters

TEXTS = (
    st.text(st.sampled_from("كوايىأ12aB.،؟:\"«»”'’() \n\t\xa0\u200f\u064b\u0640ﻻﷺ\ud800\0😀"), max_size=80) | st.text()
)


def check(text: str, article: Article) -> None:
    """Every offset lies where it must, heads make trees, words stand in the order of the text."""
    assert article.text == text
    last = 0
    for sentence in article.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        starts = [word.start for word in sentence.words]
        assert starts == sorted(starts)
        for index, word in enumerate(sentence.words):
            assert word.index == index
            assert sentence.start <= word.token[0] <= word.start < word.end <= word.token[1] <= sentence.end
            assert -1 <= word.head < len(sentence.words)
            assert word.head != index


def test_words_stand_in_the_text_as_given() -> None:
    text = "قَالَ الوزيرُ: «لن نعود»\nثم\u200f غادر"
    article = Parser(pipeline=FirstLetters()).parse(text)
    assert [
        [text[slice(*word.token)] for word in sentence.words if word.form != word.form[0]]
        for sentence in article.sentences
    ]
    tokens = [list(dict.fromkeys(text[slice(*word.token)] for word in each.words)) for each in article.sentences]
    assert tokens == [["قَالَ", "الوزيرُ", ":", "«", "لن", "نعود", "»"], ["ثم", "غادر"]]
    assert [text[word.start : word.end] for word in article.sentences[0].words[:2]] == ["قَ", "الَ"]


def test_the_pipeline_is_given_an_article_at_once_its_chunks_parted_by_blank_lines() -> None:
    pipeline = FirstLetters()
    Parser(pipeline=pipeline).parse("قال: «وصلنا. لن نعود».\nثم غادر.")
    assert pipeline.given == ['قال: "وصلنا.\n\nلن نعود".\n\nثم غادر.']


def test_a_long_text_is_given_in_parts() -> None:
    pipeline = FirstLetters()
    article = Parser(pipeline=pipeline).parse("وصل الوفد أمس.\n" * 6_000)
    assert len(pipeline.given) == 2
    assert len(article.sentences) == 6_000
    assert all(len(sentence.words) == 7 for sentence in article.sentences)


def test_a_sentence_of_the_pipeline_over_two_of_the_text_is_cut() -> None:
    article = Parser(pipeline=FirstLetters(glue=True)).parse("وصل.\nغادر.")
    assert [[word.head for word in sentence.words] for sentence in article.sentences] == [[-1, -1, 0], [-1, -1, -1]]


@pytest.mark.parametrize("text", ["", " \n\u200f", "No Arabic here. 123!"])
def test_text_without_arabic_needs_no_pipeline(text: str) -> None:
    pipeline = FirstLetters()
    article = Parser(pipeline=pipeline).parse(text)
    assert pipeline.given == []
    assert not any(sentence.words for sentence in article.sentences)


@pytest.mark.parametrize("value", [b"\xd9\x82", None, 3, ["نص"]])
def test_what_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(InputError, match="must be a str, not"):
        Parser(pipeline=FirstLetters()).parse(value)


@given(TEXTS)
@example("قال " + "(" * 5_000)
@example("ك" * 5_000)
@example("ك_" * 2_000)
@example("ك1" * 2_000)
@example("قال \ud800\udfff نعم\0")
@example("قال،\nنعم")
@example("قال،\r\n\n1")
def test_offsets_hold_for_any_text(text: str) -> None:
    article = Parser(pipeline=FirstLetters()).parse(text)
    check(text, article)
    assert article_from_conllu(text, article_to_conllu(article)) == article


@given(TEXTS)
def test_offsets_hold_for_a_pipeline_that_cuts_no_sentences(text: str) -> None:
    check(text, Parser(pipeline=FirstLetters(glue=True)).parse(text))


def test_what_the_pipeline_reads_at_once_is_bounded() -> None:
    pipeline = FirstLetters()
    for unit in ("ك", "ك_", "ك1", "كل،", "(", "ك ", "كa", "ك(", "«ك"):
        Parser(pipeline=pipeline).parse(unit * 20_000 + "ك")
    paragraphs = [paragraph for text in pipeline.given for paragraph in text.split("\n\n")]
    assert max(len(re.findall(r"\w+|[^\w\s]", paragraph)) for paragraph in paragraphs) <= 1_000
    assert max(len(word) for paragraph in paragraphs for word in re.findall(r"\w+", paragraph)) <= 2 * MAX_TOKENS


def test_threads_take_turns() -> None:
    parser = Parser(pipeline=FirstLetters())
    text = "وصل الوفد. ثم غادر.\n" * 50
    articles: list[Article] = []
    threads = [threading.Thread(target=lambda: articles.append(parser.parse(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(articles) == 8
    assert all(article == articles[0] for article in articles)


def test_a_pipeline_for_another_language_is_refused() -> None:
    pipeline = FirstLetters()
    pipeline.lang = "fa"
    with pytest.raises(PipelineError, match="'fa', not Arabic"):
        Parser(pipeline=pipeline)


@pytest.mark.parametrize("name", PROCESSORS)
def test_a_pipeline_that_lacks_a_processor_is_refused(name: str) -> None:
    pipeline = FirstLetters()
    del pipeline.processors[name]
    with pytest.raises(PipelineError, match=f"lacks {name}; make one with"):
        Parser(pipeline=pipeline)


def test_what_is_no_pipeline_is_refused() -> None:
    not_a_pipeline: Any = "ar"
    with pytest.raises(PipelineError, match=r"must be a stanza.Pipeline, not str"):
        Parser(pipeline=not_a_pipeline)


def test_a_pipeline_without_offsets_is_refused() -> None:
    pipeline: Any = FirstLetters()
    pipeline.config = {"tokenize_pretokenized": True}
    with pytest.raises(PipelineError, match="tokenize_pretokenized"):
        Parser(pipeline=pipeline)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the bundled models, its one file as listed."""
    (tmp_path / "resources.json").write_text("{}", encoding="utf-8")
    digest = hashlib.sha256(b"{}").hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{digest}  resources.json\n", encoding="utf-8")
    monkeypatch.setattr(bundled_engine, "stanza_models_dir", lambda: str(tmp_path))
    bundled_engine.bundled_engine.cache_clear()
    return tmp_path


def test_changed_models_are_refused(models: Path) -> None:
    (models / "resources.json").write_text("{ }", encoding="utf-8")
    with pytest.raises(ModelsError, match=r"resources\.json is not the file .* install newsquote again"):
        Parser().parse("قال")


@pytest.mark.parametrize("name", ["resources.json", "SHA256SUMS"])
def test_missing_models_are_refused(models: Path, name: str) -> None:
    (models / name).unlink()
    with pytest.raises(ModelsError, match=f"{name} cannot be read .* install newsquote again"):
        Parser().parse("قال")


def test_importing_loads_no_stanza() -> None:
    code = "import sys, newsquote.parsing; print({'torch', 'stanza', 'numpy'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "set()\n"


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        'وأضافَ الوزيرُ: «لن نعود. وسنبقى»، مشيرةً إلى أنّ الحكومةَ قالت لـ"صحيفة" إنها ستدافع عنهم.',
        "قال \ud800 نعم\0 " + "(" * 300 + " 😀👨\u200d👩\u200d👧 ﷺ ﻻ",
        "ك" * 100_000,
        "ـــ \u064e\u064e .َ",
        "a١ك2ب ½② ǅ İ",
    ],
    ids=["sentence", "noise", "endless word", "nothing", "scripts"],
)
def test_the_bundled_models_read_any_text(text: str) -> None:
    article = Parser().parse(text)
    check(text, article)
    assert article_from_conllu(text, article_to_conllu(article)) == article


@pytest.mark.models
def test_the_bundled_models_find_a_verb_its_sayer_and_what_is_said() -> None:
    (sentence,) = Parser().parse("قال الوزير إن الحكومة ترفض الاتفاق.").sentences
    verb = sentence.words[0]
    assert (verb.upos, verb.lemma, verb.head) == ("VERB", "قال", -1)
    assert [word.form for word in sentence.children(verb, "nsubj")] == ["الوزير"]
    assert [word.form for word in sentence.children(verb, "ccomp")] == ["ترفض"]


def test_only_our_own_files_are_read_without_a_guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch")
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(torch, "load", lambda _, **options: asked.append(options))
    with bundled_engine.trusted(tmp_path):
        for folder in (tmp_path, tmp_path.parent):
            torch.load(str(folder / "newsquote.pt"), weights_only=True)
    assert asked == [{"weights_only": False}, {"weights_only": True}]


@pytest.mark.models
@pytest.mark.parametrize("collecting", [True, False])
def test_loading_leaves_torch_and_the_garbage_collector_as_they_were(collecting: bool) -> None:
    torch = pytest.importorskip("torch")
    load = torch.load
    bundled_engine.bundled_engine.cache_clear()
    (gc.enable if collecting else gc.disable)()
    try:
        bundled_engine.bundled_engine()
        assert torch.load is load
        assert gc.isenabled() is collecting
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()
