"""Drop rare words from a trained model's vocabulary, so that training on teaches it what to do with unknown ones.

With every word of the training data in the vocabulary the embedding of the unknown word is never trained, and one word
in seven of a new text meets it. Between two stages the rare words go; the second stage then sees them as unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsquote.training.conllu import TreebankSentence, read_conllu

_EMBEDDINGS = {"word": "word_emb.weight", "lemma": "lemma_emb.weight"}


def prune_vocabulary(source: Path, train: Path, target: Path, *, minimum_count: int) -> None:
    """Write a model without the words and lemmas that are rare in its training data.

    Args:
        source: A tagger or parser.
        train: The prepared CoNLL-U it was trained on, respelt copies and all.
        target: The model to write, to start the next stage from.
        minimum_count: Occurrences that keep a word; twice the number of copies is about right.
    """
    import torch

    checkpoint = torch.load(source, map_location="cpu", weights_only=True)
    counts = count_units(read_conllu(train))
    for name, weight in _EMBEDDINGS.items():
        if weight in checkpoint["model"] and name in checkpoint["vocab"]:
            vocabulary = checkpoint["vocab"][name]
            kept = kept_units(vocabulary["_id2unit"], counts[name], minimum_count)
            rows = [vocabulary["_unit2id"][unit] for unit in kept]
            checkpoint["model"][weight] = checkpoint["model"][weight][rows].clone()
            vocabulary["_id2unit"] = kept
            vocabulary["_unit2id"] = {unit: index for index, unit in enumerate(kept)}
    torch.save(checkpoint, target, _use_new_zipfile_serialization=False)


def count_units(sentences: Iterable[TreebankSentence]) -> dict[str, Counter[str]]:
    """Count words and lemmas as Stanza's vocabularies spell them, in lower case.

    Args:
        sentences: The training data.

    Returns:
        The counts of ``word`` and ``lemma``.
    """
    counts: dict[str, Counter[str]] = {"word": Counter(), "lemma": Counter()}
    for sentence in sentences:
        for row in sentence.rows:
            counts["word"][row.form.lower()] += 1
            counts["lemma"][row.lemma.lower()] += 1
    return counts


def kept_units(units: Iterable[str], counts: Counter[str], minimum_count: int) -> list[str]:
    """The units of a vocabulary that stay, in their order.

    Args:
        units: All units; Stanza's own (``<PAD>``, ``<UNK>`` and so on) come first.
        counts: Their counts in the training data.
        minimum_count: Occurrences that keep a unit.

    Returns:
        Stanza's own units and the frequent ones.

    >>> kept_units(["<PAD>", "<UNK>", "قال", "همس"], Counter({"قال": 9, "همس": 1}), 2)
    ['<PAD>', '<UNK>', 'قال']
    """
    return [unit for unit in units if (unit.startswith("<") and unit.endswith(">")) or counts[unit] >= minimum_count]


def vocabulary_of(model: Path) -> Any:
    """The vocabulary that a trained tagger or parser numbers its words by.

    Args:
        model: Its file.

    Returns:
        A ``stanza.models.pos.vocab.MultiVocab``.
    """
    import torch
    from stanza.models.pos.vocab import MultiVocab

    return MultiVocab.load_state_dict(torch.load(model, map_location="cpu", weights_only=True)["vocab"])
