"""Evaluation: every measure by hand-made cases, and what is said about annotations that cannot be read."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from newsquote import InputError, Quote, Span
from newsquote.cli import main
from newsquote.evaluation import AnnotatedArticle, Report, evaluate, read_annotations
from newsquote.evaluation.table import print_table
from tests.conftest import FirstWord

GOLD = Path(__file__).parent / "gold" / "composed.jsonl"
TEXT = (
    "قال وزير النقل سامي رشيد لصحيفة المرسى إن الجسر الجديد سيفتح قبل نهاية الشهر المقبل. "
    'وأضاف: "لن نتأخر يوما واحدا". وأكد مصدر في الوزارة أن المقاول طلب مهلة أخرى.'
)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def relations() -> list[dict[str, Any]]:
    return [
        {
            "content": [at("الجسر الجديد سيفتح قبل نهاية الشهر المقبل")],
            "cue": [at("قال")],
            "source": at("وزير النقل سامي رشيد"),
            "entity": "سامي رشيد",
            "type": "indirect",
            "anonymous": False,
            "via": at("صحيفة المرسى"),
        },
        {
            "content": [at("لن نتأخر يوما واحدا")],
            "cue": [at("أضاف")],
            "source": None,
            "entity": "سامي رشيد",
            "type": "direct",
            "anonymous": False,
        },
        {
            "content": [at("المقاول طلب مهلة أخرى")],
            "cue": [at("أكد")],
            "source": at("مصدر في الوزارة"),
            "entity": "مصدر في الوزارة",
            "type": "indirect",
            "anonymous": True,
        },
    ]


def written(path: str, *quotes: dict[str, Any], **fields: Any) -> str:
    record = {"id": "a", "text": TEXT, "quotes": quotes} | fields
    Path(path).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def articles(name: str) -> list[AnnotatedArticle]:
    found = list(read_annotations(name))
    assert all(isinstance(item, AnnotatedArticle) for item in found), found
    return [item for item in found if isinstance(item, AnnotatedArticle)]


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def measured() -> Callable[..., Report]:
    def measured(*predicted: dict[str, Any]) -> Report:
        gold = articles(written("gold.jsonl", *relations()))
        return evaluate(gold, articles(written("predicted.jsonl", *predicted)))

    return measured


Measured = Callable[..., Report]


# measures


def test_gold_agrees_with_itself_in_everything() -> None:
    gold = articles(str(GOLD))
    report = evaluate(gold, gold)
    for name, value in report:
        if name == "recall_by_type":
            assert {(recall.content, recall.attribution) for recall in value.values()} == {(1.0, 1.0)}
        elif name != "articles":
            assert value == 1.0 or (value.precision, value.recall, value.f1) == (1.0, 1.0, 1.0), name
    assert report.content.gold == sum(len(article.quotes) for article in gold)


def test_nothing_found_is_zero_and_no_error(measured: Measured) -> None:
    report = measured()
    assert (report.content.tp, report.content.gold, report.content.predicted) == (0, 3, 0)
    assert (report.attribution.f1, report.citron.f1, report.gender_gap_tracker_30.f1, report.via_accuracy) == (0,) * 4


def test_content_counts_from_four_fifths_of_its_words(measured: Measured) -> None:
    first, second, third = relations()
    first["content"] = [at("الجسر الجديد سيفتح قبل نهاية الشهر")]  # 6 of 7 words: 0.857
    second["content"] = [at("لن نتأخر يوما")]  # 3 of 4: 0.75
    third["content"] = [at("المقاول")]  # 1 of 4
    report = measured(first, second, third)
    assert (report.exact.tp, report.content.tp, report.overlap.tp) == (0, 1, 2)
    assert report.content.f1 == 0.3333


def test_punctuation_and_marks_do_not_count(measured: Measured) -> None:
    _, second, _ = relations()
    second["content"] = [at('"لن نتأخر يوما واحدا".')]
    report = measured(second)
    assert (report.exact.precision, report.exact.recall) == (1.0, 0.3333)


def test_each_prediction_stands_for_one_gold_quote(measured: Measured) -> None:
    first, _, _ = relations()
    report = measured(first, first)
    assert (report.content.tp, report.content.precision) == (1, 0.5)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"entity": "الوزير رشيد"}, True),  # a title and a part of the name
        ({"entity": "سامى رشيد"}, True),  # another spelling
        ({"entity": "سامي نصار"}, False),
        ({"entity": None}, False),
        ({"anonymous": True}, False),
        ({"source": None}, True),  # the name suffices
    ],
)
def test_the_speaker_is_right_by_name_and_anonymity(measured: Measured, changes: dict[str, Any], right: bool) -> None:
    first, *_ = relations()
    report = measured(first | changes)
    assert (report.content.tp, report.attribution.tp) == (1, int(right))
    assert report.speaker_accuracy == float(right)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"entity": None}, True),  # the same mention
        ({"entity": None, "source": at("مصدر")}, True),  # half of the shorter one
        ({"entity": None, "source": at("المقاول")}, False),
        ({"entity": None, "source": None}, False),
    ],
)
def test_an_unnamed_speaker_is_right_by_mention(measured: Measured, changes: dict[str, Any], right: bool) -> None:
    report = measured(relations()[2] | changes)
    assert report.attribution.tp == int(right)
    assert report.anonymous.tp == 1


def test_cue_type_and_relayer_are_shares_of_what_was_found(measured: Measured) -> None:
    first, second, _ = relations()
    report = measured(first | {"via": None, "type": "mixed"}, second | {"cue": []})
    assert (report.type_accuracy, report.cue_accuracy, report.via_accuracy) == (0.5, 0.5, 0.5)
    assert {kind: (recall.content, recall.gold) for kind, recall in report.recall_by_type.items()} == {
        "direct": (1.0, 1),
        "indirect": (0.5, 2),
    }


def test_gender_gap_tracker_asks_what_share_of_the_gold_characters_was_found(measured: Measured) -> None:
    first, second, third = relations()
    first["content"] = [[0, len(TEXT)]]  # more than the quote costs nothing
    second["content"] = [at("لن نتأخر يوما")]  # 13 of 19 characters: 0.68
    third["content"] = [at("أخرى")]  # 4 of 21: 0.19
    report = measured(first, second, third)
    assert (report.gender_gap_tracker_30.tp, report.gender_gap_tracker_80.tp) == (2, 1)


def test_citron_wants_cue_source_and_content_exact(measured: Measured) -> None:
    first, second, third = relations()
    second["source"] = at("سامي رشيد")
    third["cue"] = [at("وأكد")]  # the same word: words are compared, not characters
    report = measured(first, second, third)
    assert (report.citron.tp, report.citron.gold, report.citron.predicted) == (2, 3, 3)


def test_cofenet_counts_spans_of_each_role_by_themselves(measured: Measured) -> None:
    first, second, third = relations()
    first["content"] = second["content"]  # right spans, but of other quotes
    second["content"] = third["content"]
    report = measured(first, second)
    assert (report.cofenet_source.tp, report.cofenet_source.gold, report.cofenet_source.predicted) == (1, 2, 1)
    assert (report.cofenet_cue.tp, report.cofenet_cue.gold, report.cofenet_cue.predicted) == (2, 3, 2)
    assert (report.cofenet_content.tp, report.cofenet_content.gold, report.cofenet_content.predicted) == (2, 3, 2)


# what it reads


def test_what_newsquote_prints_is_read_as_it_is() -> None:
    start, end = at("المقاول طلب مهلة أخرى")
    quote = Quote(type="indirect", content=(Span.of(TEXT, start, end),), construction="verb_clause", confidence=1)
    (read,) = articles(written("quotes.jsonl", quote.model_dump(mode="json")))
    assert read == AnnotatedArticle.of("a", TEXT, [quote])
    (relation,) = read.quotes
    assert (relation.content, relation.entity, relation.anonymous) == (((start, end),), None, False)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"content": [[5, 9000]]}, "quotes[0].content[0]: [5, 9000] is no stretch of the text, which has"),
        ({"source": [9, 9]}, "quotes[0].source: [9, 9] is no stretch"),
        ({"cue": [["0", "3"]]}, "quotes[0].cue[0]: must be [start, end]"),
        ({"content": []}, "quotes[0].content: "),
        ({"type": "quoted"}, "quotes[0].type: "),
        ({"anonymous": "no"}, "quotes[0].anonymous: "),
        ({"cue": [{"start": 0, "end": 3, "text": "زعم"}]}, "quotes[0].cue[0]: [0, 3] is 'قال' in the text, not 'زعم'"),
    ],
)
def test_a_bad_annotation_is_named_with_file_line_and_field(changes: dict[str, Any], said: str) -> None:
    (error,) = read_annotations(written("bad.jsonl", relations()[0] | changes))
    assert isinstance(error, InputError)
    assert str(error).startswith(f"bad.jsonl:1: {said}")


@pytest.mark.parametrize("field", ["content", "cue", "source", "entity", "type", "anonymous"])
def test_a_missing_field_is_named(field: str) -> None:
    relation = relations()[0]
    del relation[field]
    (error,) = read_annotations(written("bad.jsonl", relation))
    assert str(error) == f"bad.jsonl:1: quotes[0].{field}: is missing"


def test_an_article_without_quotes_or_with_anothers_id_is_left_out() -> None:
    written("bad.jsonl")
    line = Path("bad.jsonl").read_text(encoding="utf-8")
    Path("bad.jsonl").write_text(line * 2 + json.dumps({"id": "b", "text": ""}) + "\n", encoding="utf-8")
    good, again, bare = read_annotations("bad.jsonl")
    assert isinstance(good, AnnotatedArticle)
    assert str(again).startswith("bad.jsonl:2: has the id 'a' of bad.jsonl:1")
    assert str(bare).startswith("bad.jsonl:3: has no 'quotes'")


@pytest.mark.parametrize("fields", [{"id": "b"}, {"text": f"{TEXT} "}])
def test_articles_that_do_not_belong_together_are_no_evaluation(fields: dict[str, Any]) -> None:
    gold = articles(written("gold.jsonl", *relations()))
    with pytest.raises(InputError, match="'a'"):
        evaluate(gold, articles(written("predicted.jsonl", **fields)))


# on the command line


def test_the_command_measures_two_files(capsys: pytest.CaptureFixture[str]) -> None:
    written("gold.jsonl", *relations())
    written("predicted.jsonl", relations()[0])
    assert main(["evaluate", "gold.jsonl", "predicted.jsonl", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert Report.model_validate_json(captured.out).content.recall == 0.3333


def test_the_command_extracts_where_no_prediction_is_given(
    first_word: FirstWord, capsys: pytest.CaptureFixture[str]
) -> None:
    written("gold.jsonl", *relations())
    assert main(["evaluate", "gold.jsonl"], extractor=first_word) == 0
    assert first_word.texts == [TEXT]
    assert "1 articles, 3 quotes in the gold" in capsys.readouterr().out


def test_the_command_says_what_is_wrong_and_measures_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    written("gold.jsonl", *relations())
    with Path("gold.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": "b", "text": TEXT, "quotes": [{"content": [[0, 3]]}]}) + "\n")
    written("predicted.jsonl", *relations(), id="c")
    assert main(["evaluate", "gold.jsonl", "predicted.jsonl", "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert [line.split(": ", 1)[1] for line in captured.err.splitlines()] == [
        "gold.jsonl:2: quotes[0].cue: is missing",
        "gold 'a' is not among the predictions: all of it counts as missed",
        "prediction 'c' is not in the gold: left out",
    ]
    assert Report.model_validate_json(captured.out).articles == 1


def test_a_gold_file_with_nothing_in_it_is_no_measure(capsys: pytest.CaptureFixture[str]) -> None:
    Path("gold.jsonl").write_text("", encoding="utf-8")
    assert main(["evaluate", "gold.jsonl"]) == 1
    assert capsys.readouterr().err == "newsquote: gold.jsonl: holds no gold articles\n"


def test_the_table_fits_a_terminal_and_names_every_measure(measured: Measured) -> None:
    report = measured(*relations())
    out = io.StringIO()
    print_table(report, console=Console(file=out, width=80, highlight=False))
    shown = out.getvalue()
    assert shown.count("1.0000") == 3 * sum(hasattr(value, "f1") for _, value in report) + 4 + 2 * 2
    assert "…" not in shown
    assert max(map(len, shown.splitlines())) <= 80
