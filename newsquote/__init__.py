"""Who said what in Arabic news: quotes as exact spans of the text, each with its cue, source and speaker."""

import importlib
from typing import TYPE_CHECKING

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError, LexiconError, ModelsError, NewsquoteError, PipelineError, WorkerError

if TYPE_CHECKING:
    from newsquote.exports.tables import to_frame
    from newsquote.extractor import Extractor, extract
    from newsquote.models import AnonymousSource, Quote, Span, Speaker
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
    "AnonymousSource": "models",
    "Extractor": "extractor",
    "Quote": "models",
    "Span": "models",
    "Speaker": "models",
    "extract": "extractor",
    "extract_many": "workers",
    "render_html": "render.page",
    "to_frame": "exports.tables",
}


def __getattr__(name: str) -> object:
    # loaded when they are first asked for: whoever reads results needs only models, and those take pydantic
    if module := _ELSEWHERE.get(name):
        return globals().setdefault(name, getattr(importlib.import_module(f"newsquote.{module}"), name))
    raise AttributeError(f"module 'newsquote' has no attribute {name!r}")
