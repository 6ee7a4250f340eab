"""Dependency trees, by Stanza's graph parser and an exact search that looks twice only where it must."""

from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from newsquote.parsing.engine.batches import by_length, padded
from newsquote.parsing.engine.forms import ROOT_ROW, Forms
from newsquote.parsing.engine.spanning import best_trees

Tree = list[tuple[int, str]]
"""Of each word: its head, counted from 1, 0 for the root; and its relation."""

_ARCS = 512  # labelled at once, which bounds memory


class TreeParser:
    """Stanza's graph parser, from the table of forms on."""

    def __init__(self, processor: Any, forms: Forms) -> None:
        self._model = processor.trainer.model.eval()
        self._vocab = processor.vocab
        self._forms = forms
        self._lemma_ids: dict[str, int] = self._vocab["lemma"]._unit2id  # noqa: SLF001 - lower() a word is dear
        self._relations = [self._vocab["deprel"].id2unit(number) for number in range(len(self._vocab["deprel"]))][
            VOCAB_PREFIX_SIZE:
        ]

    def parse(
        self,
        sentences: Sequence[Sequence[int]],
        tags: Sequence[Sequence[tuple[str, str]]],
        lemmas: Sequence[Sequence[str]],
    ) -> list[Tree]:
        """The tree of each sentence.

        Args:
            sentences: Rows of forms.
            tags: The part of speech of each word, and its features.
            lemmas: The lemma of each word.
        """
        found: list[Tree] = [[] for _ in sentences]
        for batch in by_length([len(sentence) for sentence in sentences]):
            rows = padded([[ROOT_ROW, *sentences[place]] for place in batch])
            upos = padded([[ROOT_ID, *self._vocab["upos"].map([upos for upos, _ in tags[place]])] for place in batch])
            lemma = padded([[ROOT_ID, *self._vocab["lemma"].map(lemmas[place])] for place in batch])
            lengths = [len(sentences[place]) + 1 for place in batch]
            hidden = self._encode(rows, upos, lemma, lengths)
            heads = best_trees(self._score(hidden), lengths)
            labels = self._label(hidden, heads, lengths)
            for place, tree, relations in zip(batch, heads, labels, strict=True):
                found[place] = list(zip(tree[1:], relations, strict=True))
        return found

    def _encode(self, rows: torch.Tensor, upos: torch.Tensor, lemma: torch.Tensor, lengths: list[int]) -> torch.Tensor:
        model = self._model
        seen = self._forms.parser(rows)
        inputs = torch.cat(
            [seen["pretrained"], seen["word"], model.lemma_emb(lemma), model.upos_emb(upos), seen["characters"]], 2
        )
        packed = pack_padded_sequence(inputs, lengths, batch_first=True)
        states = [
            start.expand(-1, len(lengths), -1).contiguous()
            for start in (model.parserlstm_h_init, model.parserlstm_c_init)
        ]
        outputs, _ = model.parserlstm(packed, lengths, hx=states)
        hidden: torch.Tensor = pad_packed_sequence(outputs, batch_first=True)[0]
        return hidden

    def _score(self, hidden: torch.Tensor) -> torch.Tensor:
        """How well each word (first) goes with each head (second), up to a constant for each word."""
        model = self._model
        scores: torch.Tensor = model.unlabeled(hidden, hidden).squeeze(3)
        places = torch.arange(hidden.shape[1])
        offsets = (places.view(1, -1) - places.view(-1, 1)).float()
        if model.args["linearization"]:
            order = model.linearization(hidden, hidden).squeeze(3)
            scores += functional.logsigmoid(order * offsets.sign())
        if model.args["distance"]:
            distance = 1 + functional.softplus(model.distance(hidden, hidden).squeeze(3))
            scores -= torch.log((offsets.abs() - distance) ** 2 / 2 + 1)
        return scores

    def _label(self, hidden: torch.Tensor, heads: list[list[int]], lengths: list[int]) -> list[list[str]]:
        """The best relation of each word to its head: Stanza scores those to all other words too."""
        scorer = self._model.deprel
        weight = scorer.scorer.W_bilin.weight
        width = hidden.shape[1]
        dependents = [place * width + word for place, n in enumerate(lengths) for word in range(1, n)]
        chosen = [place * width + head for place, tree in enumerate(heads) for head in tree[1:]]
        flat = hidden.reshape(-1, hidden.shape[2])
        left = functional.pad(scorer.W1(flat).relu(), (0, 1), value=1)[dependents]
        right = functional.pad(scorer.W2(flat).relu(), (0, 1), value=1)[chosen]
        best: list[int] = []
        for start in range(0, len(left), _ARCS):
            part = left[start : start + _ARCS] @ weight.view(weight.shape[0], -1)
            scores = torch.einsum("njo,nj->no", part.view(-1, *weight.shape[1:]), right[start : start + _ARCS])
            best += (scores + scorer.scorer.W_bilin.bias).argmax(1).tolist()
        relations = iter([self._relations[number] for number in best])
        return [[next(relations) for _ in range(1, n)] for n in lengths]
