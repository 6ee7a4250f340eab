"""Text in, quotes out: the whole flow, top to bottom."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Literal, overload

from newsquote.bare_prepositions import without_preposition
from newsquote.context import Context
from newsquote.errors import ModelsError
from newsquote.lexicon import Lexicon, default_lexicon
from newsquote.matching import Match, constructions
from newsquote.models import Quote, Span
from newsquote.overlaps import Settled, settle
from newsquote.parsing import Parser
from newsquote.past_reasons import past_reasons
from newsquote.quote_types import quote_type
from newsquote.speakers import Resolution, resolve
from newsquote.syntax import Article, Extent

if TYPE_CHECKING:
    import stanza

    from newsquote.explanation import ExplainedSentence
    from newsquote.refinement.networks import Networks


class Extractor:
    """Finds the quotes of Arabic news articles; loads its models once, at the first text, and may be shared by threads.

    Args:
        pipeline: A Stanza pipeline for Arabic with tokenize, mwt, pos, lemma and depparse to use in place of the
            bundled models.

    Raises:
        newsquote.PipelineError: If the pipeline is for another language or lacks a processor.
    """

    def __init__(self, *, pipeline: "stanza.Pipeline | None" = None) -> None:
        self._parser = Parser(pipeline=pipeline)
        self._lexicon = default_lexicon()

    def extract(self, text: str) -> list[Quote]:
        """The quotes of one article, in text order.

        Args:
            text: The article, as plain text; a line break that follows no comma ends a paragraph.

        Raises:
            newsquote.InputError: If ``text`` is no string.
            newsquote.ModelsError: If the bundled models are missing or damaged.
        """
        return quotes(self._parser.parse(text), self._lexicon, _networks)

    @overload
    def extract_many(
        self, texts: Iterable[str], *, return_exceptions: Literal[False] = False
    ) -> Iterator[list[Quote]]: ...

    @overload
    def extract_many(self, texts: Iterable[str], *, return_exceptions: bool) -> Iterator[list[Quote] | Exception]: ...

    def extract_many(
        self, texts: Iterable[str], *, return_exceptions: bool = False
    ) -> Iterator[list[Quote] | Exception]:
        """The quotes of many articles, a list for each, in order; faster than ``extract`` on one after the other.

        Works lazily and in bounded memory: some articles are read ahead, so that they are parsed together.

        Args:
            texts: The articles, as plain text; may be endless.
            return_exceptions: Give what goes wrong with an article in its place, in lieu of raising it.

        Raises:
            newsquote.InputError: If a text is no string.
            newsquote.ModelsError: If the bundled models are missing or damaged, whatever ``return_exceptions`` says.
        """
        for article in self._parser.parse_many(texts):
            outcome = self._outcome(article)
            if isinstance(outcome, Exception) and not return_exceptions:
                raise outcome
            yield outcome

    def _outcome(self, article: Article | Exception) -> list[Quote] | Exception:
        if isinstance(article, Exception):
            return article
        try:
            return quotes(article, self._lexicon, _networks)
        except ModelsError:
            raise  # without models no article can be done
        except Exception as error:  # noqa: BLE001 - one article must not lose the others
            return error

    def explain(self, text: str) -> "list[ExplainedSentence]":
        """Why an article gives the quotes it gives: what the constructions found, and what became of it.

        Args:
            text: The article, as plain text; a line break that follows no comma ends a paragraph.

        Raises:
            newsquote.InputError: If ``text`` is no string.
            newsquote.ModelsError: If the bundled models are missing or damaged.
        """
        from newsquote.explanation import explain  # noqa: PLC0415 - it runs what this module offers

        return explain(self._parser.parse(text), self._lexicon, _networks)


def extract(text: str) -> list[Quote]:
    """The quotes of one Arabic news article, in text order, found with the bundled models.

    Args:
        text: The article, as plain text; a line break that follows no comma ends a paragraph.

    Raises:
        newsquote.InputError: If ``text`` is no string.
        newsquote.ModelsError: If the bundled models are missing or damaged.
    """
    return default_extractor().extract(text)


@cache
def default_extractor() -> Extractor:
    """The extractor with the bundled models, one for the process."""
    return Extractor()


def quotes(article: Article, lexicon: Lexicon, networks: "Callable[[], Networks] | None" = None) -> list[Quote]:
    """The quotes of a parsed article, in text order.

    Args:
        article: It.
        lexicon: The words that signal attributions.
        networks: Loads what corrects the rules; not called for a text without words.
    """
    settled, resolutions = corrected(article, settle(article, find_matches(article, lexicon)), networks)
    return [_quote(article, one, resolution) for one, resolution in zip(settled, resolutions, strict=True)]


def corrected(
    article: Article, settled: list[Settled], networks: "Callable[[], Networks] | None"
) -> tuple[list[Settled], list[Resolution]]:
    """What rules found, and who speaks; corrected by networks, if there are any.

    Args:
        article: The parsed article.
        settled: What rules found in it.
        networks: Loads what corrects them; not called for a text without words.
    """
    if networks is None or not any(sentence.words for sentence in article.sentences):
        return _cut(article, settled, resolve(article, [one.match for one in settled]))
    correct = networks()
    settled, states = correct.refiner.refine(article, settled)
    who = resolve(article, [one.match for one in settled], partial(correct.ranker.choose, states))
    return _cut(article, settled, who)


def _cut(
    article: Article, settled: list[Settled], resolutions: list[Resolution]
) -> tuple[list[Settled], list[Resolution]]:
    """Attributions whose statements begin past what is no part of them, whoever found them."""
    settled, resolutions = past_reasons(settled, resolutions)
    return [replace(one, match=without_preposition(article, one.match)) for one in settled], resolutions


def _networks() -> "Networks":
    from newsquote.refinement.networks import bundled_networks  # noqa: PLC0415 - takes seconds, and needs torch and stanza

    return bundled_networks()


def find_matches(article: Article, lexicon: Lexicon) -> list[Match]:
    """What every construction finds, overlapping as it may."""
    return [
        match for context in contexts(article, lexicon) for find in constructions().values() for match in find(context)
    ]


def contexts(article: Article, lexicon: Lexicon) -> list[Context]:
    """Each sentence with the quotations that touch it."""
    found, waiting = [], list(article.quotations)
    for sentence in article.sentences:
        waiting = [q for q in waiting if q.outer[1] > sentence.start]
        touching = [q for q in waiting if q.outer[0] < sentence.end]
        found.append(Context(article, sentence, lexicon, touching))
    return found


def _quote(article: Article, one: Settled, resolution: Resolution) -> Quote:
    match = one.match
    return Quote(
        type=quote_type(article, match),
        content=_spans(article, match.content),
        cue=_spans(article, match.cue),
        source=_span(article, match.source),
        speaker=resolution.speaker,
        anonymous=resolution.anonymous,
        via=_span(article, match.via),
        nested=one.nested,
        construction=match.construction,
        entry=match.entry,
        confidence=round(match.confidence, 2),
    )


def _spans(article: Article, extents: Iterable[Extent]) -> tuple[Span, ...]:
    return tuple(Span.of(article.text, *extent) for extent in extents)


def _span(article: Article, extent: Extent | None) -> Span | None:
    return Span.of(article.text, *extent) if extent else None
