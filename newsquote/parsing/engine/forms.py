"""What tagger and parser see of a word's form: vectors and spelling, computed once for each form."""

from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.common.utils import simplify_punct
from stanza.models.common.vocab import ROOT_ID

from newsquote.parsing.engine.batches import by_length, padded

_KEPT = 16_384
_CHARACTERS = 6000  # in a batch

ROOT_ROW = 0
_ROOT = ""  # the form of no word


class Forms:
    """A table of forms: for each its vectors in the tagger and in the parser."""

    def __init__(self, tagger: Any, parser: Any) -> None:
        self._tagger = _Columns(tagger)
        self._parser = _Columns(parser)
        self._known: dict[str, int] = {}

    def rows(self, sentences: Sequence[Sequence[str]]) -> list[list[int]]:
        """The row of each word's form, until the next call."""
        forms = {form for sentence in sentences for form in sentence}
        unknown = sorted(forms - self._known.keys())
        if not self._known or len(self._known) + len(unknown) > _KEPT:
            unknown = [_ROOT, *sorted(forms)]
            self._known = {}
        self._known.update((form, number) for number, form in enumerate(unknown, start=len(self._known)))
        self._tagger.add(unknown, len(self._known))
        self._parser.add(unknown, len(self._known))
        return [[self._known[form] for form in sentence] for sentence in sentences]

    def tagger(self, rows: torch.Tensor) -> dict[str, torch.Tensor]:
        """The tagger's vectors of rows: of the ``word``, ``pretrained`` and ``characters``."""
        return self._tagger.vectors(rows)

    def parser(self, rows: torch.Tensor) -> dict[str, torch.Tensor]:
        """The parser's vectors of rows, as ``tagger``."""
        return self._parser.vectors(rows)


class _Columns:
    """The vectors of forms in one model."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._model = processor.trainer.model.eval()
        self._columns: dict[str, torch.Tensor] = {}

    def add(self, forms: Sequence[str], total: int) -> None:
        """Put forms at the table's end, which then has ``total`` rows."""
        if not forms:
            return
        for name, vectors in self._compute(forms).items():
            if name not in self._columns:
                self._columns[name] = torch.empty(_KEPT, vectors.shape[1])
            if total > len(self._columns[name]):  # one article with very many forms
                self._columns[name] = torch.empty(total, vectors.shape[1])
            self._columns[name][total - len(forms) : total] = vectors

    def vectors(self, rows: torch.Tensor) -> dict[str, torch.Tensor]:
        return {name: column[rows] for name, column in self._columns.items()}

    def _compute(self, forms: Sequence[str]) -> dict[str, torch.Tensor]:
        model, vocab = self._model, self._processor.vocab
        [simple] = simplify_punct([[[form] for form in forms]])
        spelled = [form for [form] in simple]
        words = torch.tensor(_ids(vocab["word"], spelled))
        pretrained = torch.tensor(_ids(self._processor.pretrain.vocab, [form.lower() for form in spelled]))
        return {
            "word": model.word_emb(words),
            "pretrained": model.trans_pretrained(model.pretrained_emb(pretrained)),
            "characters": model.trans_char(self._characters(spelled)),
        }

    def _characters(self, forms: Sequence[str]) -> torch.Tensor:
        vocab, model = self._processor.vocab["char"], self._model.charmodel
        spelled = [[ROOT_ID] if form == _ROOT else vocab.map(form) for form in forms]
        found = torch.empty(len(forms), model.num_dir * model.args["char_hidden_dim"])
        for batch in by_length([len(form) for form in spelled], most=_CHARACTERS):
            characters = padded([spelled[place] for place in batch])
            lengths = [len(spelled[place]) for place in batch]
            found[batch] = model(characters, None, list(range(len(batch))), [len(batch)], lengths).data
        return found


def _ids(vocab: Any, forms: Sequence[str]) -> list[int]:
    return [vocab.unit2id(form) if form != _ROOT else ROOT_ID for form in forms]
