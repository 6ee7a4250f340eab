"""A stand-in for a Stanza pipeline."""

import re
import threading
from types import SimpleNamespace
from typing import Any

from newsquote.parsing import PROCESSORS


class FirstLetters:
    """A pipeline without a model: a token is a run of letters or a mark; the first letter is a word of its own.

    Paragraphs are sentences; all words hang off the first. ``glue`` makes one sentence of everything.
    """

    lang = "ar"

    def __init__(self, *, glue: bool = False) -> None:
        self.processors: dict[str, Any] = dict.fromkeys(PROCESSORS)
        self.given: list[str] = []
        self.busy = threading.Lock()
        self.glue = glue

    def __call__(self, doc: str) -> SimpleNamespace:
        assert self.busy.acquire(blocking=False), "two threads in one pipeline"
        try:
            self.given.append(doc)
            pattern = r"[\s\S]+" if self.glue else r"(?:.+\n?)+"
            return SimpleNamespace(sentences=[self._sentence(match) for match in re.finditer(pattern, doc)])
        finally:
            self.busy.release()

    def _sentence(self, sentence: re.Match[str]) -> SimpleNamespace:
        tokens: list[SimpleNamespace] = []
        for token in re.finditer(r"\w+|[^\w\s]", sentence[0]):
            forms = [token[0][0], token[0][1:]] if len(token[0]) > 2 else [token[0]]
            start = sentence.start() + token.start()
            words = [
                SimpleNamespace(
                    text=form,
                    lemma=None,
                    upos="X",
                    feats=None,
                    head=min(len(tokens), 1),
                    deprel="dep",
                    start_char=None,
                    end_char=None,
                )
                for form in forms
            ]
            tokens.append(SimpleNamespace(start_char=start, end_char=start + len(token[0]), words=words))
        return SimpleNamespace(tokens=tokens)
