"""Whether a token of modern news is one word or several, by counting.

A tokenizer trained on 60,000 words of old newswire splits ``ويلسون`` (Wilson) like ``وقال`` and leaves rare
contractions whole. Ten million words know better: no one writes ``يلسون``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsquote.training.conllu import TreebankSentence
from newsquote.training.news import SURFACE_TOKEN

# Before the article a clitic is certain: وبال…, للـ…, فال…; و+ال is too, unless the word is as short as والد.
_CLITIC_AND_ARTICLE = re.compile(r"[فبك]ال|لل|[وف][بل]ال|[وف]لل|وال...")
_DIACRITICS = re.compile("[\u064b-\u0652\u0670]")
_SURE = 6  # occurrences, respelt copies counted
# Which bare ending a stem has when no pronoun follows: ت for ة, ا for ى, ؤ and ئ for ء.
_RESTORED_ENDINGS = {"ت": "ة", "ا": "ى", "ؤ": "ء", "ئ": "ء"}


@dataclass(slots=True)
class CliticStatistics:
    """Counts of surface tokens in raw news and of whole and split tokens in a treebank."""

    frequency: Counter[str] = field(default_factory=Counter)
    gold_split: Counter[str] = field(default_factory=Counter)
    gold_whole: Counter[str] = field(default_factory=Counter)

    @classmethod
    def collect(cls, paragraphs: Iterable[str], sentences: Iterable[TreebankSentence]) -> CliticStatistics:
        """Count a corpus and a treebank.

        Args:
            paragraphs: Raw news.
            sentences: The prepared training section.

        Returns:
            The counts.
        """
        statistics = cls()
        for paragraph in paragraphs:
            statistics.frequency.update(SURFACE_TOKEN.findall(_DIACRITICS.sub("", paragraph)))
        for sentence in sentences:
            for token in sentence.tokens:
                counts = statistics.gold_split if len(token.rows) > 1 else statistics.gold_whole
                counts[_DIACRITICS.sub("", token.form)] += 1
        return statistics

    def is_split(self, token: str, pieces: Sequence[str]) -> bool:
        """Whether to believe a tokenizer's decision on a token of news.

        Args:
            token: The surface token.
            pieces: What the tokenizer made of it; one piece if it left it whole.

        Returns:
            Whether the token is a multiword token.

        >>> statistics = CliticStatistics(Counter({"ويلسون": 50, "وكتبوا": 3, "كتبوا": 90}))
        >>> statistics.is_split("ويلسون", ("و", "يلسون")), statistics.is_split("وكتبوا", ("وكتبوا",))
        (False, True)
        """
        split = len(pieces) > 1
        token, pieces = _DIACRITICS.sub("", token), [_DIACRITICS.sub("", piece) for piece in pieces]
        if token in self.gold_split:
            # Once or twice may be a slip of the treebank; a last ي is as often part of the word as a pronoun.
            certain = self.gold_split[token] >= _SURE and token not in self.gold_whole and not token.endswith("ي")
            return split or certain
        if token in self.gold_whole:
            return False
        if self._starts_with_conjunction(token):
            return True
        return split and (bool(_CLITIC_AND_ARTICLE.match(token)) or self._stem_is_attested(token, pieces))

    def _starts_with_conjunction(self, token: str) -> bool:
        rest = token[1:]
        return token.startswith("و") and len(rest) >= 4 and self.frequency[rest] >= 20 * self.frequency[token]

    def _stem_is_attested(self, token: str, pieces: Sequence[str]) -> bool:
        stem = max(pieces, key=len)
        if len(stem) <= 2:
            return True
        index = pieces.index(stem)
        spellings = {stem}
        if index and pieces[index - 1] == "ل":
            spellings |= {f"ا{stem}", f"ال{stem}"}
        if index + 1 < len(pieces):
            spellings.add(f"ال{stem}")
            if stem[-1] in _RESTORED_ENDINGS:
                spellings |= {stem[:-1] + _RESTORED_ENDINGS[stem[-1]], "ال" + stem[:-1] + _RESTORED_ENDINGS[stem[-1]]}
        own = self.frequency[token]
        attested = max(self.frequency[spelling] for spelling in spellings)
        if own < 2:
            return True
        return attested > 0 and (own < 3 or attested >= 0.03 * own)
