"""Subjects that an article offers for a verb without its own, by the tree and by their places: وصل الوزير. وقال."""

from collections.abc import Iterator
from itertools import islice

from newsquote.matching import Match
from newsquote.speakers.agreement import Agreement
from newsquote.speakers.ellipsis import fits, governing_subjects, main_subjects, phrase, subjects_by_place
from newsquote.speakers.mentions import Mention
from newsquote.speakers.units import Units
from newsquote.syntax import Article, Word

_MOST = 40  # subjects of one sentence


class Candidates:
    """The subjects of an article's sentences, where they can be those of a verb that shows some gender and number."""

    def __init__(self, article: Article, units: Units) -> None:
        self._article = article
        self._units = units
        self._numbers = {id(sentence): number for number, sentence in enumerate(article.sentences)}
        self._main: dict[int, list[Word]] = {}

    def number(self, match: Match) -> int:
        """Number of the sentence that an attribution stands in."""
        return self._numbers.get(id(match.sentence), -1)

    def shared(self, match: Match, wanted: Agreement) -> Iterator[Mention]:
        """The subjects in a sentence that its verb may share, the likeliest first."""
        verb = match.verb
        if verb is not None:
            for noun in governing_subjects(match.sentence, verb):
                if (mention := phrase(self._units, noun)) and mention.end <= verb.start and fits(mention, wanted):
                    yield mention
        if verb is None or verb.upos != "VERB":
            found = self.main(self.number(match), wanted)
            yield from (mention for mention in found if mention.end <= match.offset)
        else:  # وزارة الصحة تعلن
            yield from (mention for mention in self.by_place(match, wanted) if mention.start == match.sentence.start)

    def by_place(self, match: Match, wanted: Agreement) -> Iterator[Mention]:
        """Who opens the sentence or stands right after a verb in it, before the attribution."""
        found = subjects_by_place(self._units, match.sentence.start, match.offset)
        return (mention for mention in found if fits(mention, wanted))

    def main(self, number: int, wanted: Agreement) -> Iterator[Mention]:
        """The subjects of a sentence's main verbs, last ones first."""
        if number not in self._main:
            found = main_subjects(self._article.sentences[number]) if number >= 0 else ()
            self._main[number] = list(islice(found, _MOST))
        for noun in self._main[number]:
            if (mention := phrase(self._units, noun)) and fits(mention, wanted):
                yield mention
