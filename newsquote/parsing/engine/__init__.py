"""The bundled models run fast: Stanza's own networks on batches of many articles, with nothing computed twice.

What they give is what ``stanza.Pipeline`` gives with these models, word for word; see ``docs/performance.md``.
"""

from newsquote.parsing.engine.engine import Engine

__all__ = ["Engine"]
