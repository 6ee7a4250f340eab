"""Tags for the parser's training data that err as the tagger will at work.

Gold tags in training teach a parser to trust tags that it will not have, and a finished tagger knows its own training
data by heart. So a share of the treebank is tagged by an early state of the tagger, which slips as often there as on
new text: the share is such that there are about as many slips as the finished tagger will make.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from newsquote.training.conllu import Row, TreebankSentence, read_conllu, write_conllu


def write_predicted_tags(
    gold: Path, tagged: Path, target: Path, *, share: float, lemma_noise: float, seed: int
) -> None:
    """Write a section with the tags of a tagger in some of its sentences.

    Args:
        gold: The section, prepared.
        tagged: The same words, tagged.
        target: The CoNLL-U file to write.
        share: Of the sentences that get the tagger's tags; the others keep theirs.
        lemma_noise: See :func:`with_predicted_tags`.
        seed: Decides which sentences and which lemmas.
    """
    generator = random.Random(seed)
    sentences = [
        with_predicted_tags(right, guess if generator.random() < share else right, generator, lemma_noise=lemma_noise)
        for right, guess in zip(read_conllu(gold), read_conllu(tagged), strict=True)
    ]
    write_conllu(target, sentences)


def with_predicted_tags(
    gold: TreebankSentence, predicted: TreebankSentence, generator: random.Random, *, lemma_noise: float
) -> TreebankSentence:
    """A gold tree with predicted tags and features, and a few lemmas lost.

    Args:
        gold: The treebank's sentence.
        predicted: The same words as a tagger tagged them.
        generator: The source of chance.
        lemma_noise: The share of lemmas replaced by the form, which is how a lemmatizer mostly errs.

    Returns:
        What the parser is trained on.
    """
    rows: list[Row] = []
    for right, guess in zip(gold.rows, predicted.rows, strict=True):
        if right.form != guess.form:
            raise ValueError(f"{gold.identifier}: {guess.form!r} was tagged in place of {right.form!r}")
        lemma = right.form if generator.random() < lemma_noise else right.lemma
        rows.append(replace(right, upos=guess.upos, feats=guess.feats, lemma=lemma))
    return gold.with_rows(rows)
