"""Parts of speech and features, by Stanza's tagger."""

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from newsquote.parsing.engine.batches import by_length, padded
from newsquote.parsing.engine.forms import Forms


class Tagger:
    """Stanza's tagger, from the table of forms on."""

    def __init__(self, processor: Any, forms: Forms) -> None:
        self._model = processor.trainer.model.eval()
        self._vocab = processor.vocab
        self._forms = forms
        # Stanza multiplies by the part of speech's vector for each word and feature; there are but few of both
        weights = [classify.W_bilin.weight for classify in self._model.tag_clf["feats"]]
        given = functional.pad(self._model.upos_emb.weight, (0, 1), value=1)
        self._feats_sizes = [len(weight) for weight in weights]
        self._feats_weights = torch.einsum("oiu,tu->ito", torch.cat(weights), given).flatten(1).detach()
        self._feats_bias = torch.cat([classify.W_bilin.bias for classify in self._model.tag_clf["feats"]]).detach()
        self._units: dict[tuple[int, ...], str] = {}  # the features that a row of classes spells

    def tag(self, sentences: Sequence[Sequence[int]]) -> list[list[tuple[str, str]]]:
        """The part of speech and the features of each word.

        Args:
            sentences: Rows of forms.
        """
        found: list[list[tuple[str, str]]] = [[] for _ in sentences]
        for batch in by_length([len(sentence) for sentence in sentences]):
            lengths = [len(sentences[place]) for place in batch]
            upos, feats = self._classify(padded([sentences[place] for place in batch]), lengths)
            for place, classes, features in zip(batch, upos.tolist(), feats.tolist(), strict=True):
                found[place] = [
                    (self._vocab["upos"].id2unit(one), self._feats(tuple(row)))
                    for one, row in zip(classes[: len(sentences[place])], features, strict=False)
                ]
        return found

    def _classify(self, rows: torch.Tensor, lengths: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
        model = self._model
        seen = self._forms.tagger(rows)
        inputs = torch.cat([seen["word"], seen["pretrained"], seen["characters"]], 2)
        packed = pack_padded_sequence(inputs, lengths, batch_first=True)
        states = [
            start.expand(-1, len(lengths), -1).contiguous()
            for start in (model.taggerlstm_h_init, model.taggerlstm_c_init)
        ]
        hidden, _ = model.taggerlstm(packed, lengths, hx=states)
        upos = model.upos_clf(model.upos_hid(hidden.data).relu()).argmax(1)
        feats_hidden = functional.pad(model.tag_hid["feats"](hidden.data).relu(), (0, 1), value=1)
        scores = (feats_hidden @ self._feats_weights).view(len(upos), -1, self._feats_bias.shape[0])
        scores = scores[torch.arange(len(upos)), upos] + self._feats_bias
        feats = torch.stack([each.argmax(1) for each in torch.split(scores, self._feats_sizes, 1)], 1)
        both = hidden._replace(data=torch.cat([upos.unsqueeze(1), feats], 1))
        classes, _ = pad_packed_sequence(both, batch_first=True)
        return classes[:, :, 0], classes[:, :, 1:]

    def _feats(self, classes: tuple[int, ...]) -> str:
        if classes not in self._units:
            feats = self._vocab["feats"].id2unit(classes)
            self._units[classes] = "" if feats == "_" else feats
        return self._units[classes]
