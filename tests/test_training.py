# ruff: noqa: S311 - seeded draws, not secrets
"""How the models are made: the parts that need no training, and one tiny training."""

import hashlib
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from newsquote.training import augment, cli, predicted_tags, requirements
from newsquote.training.averaging import average_weights
from newsquote.training.clitic_statistics import CliticStatistics
from newsquote.training.conllu import Row, Token, TreebankSentence, read_conllu, write_conllu
from newsquote.training.data_steps import COMPOSED
from newsquote.training.exact_pieces import exact_pieces
from newsquote.training.lemma_types import lemma_types
from newsquote.training.news import read_paragraphs
from newsquote.training.normalise import bare_lemma, normalise
from newsquote.training.packaging import model_file, package_models, without_paths
from newsquote.training.prepare import prepare_section, raw_text, tokenizer_text, with_paragraphs
from newsquote.training.prune import prune_vocabulary
from newsquote.training.segmentation import write_segmented
from newsquote.training.smoothing import Schedule, WeightAverage
from newsquote.training.steps import STEPS
from newsquote.training.workspace import Workspace

# Composed for this test, written as PADT writes: vocalised lemmas, words as they would stand alone, an XPOS.
PADT_STYLE = """\
# newdoc id = composed
# sent_id = composed.1
# text = قالت الوزيرة للسلطة إن حكومتها "قوية".
1	قالت	قَال	VERB	VP-A-3FS--	Gender=Fem	0	root	_	Vform=قَالَت
2	الوزيرة	وَزِيرَة	NOUN	N------S1D	Case=Nom	1	nsubj	_	_
3-4	للسلطة	_	_	_	_	_	_	_	_
3	ل	لِ	ADP	P---------	_	4	case	_	_
4	السلطة	سُلطَة	NOUN	N------S2D	Case=Gen	1	obl	_	_
5	إن	إِنَّ	SCONJ	C---------	_	8	mark	_	_
6-7	حكومتها	_	_	_	_	_	_	_	_
6	حكومة	حُكُومَة	NOUN	N------S4R	Case=Acc	8	nsubj	_	_
7	ها	هُوَ	PRON	SP---3FS2-	Case=Gen	6	nmod	_	_
8	"	"	PUNCT	G---------	_	9	punct	_	SpaceAfter=No
9	قوية	قَوِيّ	ADJ	A-----FS1I	Case=Nom	1	ccomp	_	SpaceAfter=No
10	"	"	PUNCT	G---------	_	9	punct	_	SpaceAfter=No
11	.	.	PUNCT	G---------	_	1	punct	_	_

# sent_id = composed.2
# text = القاهرة
1	القاهرة	قَاهِرَة	NOUN	N------S1D	Case=Nom	0	root	_	_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "composed.conllu"
    path.write_text(PADT_STYLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("token", "words", "pieces"),
    [
        ("للسلطة", ("ل", "السلطة"), ("ل", "لسلطة")),
        ("حكومتها", ("حكومة", "ها"), ("حكومت", "ها")),
        ("عليه", ("على", "ه"), ("علي", "ه")),
        ("مستشفاهم", ("مستشفى", "هم"), ("مستشفا", "هم")),
        ("أصدقاؤه", ("أصدقاء", "ه"), ("أصدقاؤ", "ه")),
        ("وللغته", ("و", "ل", "لغة", "ه"), ("و", "ل", "لغت", "ه")),
        ("مما", ("من", "ما"), ("م", "ما")),
        ("بأنها", ("ب", "أن", "ها"), ("ب", "أن", "ها")),
    ],
)
def test_pieces_are_substrings_of_their_token(token: str, words: tuple[str, ...], pieces: tuple[str, ...]) -> None:
    assert exact_pieces(token, words) == pieces
    assert "".join(exact_pieces(token, words)) == token


def test_a_token_with_fewer_letters_than_words_is_refused() -> None:
    with pytest.raises(ValueError, match="too short for 2 words"):
        exact_pieces("و", ("و", "هو"))


@pytest.mark.parametrize(
    ("vocalised", "bare"),
    [("قَال", "قال"), ("أَعْلَنَ", "أعلن"), ("صَرَّح", "صرح"), ("ٱِبْن", "ابن"), ("ــقال", "قال"), ("ّ", "ّ")],
)
def test_lemmas_lose_their_vowels_and_keep_their_hamza(vocalised: str, bare: str) -> None:
    assert bare_lemma(vocalised) == bare


def test_a_treebank_in_padt_style_is_normalised(treebank: Path) -> None:
    sentence = normalise(read_conllu(treebank)[0])
    assert [row.form for row in sentence.rows][2:7] == ["ل", "لسلطة", "إن", "حكومت", "ها"]
    assert [row.lemma for row in sentence.rows][:4] == ["قال", "وزيرة", "ل", "سلطة"]
    assert sentence.text == 'قالت الوزيرة للسلطة إن حكومتها "قوية".'


def test_a_lemma_that_the_treebank_leaves_open_is_the_form() -> None:
    row = Row("أنقرة", "_", "X", "_", 0, "root")
    assert normalise(TreebankSentence((Token("أنقرة", (row,)),))).rows[0].lemma == "أنقرة"


def test_conllu_comes_back_as_it_was_written(treebank: Path, tmp_path: Path) -> None:
    sentences = [normalise(sentence) for sentence in read_conllu(treebank)]
    write_conllu(tmp_path / "copy.conllu", sentences)
    again = read_conllu(tmp_path / "copy.conllu")
    assert [(s.text, s.identifier, s.new_paragraph) for s in again] == [
        (s.text, s.identifier, s.new_paragraph) for s in sentences
    ]
    assert [(r.form, r.lemma, r.upos, r.feats, r.head, r.deprel) for s in again for r in s.rows] == [
        (r.form, r.lemma, r.upos, r.feats, r.head, r.deprel) for s in sentences for r in s.rows
    ]
    assert not list(tmp_path.glob("*.partial"))


def test_a_line_with_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.conllu").write_text("# sent_id = s7\n1\tقال\tقال\n", encoding="utf-8")
    with pytest.raises(ValueError, match="s7: 3 columns"):
        read_conllu(tmp_path / "bad.conllu")


def test_the_tokenizer_gets_one_label_a_character(treebank: Path) -> None:
    sentences = with_paragraphs([normalise(s) for s in read_conllu(treebank)], Random(1))
    text, labels = tokenizer_text(sentences)
    assert text == raw_text(sentences)
    assert len(text) == len(labels)
    ends = [text[: index + 1].split()[-1] for index, label in enumerate(labels) if label in "34"]
    assert ends == ["للسلطة", "حكومتها"]
    assert labels[text.index(".")] == "2"


def test_a_sentence_without_final_punctuation_ends_its_paragraph() -> None:
    def sentence(form: str) -> TreebankSentence:
        return TreebankSentence((Token(form, (Row(form, form, "X", "_", 0, "root"),)),))

    sentences = with_paragraphs([sentence("عنوان"), sentence("قال.")] * 20, Random(3))
    assert all(sentence.new_paragraph for sentence in sentences[1::2])
    assert not all(sentence.new_paragraph for sentence in sentences[2::2])


def test_respelt_copies_keep_tree_and_round_trip(treebank: Path) -> None:
    original = normalise(read_conllu(treebank)[0])
    generator = Random(1)
    copies = [augment.augment(original, generator) for _ in range(60)]
    for copy in copies:
        assert [row.head for row in copy.rows] == [row.head for row in original.rows]
        assert all("".join(row.form for row in token.rows) == token.form for token in copy.tokens)
    texts = {copy.text for copy in copies}
    assert any("«قوية»" in text for text in texts)
    assert any("“قوية”" in text for text in texts)
    assert any(" ان " in text for text in texts), "hamza is dropped in some copies"
    assert {copy.identifier for copy in copies} == {"composed.1.augmented"}


def test_an_augmented_section_follows_its_original(treebank: Path, tmp_path: Path) -> None:
    target = tmp_path / "data" / "train.conllu"
    prepare_section([treebank], target, augmented_copies=2, seed=1)
    sentences = read_conllu(target)
    assert len(sentences) == 6
    assert [s.text for s in sentences[:2]] == [s.text for s in read_conllu(treebank)]
    text, labels = (target.with_suffix(suffix).read_text(encoding="utf-8") for suffix in (".txt", ".labels"))
    assert len(text) == len(labels)
    contractions = {form for (form, _), _ in json.loads(target.with_suffix(".mwt.json").read_text(encoding="utf-8"))}
    assert {"للسلطة", "حكومتها"} <= contractions


def test_a_treebank_named_twice_weighs_twice(treebank: Path, tmp_path: Path) -> None:
    target = tmp_path / "data" / "train.conllu"
    prepare_section([treebank, treebank], target, augmented_copies=1, seed=1)
    assert Counter(s.identifier for s in read_conllu(target)) == {
        "composed.1": 2,
        "composed.2": 2,
        "composed.1.augmented": 2,
        "composed.2.augmented": 2,
    }


def test_composed_sentences_join_the_training_section_but_not_the_test(treebank: Path, tmp_path: Path) -> None:
    files = [argument for name in ("train", "dev", "test") for argument in (f"--{name}", str(treebank))]
    assert cli.main(["prepare", "--work", str(tmp_path), *files, "--composed", "1", "--copies", "0"]) == 0
    sizes = {name: len(read_conllu(Workspace(tmp_path).section(name))) for name in ("train", "dev", "test")}
    own = {name: len(read_conllu(COMPOSED / f"composed-{name}.conllu")) for name in ("train", "dev")}
    assert sizes == {"train": own["train"] + 2, "dev": own["dev"] + 2, "test": 2}


@pytest.mark.parametrize("path", sorted(COMPOSED.glob("*.conllu")), ids=lambda path: path.stem)
def test_composed_trees_are_trees_over_pieces_of_their_text(path: Path) -> None:
    sentences = read_conllu(path)
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    for sentence in sentences:
        where = f"{path.name}, {sentence.identifier}"
        assert all("".join(row.form for row in token.rows) == token.form for token in sentence.tokens), where
        heads = [row.head for row in sentence.rows]
        assert [row.deprel for row in sentence.rows if row.head == 0] == ["root"], where
        for word in range(1, len(heads) + 1):
            climbed = [word]
            while climbed[-1]:
                climbed.append(heads[climbed[-1] - 1])
                assert len(climbed) <= len(heads) + 1, f"{where}: a circle"
        assert not any(
            row.head and sentence.rows[row.head - 1].upos == "PUNCT" and row.upos != "PUNCT" for row in sentence.rows
        ), f"{where}: a word hangs on a mark"


def test_frequent_types_are_repeated_by_the_logarithm_of_their_count() -> None:
    row = Row("قال", "قال", "VERB", "_", 0, "root")
    stop = Row(".", ".", "PUNCT", "_", 1, "punct")
    rare = Row("همس", "همس", "VERB", "_", 0, "root")
    sentences = [TreebankSentence((Token("قال", (row,)), Token(".", (stop,))))] * 1000
    sentences.append(TreebankSentence((Token("همس", (rare,)),)))
    assert Counter(lemma_types(sentences)) == {("قال", "VERB", "قال"): 5, ("همس", "VERB", "همس"): 1}


def test_predicted_tags_stand_on_the_gold_tree() -> None:
    gold = TreebankSentence((Token("قال", (Row("قال", "قول", "VERB", "A=B", 0, "root"),)),))
    guess = TreebankSentence((Token("قال", (Row("قال", "_", "NOUN", "C=D", 9, "dep"),)),))
    row = predicted_tags.with_predicted_tags(gold, guess, Random(1), lemma_noise=0).rows[0]
    assert (row.upos, row.feats, row.lemma, row.head, row.deprel) == ("NOUN", "C=D", "قول", 0, "root")
    noisy = predicted_tags.with_predicted_tags(gold, guess, Random(1), lemma_noise=1).rows[0]
    assert noisy.lemma == "قال"


def test_two_models_meet_halfway_if_one_was_trained_on_from_the_other(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    vocabulary = {"word": {"_id2unit": ["<PAD>"], "_unit2id": {"<PAD>": 0}}}

    def model(name: str, *weights: float, vocab: object = vocabulary) -> Path:
        path = tmp_path / name
        torch.save({"model": {"w": torch.tensor(weights), "n": torch.tensor([7])}, "vocab": vocab}, path)
        return path

    first, second, target = model("first.pt", 0.0, 1.0), model("second.pt", 1.0, 3.0), tmp_path / "mean.pt"
    average_weights(first, second, target)
    mean = torch.load(target, weights_only=True)["model"]
    assert (mean["w"].tolist(), mean["n"].tolist()) == ([0.5, 2.0], [7])
    for stranger in (model("longer.pt", 1.0, 2.0, 3.0), model("other.pt", 0.0, 1.0, vocab={})):
        with pytest.raises(ValueError, match="was not trained on from"):
            average_weights(first, stranger, target)


def test_rare_words_leave_a_vocabulary_with_their_weights(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    row = Row("قال", "قال", "VERB", "_", 0, "root")
    rare = Row("همس", "همس", "VERB", "_", 0, "root")
    sentences = [TreebankSentence((Token("قال", (row,)),))] * 6 + [TreebankSentence((Token("همس", (rare,)),))]
    write_conllu(tmp_path / "train.conllu", sentences)
    units = ["<PAD>", "<UNK>", "همس", "قال"]
    vocabulary = {"_id2unit": units, "_unit2id": {unit: index for index, unit in enumerate(units)}, "lower": True}
    checkpoint = {"model": {"word_emb.weight": torch.arange(8.0).view(4, 2)}, "vocab": {"word": vocabulary}}
    torch.save(checkpoint, tmp_path / "model.pt")
    prune_vocabulary(tmp_path / "model.pt", tmp_path / "train.conllu", tmp_path / "pruned.pt", minimum_count=6)
    pruned = torch.load(tmp_path / "pruned.pt", weights_only=True)
    assert pruned["vocab"]["word"]["_unit2id"] == {"<PAD>": 0, "<UNK>": 1, "قال": 2}
    assert pruned["model"]["word_emb.weight"].tolist() == [[0.0, 1.0], [2.0, 3.0], [6.0, 7.0]]


def test_tags_of_other_words_are_refused() -> None:
    gold = TreebankSentence((Token("قال", (Row("قال", "قال", "VERB", "_", 0, "root"),)),))
    other = TreebankSentence((Token("كتب", (Row("كتب", "كتب", "VERB", "_", 0, "root"),)),))
    with pytest.raises(ValueError, match="كتب"):
        predicted_tags.with_predicted_tags(gold, other, Random(1), lemma_noise=0)


def test_counting_overrules_the_tokenizer_on_names_and_rare_contractions() -> None:
    statistics = CliticStatistics(
        Counter({"ويلسون": 50, "وكتبوا": 3, "كتبوا": 90, "حكومتها": 9, "حكومة": 200}),
        gold_split=Counter({"وقال": 9, "وهم": 9, "غازي": 9, "ورد": 1}),
        gold_whole=Counter({"وزير": 9, "وهم": 9}),
    )
    assert not statistics.is_split("ويلسون", ("و", "يلسون")), "no one writes the rest alone"
    assert statistics.is_split("وكتبوا", ("وكتبوا",)), "the rest is far more frequent"
    assert statistics.is_split("حكومتها", ("حكومت", "ها")), "the stem is attested with its own ending"
    assert statistics.is_split("وقال", ("وقال",)), "the treebank splits it"
    assert not statistics.is_split("وزير", ("و", "زير")), "the treebank leaves it whole"
    assert not statistics.is_split("وهم", ("وهم",)), "the treebank knows both: the context decides"
    assert statistics.is_split("وهم", ("و", "هم"))
    assert not statistics.is_split("ورد", ("ورد",)), "once is no proof"
    assert not statistics.is_split("غازي", ("غازي",)), "gas of mine, or a name"
    assert statistics.is_split("حكومتِها", ("حكومتِ", "ها")), "diacritics do not count"


def test_news_are_read_from_json_lines_and_text(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"title": "عنـوان", "text": "فقرة  أولى\\n\\nثانية"}\n', encoding="utf-8")
    (tmp_path / "b.txt").write_text("سطر\n\n", encoding="utf-8")
    assert list(read_paragraphs([tmp_path / "a.jsonl", tmp_path / "b.txt"])) == ["عنوان", "فقرة أولى", "ثانية", "سطر"]


def test_segmented_news_replace_tokens_by_pieces(tmp_path: Path) -> None:
    target = tmp_path / "news.txt"
    assert write_segmented(["وقال: «نعم»"], {"وقال": ("و", "قال")}, target) == 6
    assert target.read_text(encoding="utf-8") == "و قال : « نعم »\n"


def test_the_learning_rate_warms_up_holds_and_falls() -> None:
    schedule = Schedule(peak=1.0, floor=0.1, steps=100, warmup=10, hold=0.5)
    assert schedule.rate(5) == 0.5
    assert schedule.rate(10) == schedule.rate(50) == 1.0
    assert 0.1 < schedule.rate(75) < 1.0
    assert schedule.rate(100) == schedule.rate(500) == pytest.approx(0.1)


def test_averaged_weights_are_put_in_and_taken_out_again() -> None:
    torch = pytest.importorskip("torch")
    model = torch.nn.Linear(1, 1, bias=False)
    model.weight.data.fill_(0.0)
    average = WeightAverage(model, decay=0.5)
    model.weight.data.fill_(8.0)
    for _ in range(20):
        average.add(model)
    model.weight.data.fill_(-1.0)
    with average.applied(model):
        assert model.weight.item() == pytest.approx(8.0, abs=0.01)
    assert model.weight.item() == -1.0


def test_a_step_whose_output_exists_is_skipped(tmp_path: Path) -> None:
    work, built = Workspace(tmp_path), []

    def build(target: Path) -> None:
        built.append(target)
        target.write_text("model", encoding="utf-8")

    target = work.model("parser")
    assert work.run(target, build, force=False)
    assert not work.run(target, build, force=False)
    assert work.run(target, build, force=True)
    assert len(built) == 2
    assert target not in built, "a half-written model never bears the final name"
    assert [path.name for path in target.parent.iterdir()] == ["parser.pt"]


def test_an_interrupted_step_is_not_done(tmp_path: Path) -> None:
    work = Workspace(tmp_path)

    def interrupted(target: Path) -> None:
        target.write_text("best so far", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work.run(work.model("tagger"), interrupted, force=False)
    seen = []
    work.run(work.model("tagger"), lambda target: seen.append(target.read_text(encoding="utf-8")), force=False)
    assert seen == ["best so far"], "the next run finds the best model of the one before"


def test_prepare_is_skipped_when_done(treebank: Path, tmp_path: Path) -> None:
    arguments = ["prepare", "--work", str(tmp_path / "work"), "--train", str(treebank), "--composed", "0"]
    assert cli.main(arguments) == 0
    section = Workspace(tmp_path / "work").section("train")
    section.write_text("kept", encoding="utf-8")
    assert cli.main(arguments) == 0
    assert section.read_text(encoding="utf-8") == "kept"
    assert cli.main([*arguments, "--force"]) == 0
    assert section.read_text(encoding="utf-8").startswith("# newpar")


def test_a_missing_file_is_an_error_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["prepare", "--work", str(tmp_path), "--train", str(tmp_path / "none.conllu")]) == 2
    assert "none.conllu" in capsys.readouterr().err


def test_a_missing_extra_says_what_to_install() -> None:
    with pytest.raises(requirements.MissingTrainingExtraError, match=re.escape('pip install "newsquote[train]"')):
        requirements.require("sys", "no_such_package")


def test_importing_the_command_line_loads_no_trainer() -> None:
    heavy = "{'torch', 'stanza', 'gensim', 'udtools', 'numpy'}"
    code = f"import sys, newsquote.training.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("step", ["all", *STEPS])
def test_each_step_explains_itself(step: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main([step, "--help"])
    assert exit_.value.code == 0
    assert "--work" in capsys.readouterr().out


def test_packaging_halves_weights_hides_paths_and_digests_all(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    checkpoint = {
        "model": {"weight": torch.ones(2, 2), "nested": {"count": torch.tensor([3])}, "list": [torch.zeros(1)]},
        "config": {"lr": 0.1, "train_file": "/home/me/train.conllu", "shorthand": "ar_newsquote"},
        "vocab": {},
    }
    torch.save(checkpoint, tmp_path / "model.pt")
    torch.save({"vocab": {}, "emb": torch.ones(3, 2)}, tmp_path / "vectors.pt")
    models = {"depparse": tmp_path / "model.pt", "pretrain": tmp_path / "vectors.pt"}
    target = tmp_path / "resources"
    package_models(models, target)

    packed = torch.load(model_file(target, "depparse"), weights_only=True)
    assert packed["model"]["weight"].dtype == packed["model"]["list"][0].dtype == torch.float16
    assert packed["model"]["nested"]["count"].dtype == torch.int64
    assert packed["config"] == {"lr": 0.1, "train_file": None, "shorthand": "ar_newsquote"}
    assert torch.load(model_file(target, "pretrain"), weights_only=True)["emb"].dtype == torch.float32

    index = json.loads((target / "resources.json").read_text(encoding="utf-8"))["ar"]
    assert index["depparse"]["newsquote"]["dependencies"] == [{"model": "pretrain", "package": "newsquote"}]
    assert index["packages"]["newsquote"] == {"depparse": "newsquote"}
    listed = dict(line.split("  ")[::-1] for line in (target / "SHA256SUMS").read_text().splitlines())
    assert sorted(listed) == ["ar/depparse/newsquote.pt", "ar/pretrain/newsquote.pt", "resources.json"]
    for name, digest in listed.items():
        assert hashlib.sha256((target / name).read_bytes()).hexdigest() == digest


def test_only_paths_leave_a_configuration() -> None:
    assert without_paths({"a": "x/y", "b": "xy", "c": ["x/y"]}) == {"a": None, "b": "xy", "c": ["x/y"]}


def composed_treebank() -> str:
    """Twelve sentences on one pattern, as a released treebank would have them."""
    blocks = []
    for number, (verb, lemma) in enumerate([("قال", "قَال"), ("أعلن", "أَعلَن"), ("ذكر", "ذَكَر")]):
        for other, noun in enumerate(["الوزير", "المدير", "الناطق", "الرئيس"]):
            rows = [
                ("1-2", f"و{verb}", "_", "_", "_", "_", "_"),
                ("1", "و", "وَ", "CCONJ", "_", "2", "cc"),
                ("2", verb, lemma, "VERB", "Gender=Masc", "0", "root"),
                ("3", noun, noun[2:], "NOUN", "Case=Nom", "2", "nsubj"),
                ("4-5", "للصحيفة", "_", "_", "_", "_", "_"),
                ("4", "ل", "لِ", "ADP", "_", "5", "case"),
                ("5", "الصحيفة", "صَحِيفَة", "NOUN", "Case=Gen", "2", "obl"),
                ("6", "إن", "إِنَّ", "SCONJ", "_", "8", "mark"),
                ("7", "العمل", "عَمَل", "NOUN", "Case=Acc", "8", "nsubj"),
                ("8", "مستمر", "مُستَمِرّ", "ADJ", "Case=Nom", "2", "ccomp"),
                ("9", ".", ".", "PUNCT", "_", "2", "punct"),
            ]
            lines = [f"# sent_id = s{number}.{other}", f"# text = و{verb} {noun} للصحيفة إن العمل مستمر."]
            for identifier, form, lemma_, upos, feats, head, deprel in rows:
                misc = "SpaceAfter=No" if form == "مستمر" else "_"
                lines.append(f"{identifier}\t{form}\t{lemma_}\t{upos}\t_\t{feats}\t{head}\t{deprel}\t_\t{misc}")
            blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


@pytest.mark.models
def test_twelve_sentences_become_a_pipeline(tmp_path: Path) -> None:
    for package in ("torch", "stanza", "gensim", "udtools"):
        pytest.importorskip(package)
    treebank, news, work = tmp_path / "all.conllu", tmp_path / "news.txt", tmp_path / "work"
    treebank.write_text(composed_treebank(), encoding="utf-8")
    paragraphs = ["وقال الوزير للصحيفة إن العمل مستمر في المدينة.", "وأعلن المدير أن الموعد قريب جدا هذا العام."] * 20
    news.write_text("\n".join(paragraphs), encoding="utf-8")
    tiny = "--composed 0 --copies 1 --first-tokenizer-steps 20 --tokenizer-steps 20 --mwt-epochs 1 --lemma-epochs 1"
    tiny += " --early-tagger-steps 3 --first-tagger-steps 6 --tagger-steps 3 --first-parser-steps 3 --parser-steps 3"
    tiny += " --minimum-count 1 --dimensions 8 --vector-epochs 1 --silver-tokens 100 --sample-tokens 100"
    tiny += " --second-parser-steps 3 --rare-below 9 --isolated-types 10 --device cpu"
    command = [sys.executable, "-m", "newsquote.training", "all", "--work", str(work), "--news", str(news)]
    command += [argument for name in ("train", "dev", "test") for argument in (f"--{name}", str(treebank))]
    result = subprocess.run([*command, *tiny.split()], capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr[-3000:]
    scores = {name: float(score) for name, score in (line.split() for line in result.stdout.splitlines()[-8:])}
    assert list(scores) == ["Tokens", "Sentences", "Words", "UPOS", "UFeats", "Lemmas", "UAS", "LAS"]
    assert all(0 <= score <= 100 for score in scores.values()), "twenty updates teach nothing; the scores are scores"
    digests = (work / "stanza_models" / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(digests) == 7

    again = subprocess.run([*command, *tiny.split()], capture_output=True, encoding="utf-8", check=True)
    assert "skipped" in again.stdout + again.stderr, "a second run trains nothing anew"
