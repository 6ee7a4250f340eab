"""When and how often something was said, where a parser hangs it on the verb like a subject: أكدت الأسبوع الماضي أن."""

from collections.abc import Sequence

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.syntax import Extent, Word


def without_date(context: Context, phrase: Extent) -> Extent | None:
    """A noun phrase without the date at its end; ``None`` if it is but a date."""
    words = list(context.sentence.between(*phrase))
    for number, word in enumerate(words):
        if _dates(words[number:]):
            break
        if word.key == "اكثر" and any(each.key == "مره" for each in context.words[word.index + 1 : word.index + 3]):
            break  # أكثر من مرة
    else:
        return phrase
    kept = [each for each in words[:number] if each.upos != "PUNCT" or each.form not in "،,"]
    return (phrase[0], kept[-1].end) if kept else None


def adverb(word: Word) -> bool:
    """Whether a word can only say when or how: أعلن الأسبوع الماضي | انسحابه، أعلن صراحة | دعمه."""
    return _dated(word) or word.key in boundary("time") or word.key in boundary("manner")


def _dated(word: Word) -> bool:
    """Whether the tree makes a word when something was done: أكدت الأسبوع الماضي أن."""
    return word.key in boundary("date") and word.relation == "obl"


def _dates(words: Sequence[Word]) -> bool:
    """Whether words are a date; one alone only by its tag and tree, for مطلع may be an adjective and العام one, too."""
    if len(words) < 2:
        return _dated(words[0]) and words[0].upos == "NOUN" and words[0].key.startswith("ال")
    if len(words) < 4 and words[0].form.isdecimal() and words[-1].form.isdecimal():  # 8 مارس 2017
        return True
    first = words[1] if words[0].key == "هذا" else words[0]
    if first.upos != "NOUN" or first.key not in boundary("date"):
        return False
    rest = words[words.index(first) + 1 :]
    return all(
        each.key in boundary("date") or each.key in boundary("time") or each.upos == "NUM" or each.form.isdecimal()
        for each in rest
    )
