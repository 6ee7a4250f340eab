"""Characters to tokens and sentences, by Stanza's tokenizer."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from stanza.models.tokenization import data, utils

from newsquote.parsing.engine.batches import by_length, padded

Token = tuple[str, int, int, bool]
"""Form, start, end, and whether it may be several words."""

_CHARACTERS = 12_000  # in a batch
_LONGEST = 1000  # characters that Stanza's tokenizer reads at once
_TOKEN_TOO_LONG = "<UNK>"  # noqa: S105 - Stanza's own word for it


class Tokenizer:
    """Stanza's tokenizer, given chunks of many texts at once."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._model = processor.trainer.model.eval()
        self._known: dict[str, int] = {}  # character → its row in the two tables
        self._ids: list[int] = []
        self._features: list[list[int]] = []
        self._character("\0")  # row 0 is padding
        self._ids[0] = processor.vocab.unit2id("<PAD>")
        self._features[0] = [0] * len(self._features[0])

    def _character(self, character: str) -> int:
        """A character's row, made when it is first met; Unicode bounds the tables, and texts do so far sooner."""
        if character not in self._known:
            functions = [data.PER_CHAR_FEAT_FUNCS.get(name) for name in self._processor.config["feat_funcs"]]
            self._known[character] = len(self._ids)
            self._ids.append(self._processor.vocab.unit2id(character))
            self._features.append([function(character) if function else 0 for function in functions])
        return self._known[character]

    def tokenize(self, chunks: Sequence[str]) -> list[list[list[Token]]]:
        """The sentences of each chunk, with offsets into the chunk."""
        found: list[list[list[Token]]] = [[] for _ in chunks]
        for batch in by_length([len(chunk) for chunk in chunks], most=_CHARACTERS):
            for place, labels in zip(batch, self._label([chunks[place] for place in batch]), strict=True):
                found[place] = list(self._sentences(chunks[place], labels))
        return found

    def _label(self, chunks: Sequence[str]) -> Iterator[Any]:
        if len(chunks[0]) > _LONGEST:
            for chunk in chunks:
                config, vocab = self._processor.config, self._processor.vocab
                dataset = data.TokenizationDataset(config, input_text=chunk, vocab=vocab, evaluation=True)
                [labels], _ = utils.predict(
                    self._processor.trainer, dataset, 1, _LONGEST, use_regex_tokens=True, num_workers=0
                )
                yield labels
            return
        lengths = [len(chunk) + 1 for chunk in chunks]  # Stanza ends each with one character of padding
        rows = padded([[self._character(c) for c in chunk] + [0] for chunk in chunks])
        features = torch.tensor(self._features, dtype=torch.float32)[rows]
        names = self._processor.config["feat_funcs"]
        if "start_of_para" in names:
            features[:, 0, names.index("start_of_para")] = 1
        if "end_of_para" in names:
            features[range(len(chunks)), [length - 2 for length in lengths], names.index("end_of_para")] = 1
        best = self._model(torch.tensor(self._ids)[rows], features, lengths).argmax(2).numpy()
        for chunk, labels in zip(chunks, best, strict=True):
            labels[len(chunk) - 1] = 4 if labels[len(chunk) - 1] > 2 else 2
            if "." in chunk or "@" in chunk:  # nothing else can hold an address
                utils.update_pred_regex(list(chunk), labels)
            yield labels[: len(chunk)]

    def _sentences(self, chunk: str, labels: Any) -> Iterator[list[Token]]:
        sentence: list[Token] = []
        start = 0
        for last in np.flatnonzero(labels).tolist():
            label = labels[last]
            form = chunk[start : last + 1].lstrip()
            start = last + 1
            if not form:
                continue
            shown = form if len(form) <= self._processor.config["max_seqlen"] else _TOKEN_TOO_LONG
            sentence.append((shown, start - len(form), start, label > 2))
            if label in (2, 4):
                yield sentence
                sentence = []
        if sentence:
            yield sentence
