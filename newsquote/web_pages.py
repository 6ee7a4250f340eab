"""The article in a web page, by trafilatura (Barbaresi 2021), an extra."""

import re

from newsquote.errors import InputError

SUFFIXES = (".html", ".htm", ".xhtml")
_HEAD = 4096
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE,
)


def is_web_page(data: bytes) -> bool:
    """Whether what stands here begins as HTML does."""
    return _BEGINS.match(data[:_HEAD]) is not None


def article_text(place: str, page: bytes) -> str:
    """The article's text, without menus, comments and advertisements; a line a paragraph.

    Args:
        place: Where the page comes from, for messages.
        page: The page as it came; its encoding is found out.

    Raises:
        newsquote.InputError: If trafilatura is not installed, or finds no article in the page.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise InputError(
            f'{place}: is a web page; to read those, install trafilatura: pip install "newsquote[web]"'
        ) from error

    if text := trafilatura.extract(page, include_comments=False, include_tables=False):
        return str(text)
    raise InputError(f"{place}: holds no article that could be found; save its text and read that")
