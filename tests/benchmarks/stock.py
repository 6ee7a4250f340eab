"""Stanza as it comes: tagger and parser of its default sizes over character models of theirs, with random weights.

Tokenizer, splitter and lemmatizer stay the bundled ones, and so do the word vectors: all smaller than Stanza's own.
"""

import time
from pathlib import Path
from typing import Any

import stanza
from stanza.models import charlm, parser, tagger
from stanza.models.common.char_model import CharacterLanguageModel
from stanza.models.depparse import model as parser_model
from stanza.models.pos.model import Tagger

import newsquote


def bundled_pipeline() -> Any:
    """The bundled models in a pipeline of Stanza's."""
    return stanza.Pipeline(
        "ar", dir=newsquote.stanza_models_dir(), package="newsquote", download_method=None, verbose=False
    )


def stock_pipeline() -> Any:
    """A pipeline of Stanza's default sizes."""
    pipeline = bundled_pipeline()
    for name, script, build in (("pos", tagger, Tagger), ("depparse", parser, parser_model.GraphParser)):
        processor = pipeline.processors[name]
        vocab = processor.vocab
        characters = {"charlm": True, "charlm_forward_file": __file__, "charlm_backward_file": __file__}
        arguments = {**script.parse_args([]), **characters}
        options = {"share_hid": False} if name == "pos" else {}
        model = build(
            arguments, vocab, emb_matrix=processor.pretrain.emb, foundation_cache=_Characters(vocab), **options
        )
        processor.trainer.model = model.eval()
        processor.trainer.args = arguments
        processor._config = {**processor.config, **arguments}
    return pipeline


class Decoder:
    """Counts the seconds that Stanza's tree decoder takes: random scores slow it down."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._decode = parser_model.chuliu_edmonds_one_root
        parser_model.chuliu_edmonds_one_root = self

    def __call__(self, scores: Any) -> Any:
        begun = time.perf_counter()
        tree = self._decode(scores)
        self.seconds += time.perf_counter() - begun
        return tree


class _Characters:
    """Stanza's store of models that others share, of which it asks the character models."""

    def __init__(self, vocab: Any) -> None:
        self._vocab = {"char": vocab["char"]}

    def load_charlm(self, _: Path) -> Any:
        return CharacterLanguageModel(vars(charlm.build_argparse().parse_args([])), self._vocab)
