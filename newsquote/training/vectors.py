"""Step ``vectors``: fastText vectors of segmented news, as a Stanza pretrain file.

fastText (Bojanowski et al. 2017, https://arxiv.org/abs/1607.04606) by gensim, skip-gram with letter n-grams: Arabic's
many inflected forms share them. Only whole-word vectors are kept; Stanza looks words up, never n-grams.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class VectorOptions:
    """Hyperparameters of the vectors."""

    dimensions: int = 80
    vocabulary: int = 50_000
    epochs: int = 3
    window: int = 4
    negative: int = 6
    minimum_count: int = 5
    buckets: int = 300_000
    workers: int = 2
    seed: int = 1


def train_vectors(corpus: Path, target: Path, options: VectorOptions) -> int:
    """Train vectors and save them as Stanza wants them.

    Args:
        corpus: Segmented text, one paragraph a line, a space between words.
        target: The ``.pt`` file to write.
        options: Hyperparameters.

    Returns:
        The number of words with a vector.
    """
    import numpy as np
    import torch
    from gensim.models import FastText
    from gensim.models.word2vec import LineSentence
    from stanza.models.common.pretrain import PretrainedWordVocab
    from stanza.models.common.vocab import VOCAB_PREFIX

    model = FastText(
        LineSentence(str(corpus)),
        vector_size=options.dimensions,
        window=options.window,
        min_count=options.minimum_count,
        max_final_vocab=options.vocabulary,
        sg=1,
        negative=options.negative,
        epochs=options.epochs,
        workers=options.workers,
        sample=1e-4,
        min_n=3,
        max_n=5,
        bucket=options.buckets,
        seed=options.seed,
    )
    words = list(model.wv.index_to_key)
    vectors = model.wv.vectors[: len(words)].astype("float32")
    # Unit length: the trainers feed the vectors to a linear layer unscaled.
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    table = np.zeros((len(words) + len(VOCAB_PREFIX), options.dimensions), dtype="float32")
    table[len(VOCAB_PREFIX) :] = vectors
    vocabulary = PretrainedWordVocab(words)
    state = {"vocab": vocabulary.state_dict(), "emb": torch.from_numpy(table)}
    torch.save(state, target, _use_new_zipfile_serialization=False)
    return len(words)
