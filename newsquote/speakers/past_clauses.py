"""The name behind a clause about whoever is named: كبير الباحثين الذين أجروا الدراسة، سالم الحداد، إن."""

from dataclasses import replace

from newsquote.boundaries import boundary
from newsquote.speakers.mentions import Mention, segments
from newsquote.speakers.phrases import titled
from newsquote.speakers.sources import name_after_comma
from newsquote.speakers.units import Units


def named_past_clause(units: Units, mention: Mention, until: int) -> Mention:
    """A title's phrase with the name that follows its relative clause and a comma; as it is where none does.

    Args:
        units: The article's.
        mention: The phrase, without the clause.
        until: The offset where what is said begins.
    """
    if mention.name or not titled(mention.units):
        return mention
    after = units.all[units.at(mention.end) : units.at(until)]
    if not after or after[0].key not in boundary("relative"):
        return mention
    if after[-1].key in boundary("complementizer"):
        after = after[:-1]
    *clause, last = segments(after)
    name = name_after_comma(last) if clause else ()
    return replace(mention, units=mention.units + name, name=name) if len(name) > 1 else mention
