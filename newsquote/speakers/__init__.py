"""Who speaks, over the whole article: names, titles, descriptions, omitted subjects, unnamed sources."""

from newsquote.speakers.resolution import Resolution, resolve

__all__ = ["Resolution", "resolve"]
