"""The steps of a training: what ``python -m newsquote.training`` offers, in the order of ``all``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsquote.training import correction_steps, data_steps, delivery_steps, model_steps, staged_steps
from newsquote.training.device import Options


@dataclass(frozen=True, slots=True)
class Step:
    """One step; its key in ``STEPS`` is its name on the command line; ``of_all``: whether ``all`` runs it."""

    run: Callable[[Options], None]
    summary: str
    options: tuple[str, ...] = ()
    of_all: bool = True


_NEWS = ("news", "seed")
STEPS: dict[str, Step] = {
    "prepare": Step(
        data_steps.prepare,
        "bring a UD treebank to exact pieces and bare lemmas, respell copies, write every trainer's files",
        ("train", "dev", "test", "composed", "copies", "seed"),
    ),
    "first-tokenizer": Step(
        model_steps.first_tokenizer, "train the tokenizer that segments the news", ("first-tokenizer-steps", "seed")
    ),
    "mwt": Step(model_steps.mwt, "train the cutter of contractions", ("mwt-epochs",)),
    "segment": Step(
        data_steps.segment, "segment the raw news, type by type", (*_NEWS, "sample-tokens", "isolated-types")
    ),
    "vectors": Step(
        model_steps.vectors,
        "train word vectors on the segmented news",
        ("dimensions", "vocabulary", "minimum-count", "vector-epochs", "workers", "seed"),
    ),
    "silver": Step(data_steps.silver, "label news for the tokenizer, corrected by counting", (*_NEWS, "silver-tokens")),
    "tokenizer": Step(
        model_steps.tokenizer, "train the tokenizer on gold and silver text", ("tokenizer-steps", "seed")
    ),
    "first-tagger": Step(
        staged_steps.first_tagger, "train the tagger", ("first-tagger-steps", "early-tagger-steps", "seed")
    ),
    "tagger": Step(
        staged_steps.tagger, "train the tagger on, rare words unknown", ("tagger-steps", "rare-below", "seed")
    ),
    "tag": Step(data_steps.tag_treebank, "tag the treebank as the tagger will, for the parser", ("seed",)),
    "lemmatizer": Step(model_steps.lemmatizer, "train the lemmatizer", ("lemma-epochs",)),
    "first-parser": Step(staged_steps.first_parser, "train the parser on gold tags", ("first-parser-steps", "seed")),
    "second-parser": Step(
        staged_steps.second_parser, "train the parser on predicted tags", ("second-parser-steps", "seed")
    ),
    "parser": Step(
        staged_steps.parser, "train the parser on, rare words unknown", ("parser-steps", "rare-below", "seed")
    ),
    "package": Step(delivery_steps.package, "write the resources folder, in half precision, with digests", ("models",)),
    "evaluate": Step(
        delivery_steps.evaluate, "score a resources folder on the test section, from raw text", ("models",)
    ),
    "encoder": Step(
        correction_steps.encoder,
        "take the lower layers of multilingual E5, with the pieces that news is made of (not a part of all)",
        ("packed", "tokenizer", "news", "layers"),
        of_all=False,
    ),
    "correct": Step(
        correction_steps.correct,
        "train the networks that correct the rules, on annotated articles (not a part of all)",
        ("annotated", "models", "encoder", "start", "network-epochs", "seed"),
        of_all=False,
    ),
}
