"""What can go wrong, each with a message that says what to do."""


class NewsquoteError(Exception):
    """The parent of every error that newsquote raises on purpose."""


class InputError(NewsquoteError, ValueError):
    """What was given to be read is no text: not a string, not UTF-8, not JSON lines."""


class LexiconError(NewsquoteError):
    """A data file breaks its schema; the message names the file, the entry and the key."""


class ModelsError(NewsquoteError):
    """The bundled Stanza models are missing or not the ones this release was made with."""


class PipelineError(NewsquoteError, ValueError):
    """A Stanza pipeline that newsquote cannot work with: another language, or a processor missing."""


class WorkerError(NewsquoteError):
    """A worker process of ``extract_many(jobs=…)`` died, or never started."""
