"""Who said what in Arabic news: quotes as exact spans of the text, each with its cue, source and speaker."""

from newsquote.bundled import stanza_models_dir
from newsquote.errors import InputError, LexiconError, ModelsError, NewsquoteError, PipelineError
from newsquote.models import AnonymousSource, Quote, Span, Speaker

__all__ = [
    "AnonymousSource",
    "InputError",
    "LexiconError",
    "ModelsError",
    "NewsquoteError",
    "PipelineError",
    "Quote",
    "Span",
    "Speaker",
    "stanza_models_dir",
]
