"""The step that trains, on annotated articles, the networks that correct the rules."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError
from newsquote.evaluation.annotations import AnnotatedArticle, Relation, read_annotations
from newsquote.extractor import find_matches
from newsquote.lexicon import default_lexicon
from newsquote.overlaps import settle
from newsquote.parsing import Parser
from newsquote.syntax import Article
from newsquote.training.device import Options
from newsquote.training.encoder import packed_weights, prune_pieces, save_encoder
from newsquote.training.news import read_paragraphs
from newsquote.training.packaging import PACKAGE, model_file, write_digests
from newsquote.training.ranker import Election, RankerOptions, elections, save_ranker, train_ranking
from newsquote.training.refiner import RefinerOptions, examples, save_refiner, train_network, vocabulary_of
from newsquote.training.requirements import require
from newsquote.training.workspace import Workspace

logger = logging.getLogger(__name__)


def encoder(options: Options) -> None:
    """Write the encoder that training begins with to ``encoder`` in the folder of the training.

    Args:
        options: Of the command line.
    """
    require("tokenizers", "torch")
    from tokenizers import Tokenizer

    target = Workspace(options.work).root / "encoder"
    target.mkdir(parents=True, exist_ok=True)
    described, kept = prune_pieces(options.tokenizer, read_paragraphs(options.news))
    weights = packed_weights(options.packed, kept, options.layers)
    save_encoder(weights, Tokenizer.from_str(json.dumps(described)), target)


def correct(options: Options) -> None:
    """Train the networks, and write them to ``networks`` in the folder of the training.

    Args:
        options: Of the command line.
    """
    require("torch", "stanza")
    from newsquote.refinement.networks import WEIGHTS

    models, target = options.models or Path(stanza_models_dir()), Workspace(options.work).root / "networks"
    annotated = list(_parsed(options.annotated, models))
    vectors = model_file(models, "pretrain")
    train_networks(
        annotated,
        vectors,
        target,
        encoder=options.encoder or options.start or WEIGHTS,
        epochs=options.network_epochs,
        seed=options.seed,
        start=options.start,
    )


def train_networks(
    annotated: Sequence[tuple[Article, Sequence[Relation]]],
    vectors: Path,
    target: Path,
    *,
    encoder: Path,
    epochs: int,
    seed: int,
    start: Path | None = None,
) -> None:
    """Train both networks on parsed and annotated articles.

    Args:
        annotated: The articles.
        vectors: A pretrain file of Stanza's.
        target: The folder to write them into, with their digests.
        encoder: A folder that holds an encoder and its pieces.
        epochs: Passes over the articles of the network that judges statements.
        seed: Decides every random choice.
        start: A folder of networks; training goes on from them, and not from nothing.
    """
    import torch
    from stanza.models.common.pretrain import Pretrain

    from newsquote.refinement.encoder import read_encoder
    from newsquote.refinement.networks import SPEAKERS, STATEMENTS, saved_refiner
    from newsquote.refinement.refiner import Refiner

    pretrain = Pretrain(str(vectors))
    table, vector_of = torch.as_tensor(pretrain.emb, dtype=torch.float32), pretrain.vocab._unit2id  # noqa: SLF001
    target.mkdir(parents=True, exist_ok=True)
    worded = [(each, gold) for each, gold in annotated if any(one.words for one in each.sentences)]
    known = [(each, settle(each, find_matches(each, default_lexicon())), gold) for each, gold in worded]
    judged = [one for each, found, gold in known for one in examples(each, [other.match for other in found], gold)]
    begun = torch.load(start / STATEMENTS, weights_only=True, map_location="cpu") if start else None
    vocabulary = begun["vocabulary"] if begun else vocabulary_of(judged)
    settings = RefinerOptions(epochs=epochs, seed=seed)
    begin = begun["network"] if begun else None
    judge = train_network(judged, vocabulary, table, vector_of, read_encoder(encoder), settings, start=begin)
    save_refiner(judge, vocabulary, target / STATEMENTS)
    save_encoder(judge.encoder.state_dict(), judge.encoder.reader.tokenizer, target)
    reader = Refiner(judge, vocabulary, vector_of)
    former = saved_refiner(begun, table, vector_of, read_encoder(start)) if begun and start else None
    contested: list[Election] = []
    for article, found, gold in known:
        states = reader.refine(article, found)[1]
        # a network that has learnt from an article makes fewer mistakes in it than it will make in others
        corrected = former.refine(article, found)[0] if former else found
        contested.extend(elections(article, [one.match for one in corrected], gold, vector_of, states))
    chooser = torch.load(start / SPEAKERS, weights_only=True, map_location="cpu") if start else None
    save_ranker(train_ranking(contested, table, RankerOptions(seed=seed), chooser), target / SPEAKERS)
    write_digests(target)


def _parsed(files: Sequence[str], folder: Path) -> Iterator[tuple[Article, Sequence[Relation]]]:
    """The articles of annotated files, parsed with the models of a folder."""
    import stanza

    articles = [article for name in files for article in _read(name)]
    pipeline = stanza.Pipeline("ar", dir=str(folder), package=PACKAGE, download_method=None, verbose=False)
    parser = Parser(pipeline=pipeline)
    for number, article in enumerate(articles, start=1):
        yield parser.parse(article.text), article.quotes
        if number % 100 == 0:
            logger.info("%d of %d articles parsed", number, len(articles))


def _read(name: str) -> Iterator[AnnotatedArticle]:
    for item in read_annotations(name):
        if isinstance(item, InputError):
            raise item
        yield item
