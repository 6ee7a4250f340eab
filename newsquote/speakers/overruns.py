"""Where a name runs over into what follows it, as the article's other mentions of it tell: كرر بوتين | القول."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from newsquote.source_lexicon import source_lexicon
from newsquote.speakers.mentions import ALI, JOINED, Mention, is_flat
from newsquote.speakers.unit import Unit
from newsquote.speakers.units import Units

_RELIGION = "الدين"  # محيي الدين


class Overruns:
    """Ends names where the article has them elsewhere without their next word."""

    def __init__(self, units: Units, mentions: Iterable[Mention]) -> None:
        """Take up the names of an article.

        Args:
            units: Its words.
            mentions: Phrases that may hold names.
        """
        self._units = units
        self._places: dict[tuple[str, ...], set[int]] = defaultdict(set)  # where the last words of names stand
        self._surnames: dict[str, set[int]] = defaultdict(set)  # where words close names of several words
        for mention in mentions:
            if mention.name:
                last = mention.name[-1]
                self._places[tuple(unit.bare for unit in mention.name)].add(last.start)
                if len(mention.name) > 1:
                    self._surnames[last.bare].add(last.start)

    def end(self, mention: Mention) -> Mention:
        """The mention, its name without the words that only stand by it by chance."""
        name = mention.name
        for at in range(1, len(name)):
            if not self._over(name, at):
                continue
            over = {unit.token for unit in name[at:]} - {unit.token for unit in name[:at]}
            units = tuple(unit for unit in mention.units if unit.token not in over)
            return replace(mention, units=units, name=name[:at])
        return mention

    def _over(self, name: tuple[Unit, ...], at: int) -> bool:
        last, unit = name[at - 1], name[at]
        lexicon = source_lexicon()
        inside = lexicon.particles | lexicon.given.keys() | JOINED
        if last.key in inside or last.form == ALI or unit.key in lexicon.particles or unit.key == _RELIGION:
            return False
        if unit.key.endswith("ي") and (is_flat(unit) or unit.definite):  # a family's name after a father's
            return False
        known = self._places.get(tuple(each.bare for each in name[:at]), set()) if at > 1 else self._surnames[last.bare]
        alone = self._places.get((last.bare,), set()) if at > 1 else set()
        return bool((known | alone) - {last.start}) and not self._together(last, unit)

    def _together(self, last: Unit, unit: Unit) -> bool:
        """Whether two words stand side by side in another place, too."""
        units = self._units.all
        for place in self._units.places.get(unit.bare, ()):
            before = [each.bare for each in units[max(0, place - 2) : place]]
            if units[place].start != unit.start and last.bare in before:
                return True
        return False
