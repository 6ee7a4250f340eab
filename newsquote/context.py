"""What a construction sees: a sentence, its cues and quotations, and the lexicon."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newsquote.cues import Cue, find_cues
from newsquote.lexicon import Lexicon
from newsquote.syntax import Article, Quotation, Sentence, Word

if TYPE_CHECKING:
    from newsquote.openings import Opening


@dataclass(frozen=True)
class Context:
    """A sentence in its article.

    Attributes:
        article: The whole article.
        sentence: The sentence to look at.
        lexicon: The words that signal attributions.
        quotations: The quotations that touch the sentence, in text order.
        openings: What ``openings.find_opening`` has found so far, by the cue's index.
    """

    article: Article
    sentence: Sentence
    lexicon: Lexicon
    quotations: Sequence[Quotation]
    openings: "dict[int, Opening | None]" = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def words(self) -> Sequence[Word]:
        """The sentence's words."""
        return self.sentence.words

    def after(self, word: Word, steps: int = 1) -> Word | None:
        """The word that stands so many words after another in the sentence; ``None`` past the last one."""
        return self.sentence.after(word, steps)

    def before(self, word: Word) -> Word | None:
        """The word that stands right before another in the sentence; ``None`` before the first one."""
        return self.sentence.before(word)

    @cached_property
    def cues(self) -> list[Cue]:
        """The reporting verbs of the sentence."""
        return find_cues(self.text, self.sentence, self.lexicon)

    @cached_property
    def cue_at(self) -> dict[int, Cue]:
        """The cue at a word's index."""
        return {cue.word.index: cue for cue in self.cues}

    @cached_property
    def _openings(self) -> dict[int, Quotation]:
        return {quotation.outer[0]: quotation for quotation in self.quotations}

    @cached_property
    def closings(self) -> frozenset[int]:
        """The offsets after the quotations that touch the sentence."""
        return frozenset(quotation.outer[1] for quotation in self.quotations)

    def quotation_at(self, start: int) -> Quotation | None:
        """The quotation whose opening mark stands at an offset."""
        return self._openings.get(start)

    def enclosing(self, offset: int) -> Quotation | None:
        """The innermost quotation that an offset lies inside of."""
        inside = [q for q in self.quotations if q.inner[0] <= offset < q.inner[1]]
        return min(inside, key=lambda q: q.inner[1] - q.inner[0], default=None)
