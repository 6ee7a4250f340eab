"""The steps of a training that make data."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from newsquote.training.clitic_statistics import CliticStatistics
from newsquote.training.conllu import read_conllu
from newsquote.training.device import Options, device_of
from newsquote.training.news import read_paragraphs
from newsquote.training.predicted_tags import write_predicted_tags
from newsquote.training.prepare import prepare_section
from newsquote.training.segmentation import segment_types, write_segmented
from newsquote.training.silver import append_silver, silver_text
from newsquote.training.stanza_pipelines import segmentation_pipeline
from newsquote.training.tagger import tag
from newsquote.training.workspace import Workspace

COMPOSED = Path(__file__).parent / "treebank"
"""The sentences of news composed for newsquote, as trees."""


def prepare(options: Options) -> None:
    """Bring the treebanks to the shape that every trainer reads.

    Args:
        options: Of the command line.
    """
    work, weight = Workspace(options.work), options.composed
    sections = (
        ("train", options.train, weight, options.copies),
        ("dev", options.dev, min(weight, 1), 0),
        ("test", options.test, 0, 0),  # scores stay comparable, whatever the weight
    )
    for name, given, times, copies in sections:
        if given and (options.force or not work.section(name).exists()):
            sources = [*given, *[COMPOSED / f"composed-{name}.conllu"] * times]
            prepare_section(sources, work.section(name), augmented_copies=copies, seed=options.seed)


def segment(options: Options) -> None:
    """Segment the raw news.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)

    def build(target: Path) -> None:
        pipeline = segmentation_pipeline(work.model("first-tokenizer"), work.model("mwt"), device=device)
        paragraphs = list(read_paragraphs(_news(options)))
        segmentation = segment_types(
            paragraphs,
            pipeline,
            sample_tokens=options.sample_tokens,
            isolated_types=options.isolated_types,
            seed=options.seed,
        )
        write_segmented(paragraphs, segmentation, target)

    work.run(work.segmented_news, build, force=options.force)


def silver(options: Options) -> None:
    """Label news for the tokenizer.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)

    def build(target: Path) -> None:
        pipeline = segmentation_pipeline(work.model("first-tokenizer"), work.model("mwt"), device=device)
        paragraphs = list(read_paragraphs(_news(options)))
        statistics = CliticStatistics.collect(paragraphs, read_conllu(work.section("train")))
        silver = silver_text(paragraphs, pipeline, statistics, tokens=options.silver_tokens, seed=options.seed)
        append_silver(work.section("train"), silver, target)
        target.with_suffix(".labels").replace(work.silver.with_suffix(".labels"))

    work.run(work.silver, build, force=options.force)


def tag_treebank(options: Options) -> None:
    """Tag the treebank for the parser.

    Args:
        options: Of the command line.
    """
    work, device = Workspace(options.work), device_of(options)

    def build(name: str, share: float, target: Path) -> None:
        gold, tagged = work.section(name), work.section(f"{name}.tagger")
        tag(work.model("early-tagger"), work.model("vectors"), gold, tagged, device=device)
        write_predicted_tags(gold, tagged, target, share=share, lemma_noise=0.05, seed=options.seed)

    for name, share in (("train", 0.6), ("dev", 1.0)):
        work.run(work.section(f"{name}.predicted"), partial(build, name, share), force=options.force)


def _news(options: Options) -> list[Path]:
    if not options.news:
        raise ValueError("this step reads raw articles: name their files with --news")
    return list(options.news)
