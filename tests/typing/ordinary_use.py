"""How users call newsquote; type checkers read it, as strictly as they can, and nobody runs it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from typing_extensions import assert_type

import newsquote
from newsquote import AnonymousSource, Extractor, NewsquoteError, Quote, Span, Speaker

text = Path("article.txt").read_text(encoding="utf-8")
quotes = newsquote.extract(text)
assert_type(quotes, list[Quote])

for quote in quotes:
    assert_type(quote.text, str)
    assert_type(quote.content, tuple[Span, ...])
    assert_type(quote.content[0].start, int)
    assert_type(quote.speaker, Speaker | None)
    assert_type(quote.anonymous, AnonymousSource | None)
    assert_type(quote.confidence, float)
    if quote.type == "direct" and quote.via is not None:
        assert_type(quote.via.text, str)
    if quote.speaker and quote.speaker.kind == "organization":
        assert_type(quote.speaker.name, str)

spoken = Counter(quote.speaker for quote in quotes if quote.speaker)
assert_type(spoken, Counter[Speaker])

extractor = Extractor()
assert_type(extractor.extract_many([text]), Iterator[list[Quote]])
assert_type(newsquote.extract_many(iter([text]), jobs=2), Iterator[list[Quote]])
for outcome in newsquote.extract_many([text], return_exceptions=True):
    if isinstance(outcome, Exception):
        print(outcome)
    else:
        assert_type(outcome, list[Quote])

page: str = newsquote.render_html(text, quotes, title="article", language="en")
Path("page.html").write_text(page, encoding="utf-8")

frame = newsquote.to_frame(quotes)
assert_type(frame, pd.DataFrame)

stored = quotes[0].model_dump_json()
assert_type(Quote.model_validate_json(stored), Quote)
made = Quote(type="direct", content=(Span.of(text, 0, 4),), construction="mine", confidence=1)
assert_type(newsquote.stanza_models_dir(), str)

try:
    newsquote.extract(text)
except NewsquoteError as error:
    print(error)
