"""Many articles: what one by one gives, in order, lazily, in one process or several."""

import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

import pytest

import newsquote
from newsquote import Extractor, InputError, ModelsError, Quote, WorkerError
from newsquote.parsing import bundled_engine
from tests.case_files import all_cases
from tests.first_letters import FirstLetters

CASES = [case.text for _, case in all_cases()]
ARTICLES = [
    *("\n".join(CASES[start : start + 9]) for start in range(0, len(CASES), 9)),
    "",
    "No Arabic at all.",
    'قال: «لن نعود.\n\nوسنبقى هنا» وأضاف "لا" (' + "؟" * 50,
    "وَأَكَّـدَ الوزيرُ أنّ الحكومةَ لن تتراجع",
    " ".join(CASES[:40]),  # one long paragraph
]
NO_ARABIC = "Nothing to see here."


def read_from(texts: Iterator[str], read: list[str]) -> Iterator[str]:
    """The same texts, noted down as they are asked for."""
    for text in texts:
        read.append(text)
        yield text


@pytest.fixture(scope="module")
def one_by_one() -> list[list[Quote]]:
    return [newsquote.extract(text) for text in ARTICLES]


@pytest.mark.models
def test_many_articles_give_what_each_gives_alone(one_by_one: list[list[Quote]]) -> None:
    assert sum(map(len, one_by_one)) > len(ARTICLES)
    assert list(newsquote.extract_many(ARTICLES)) == one_by_one


@pytest.mark.models
def test_two_processes_give_what_one_gives(one_by_one: list[list[Quote]]) -> None:
    assert list(newsquote.extract_many(ARTICLES, jobs=2)) == one_by_one


@pytest.mark.models
def test_another_pipeline_gives_the_same_together_as_one_by_one() -> None:
    extractor = Extractor(pipeline=FirstLetters())
    found = list(extractor.extract_many(ARTICLES))
    assert any(found)
    assert found == [extractor.extract(text) for text in ARTICLES]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_endless_stream_of_articles_is_read_only_a_little_ahead(jobs: int) -> None:
    read: list[str] = []
    texts = read_from((f"{NO_ARABIC} {number}" for number in count()), read)
    found = newsquote.extract_many(texts, jobs=jobs)
    assert read == []
    assert list(islice(found, 100)) == [[]] * 100
    assert 100 <= len(read) < 300


def test_another_pipeline_is_given_an_article_when_it_is_asked_for() -> None:
    read: list[str] = []
    found = Extractor(pipeline=FirstLetters()).extract_many(read_from(cycle(["قال نعم"]), read))
    next(found)
    next(found)
    assert len(read) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_stands_in_the_place_of_its_article(jobs: int) -> None:
    texts: list[str] = [NO_ARABIC, 7, NO_ARABIC]  # type: ignore[list-item]
    first, second, third = newsquote.extract_many(texts, jobs=jobs, return_exceptions=True)
    assert (first, third) == ([], [])
    assert isinstance(second, InputError)
    assert "int" in str(second)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_when_its_article_comes_up(jobs: int) -> None:
    texts: list[str] = [NO_ARABIC, 7]  # type: ignore[list-item]
    found = newsquote.extract_many(texts, jobs=jobs)
    assert next(found) == []
    with pytest.raises(InputError, match="int"):
        next(found)


class FailsAtDanger(FirstLetters):
    """A pipeline that one article breaks."""

    def __call__(self, doc: str) -> object:  # type: ignore[override]
        if "خطر" in doc:
            raise IndexError("tuple index out of range")
        return super().__call__(doc)


def test_an_article_that_breaks_the_parser_loses_no_other() -> None:
    found = list(Extractor(pipeline=FailsAtDanger()).extract_many(["قال نعم", "خطر", "قال لا"], return_exceptions=True))
    assert [type(one) for one in found] == [list, IndexError, list]


@pytest.mark.models
def test_an_article_that_breaks_the_bundled_models_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = bundled_engine.bundled_engine()
    tag = engine._tagger.tag
    rows = engine._forms.rows([["خطر"]])[0]

    def fails_at_danger(sentences: list[list[int]]) -> object:
        assert rows not in sentences
        return tag(sentences)

    monkeypatch.setattr(engine._tagger, "tag", fails_at_danger)
    found = list(newsquote.extract_many([CASES[0], "خطر", CASES[1]], return_exceptions=True))
    assert [type(one) for one in found] == [list, AssertionError, list]
    assert found[0] == newsquote.extract(CASES[0])


def test_missing_models_are_no_error_of_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled_engine.bundled_engine.cache_clear()
    monkeypatch.setattr(bundled_engine, "stanza_models_dir", lambda: str(tmp_path))
    with pytest.raises(ModelsError):
        list(newsquote.extract_many(["قال نعم"], return_exceptions=True))


@pytest.mark.parametrize("jobs", [0, -1, 1.5, True, "2"])
def test_a_number_of_jobs_that_is_none_is_refused_at_once(jobs: int) -> None:
    with pytest.raises(ValueError, match="whole number from 1"):
        newsquote.extract_many([], jobs=jobs)


def test_a_worker_that_dies_is_told_with_what_to_do() -> None:
    found = newsquote.extract_many(cycle([NO_ARABIC]), jobs=2)
    next(found)
    for worker in multiprocessing.active_children():
        worker.kill()
    with pytest.raises(WorkerError, match="fewer jobs"):
        list(islice(found, 10_000))


def test_a_script_without_a_guard_is_told_to_have_one(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import newsquote\nprint(list(newsquote.extract_many(['a'] * 99, jobs=2)))\n", encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if line.startswith("newsquote.errors.WorkerError: ")]
    assert 'below `if __name__ == "__main__":`' in told[-1]  # Python may warn of the killed workers after it
