"""What several test files share."""

from collections.abc import Iterable, Iterator

import hypothesis
import pytest

from newsquote import Quote, Span

hypothesis.settings.register_profile("newsquote", deadline=None)  # the machine may be busy
hypothesis.settings.load_profile("newsquote")


class FirstWord:
    """A stand-in for the extractor: each article's first word is its one quote; ``فشل`` fails."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def extract(self, text: str) -> list[Quote]:
        self.texts.append(text)
        if text.startswith("فشل"):
            raise IndexError("tuple index out of range")
        if not text.split():
            return []
        start = text.index(word := text.split(maxsplit=1)[0])
        span = Span.of(text, start, start + len(word))
        return [Quote(type="direct", content=(span,), construction="first_word", confidence=1)]

    def extract_many(self, texts: Iterable[str], *, return_exceptions: bool) -> Iterator[list[Quote] | Exception]:
        for text in texts:
            try:
                yield self.extract(text)
            except Exception as error:
                if not return_exceptions:
                    raise
                yield error


@pytest.fixture
def first_word() -> FirstWord:
    return FirstWord()
