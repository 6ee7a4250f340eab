"""The outlet that a statement is made to or passed on by."""

from newsquote.context import Context
from newsquote.noun_phrases import noun_phrase
from newsquote.outlets import leads_to_outlet, marked_name, passes_on
from newsquote.syntax import Extent, Word


def outlet_from(context: Context, word: Word, limit: int) -> Extent | None:
    """The outlet that a preposition or a verb leads to: لصحيفة …، في تصريح نقلته وكالة …

    Args:
        context: The sentence.
        word: The preposition or the verb.
        limit: Offset before which the outlet stands.
    """
    if (name := marked_name(context, word)) is not None:  # لـ«النهر» | سالم الحداد
        return name if name[1] <= limit else None
    if leads_to_outlet(context, word):
        return noun_phrase(context, word.index + 1, limit)
    if passes_on(context, word):
        after = next((each.index for each in context.words[word.index :] if each.token != word.token), None)
        return noun_phrase(context, after, limit) if after is not None else None
    return None
