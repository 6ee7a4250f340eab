"""Who said what in Arabic news: quotes as exact spans of the text, each with its cue, source and speaker."""

import importlib
from typing import TYPE_CHECKING

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError, LexiconError, ModelsError, NewsquoteError, PipelineError, WorkerError
from newsquote.models import AnonymousSource, Quote, Span, Speaker

if TYPE_CHECKING:
    from newsquote.exports.tables import to_frame
    from newsquote.extractor import Extractor, extract
    from newsquote.render.page import render_html
    from newsquote.workers import extract_many

__all__ = [
    "AnonymousSource",
    "Extractor",
    "InputError",
    "LexiconError",
    "ModelsError",
    "NewsquoteError",
    "PipelineError",
    "Quote",
    "Span",
    "Speaker",
    "WorkerError",
    "extract",
    "extract_many",
    "render_html",
    "stanza_models_dir",
    "to_frame",
]

_ELSEWHERE = {
    "Extractor": "extractor",
    "extract": "extractor",
    "extract_many": "workers",
    "render_html": "render.page",
    "to_frame": "exports.tables",
}


def __getattr__(name: str) -> object:
    # the rules and their lexicon are loaded when they are first asked for: whoever reads results needs only models
    if module := _ELSEWHERE.get(name):
        return globals().setdefault(name, getattr(importlib.import_module(f"newsquote.{module}"), name))
    raise AttributeError(f"module 'newsquote' has no attribute {name!r}")
