"""Who said what in Arabic news: quotes as exact spans of the text, each with its cue, source and speaker."""

from typing import TYPE_CHECKING

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError, LexiconError, ModelsError, NewsquoteError, PipelineError
from newsquote.models import AnonymousSource, Quote, Span, Speaker

if TYPE_CHECKING:
    from newsquote.extractor import Extractor, extract

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
    "extract",
    "stanza_models_dir",
]


def __getattr__(name: str) -> object:
    # the rules and their lexicon are loaded when they are first asked for: whoever reads results needs only models
    if name in {"Extractor", "extract"}:
        from newsquote import extractor  # noqa: PLC0415

        return globals().setdefault(name, getattr(extractor, name))
    raise AttributeError(f"module 'newsquote' has no attribute {name!r}")
