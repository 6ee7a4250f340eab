"""Articles and their quotes as one self-contained page of HTML, right to left."""

import base64
import html
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from newsquote.errors import InputError
from newsquote.models import Quote, Speaker
from newsquote.render.pieces import Piece, cut

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    import jinja2
    import markupsafe

Language = Literal["ar", "en"]
_FOLDER = resources.files("newsquote") / "render"
_UNPRINTABLE = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}  # no HTML file can hold them


class Page(str):
    """A page of HTML; a notebook shows it in a frame of its own."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self)}" title="newsquote" sandbox="allow-scripts" '
            'style="width:100%;height:40rem;border:1px solid #ccc;border-radius:6px"></iframe>'
        )


@dataclass(frozen=True)
class Said:
    """A speaker, ``None`` for nobody that is known, and the numbered quotes of his, hers or its."""

    speaker: Speaker | None
    quotes: list[tuple[int, Quote]]


@dataclass(frozen=True)
class Sheet:
    """An article as the page shows it."""

    title: str
    text: str
    quotes: Sequence[Quote]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The text, cut at every span's bounds."""
        return list(cut(self.text, self.quotes))

    @property
    def said(self) -> list[Said]:
        """The quotes by speaker, in the order in which they first speak."""
        groups: dict[Speaker | None, list[tuple[int, Quote]]] = {}
        for number, quote in enumerate(self.quotes, start=1):
            groups.setdefault(quote.speaker, []).append((number, quote))
        return [Said(speaker, quotes) for speaker, quotes in groups.items()]


def render_html(text: str, quotes: Sequence[Quote], *, title: str = "", language: Language = "ar") -> Page:
    """An article and its quotes as one self-contained page: no other file, no network.

    Lines below the text mark what is said, lines above it who says it, boxes the cues; numbers lead to a list of the
    speakers with what each says. All that comes from the article is escaped.

    Args:
        text: The article, as it was given to ``extract``.
        quotes: Its quotes, in any order; their numbers follow it.
        title: The page's title, plain text.
        language: Of the labels, ``"ar"`` or ``"en"``; the page runs from right to left in either case.

    Returns:
        The page, a ``str`` that a notebook shows when it is the value of a cell.

    Raises:
        newsquote.InputError: If a quote is of another text, or the language is no other than these.
    """
    return Page("".join(render_articles([(title, text, quotes)], language=language)))


def render_articles(
    articles: Iterable[tuple[str, str, Sequence[Quote]]], *, language: Language = "ar"
) -> Iterator[str]:
    """The page of many articles, each given as title, text and quotes, in parts as they come.

    Raises:
        newsquote.InputError: If a quote is of another text, or the language is no other than these.
    """
    if language not in (labels := _labels()):
        raise InputError(f"no labels in {language!r}; choose among {', '.join(labels)}")
    script = _asset("page.js")
    digest = base64.b64encode(sha256(script.encode()).digest()).decode()
    yield from _template().generate(
        sheets=(Sheet(*article) for article in articles),
        language=language,
        labels=labels[language],
        style=_asset("page.css"),
        script=script,
        script_digest=digest,
    )


@cache
def _template() -> "jinja2.Template":
    import jinja2  # noqa: PLC0415 - whoever renders nothing need not load it

    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    environment.filters["verbatim"] = _verbatim
    return environment.from_string(_asset("page.html.jinja"))


def _verbatim(text: str) -> "markupsafe.Markup":
    """Escaped so that a browser reads the very same characters."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    return Markup(str(escape(text.translate(_UNPRINTABLE))).replace("\r", "&#13;"))  # noqa: S704 - escaped just here


@cache
def _labels() -> dict[str, Any]:
    return tomllib.loads(_asset("labels.toml"))


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
