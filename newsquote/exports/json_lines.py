"""A JSON line an article: id, text and quotes."""

import json
from collections.abc import Sequence

from newsquote.models import Quote


def json_line(identity: str | int, text: str, quotes: Sequence[Quote]) -> str:
    """An article as one line, with its end: ``{"id": …, "text": …, "quotes": […]}``."""
    dumped = [quote.model_dump(mode="json") for quote in quotes]
    return json.dumps({"id": identity, "text": text, "quotes": dumped}, ensure_ascii=False) + "\n"
