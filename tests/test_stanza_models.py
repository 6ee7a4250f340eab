"""The bundled Arabic models: what lies there, what it weighs, and that it loads without a network."""

import hashlib
import json
import socket
from pathlib import Path
from typing import Any

import pytest

from newsquote.bundled import stanza_models_dir

FOLDER = Path(stanza_models_dir())
KINDS = ("tokenize", "mwt", "pos", "lemma", "depparse", "pretrain")
MEGABYTE = 1_000_000
# Composed for this test.
TEXT = """\
الوزيرة تعلن موعد الاجتماع

وقالت الوزيرة للصحفيين في العاصمة، أمس، إن حكومتها "ستواصل عملها مع شركائها". وأضافت: «لن نتراجع عما وعدنا به».

فهل سيقبلونها؟"""


def model(kind: str) -> Path:
    return FOLDER / "ar" / kind / "newsquote.pt"


@pytest.fixture(scope="module")
def document() -> Any:
    stanza = pytest.importorskip("stanza")

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("loading the models reached for the network")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        pipeline = stanza.Pipeline(
            "ar", dir=str(FOLDER), package="newsquote", download_method=None, use_gpu=False, verbose=False
        )
        return pipeline(TEXT)


def test_each_file_is_the_one_its_digest_names() -> None:
    lines = (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(listed) == {"resources.json", *(f"ar/{kind}/newsquote.pt" for kind in KINDS)}
    for name, digest in listed.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name


def test_nothing_but_models_index_card_and_licence_is_there() -> None:
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    expected = {"README.md", "LICENSE", "SHA256SUMS", "resources.json", *(f"ar/{kind}/newsquote.pt" for kind in KINDS)}
    assert files == expected


def test_the_models_weigh_at_most_35_megabytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) <= 35 * MEGABYTE


def test_the_index_names_the_files_that_are_there() -> None:
    index = json.loads((FOLDER / "resources.json").read_text(encoding="utf-8"))["ar"]
    for kind in KINDS:
        digest = hashlib.md5(model(kind).read_bytes(), usedforsecurity=False).hexdigest()
        assert index[kind]["newsquote"]["md5"] == digest, kind
    assert set(index["packages"]["newsquote"]) == set(KINDS) - {"pretrain"}


@pytest.mark.models
@pytest.mark.parametrize("kind", KINDS)
def test_weights_are_in_half_precision_but_for_the_vectors(kind: str) -> None:
    torch = pytest.importorskip("torch")
    checkpoint = torch.load(model(kind), map_location="cpu", weights_only=True)
    types = {tensor.dtype for tensor in _tensors(checkpoint) if tensor.is_floating_point()}
    assert types == {torch.float32 if kind == "pretrain" else torch.float16}


@pytest.mark.models
@pytest.mark.parametrize("kind", KINDS[:-1])
def test_no_path_of_the_training_machine_is_kept(kind: str) -> None:
    torch = pytest.importorskip("torch")
    config = torch.load(model(kind), map_location="cpu", weights_only=True)["config"]
    assert [value for value in config.values() if isinstance(value, str) and "/" in value] == []


@pytest.mark.models
def test_every_word_has_offsets_of_an_exact_substring(document: Any) -> None:
    words = [word for sentence in document.sentences for word in sentence.words]
    assert len(words) > 35
    assert all(TEXT[word.start_char : word.end_char] == word.text for word in words)


@pytest.mark.models
def test_contractions_are_cut_in_exact_pieces(document: Any) -> None:
    pieces = {token.text: [word.text for word in token.words] for s in document.sentences for token in s.tokens}
    assert pieces["وقالت"] == ["و", "قالت"]
    assert pieces["للصحفيين"] == ["ل", "لصحفيين"]
    assert pieces["حكومتها"] == ["حكومت", "ها"]


@pytest.mark.models
def test_a_reporting_verb_has_its_subject_and_its_clause(document: Any) -> None:
    words = next(s.words for s in document.sentences if any(word.text == "قالت" for word in s.words))
    verb = next(word for word in words if word.text == "قالت")
    relations = {word.deprel: word for word in words if word.head == verb.id}
    assert (verb.lemma, verb.upos) == ("قال", "VERB")
    assert relations["nsubj"].text == "الوزيرة"
    assert "ccomp" in relations


@pytest.mark.models
def test_a_headline_is_a_sentence(document: Any) -> None:
    assert document.sentences[0].text == "الوزيرة تعلن موعد الاجتماع"


def _tensors(value: Any) -> list[Any]:
    if hasattr(value, "is_floating_point"):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [tensor for child in children for tensor in _tensors(child)]
