"""The reporter's own close, which tells what the sayer left untold: …، دون إعطاء تفاصيل؛ …، لكنه لم يحدد موعدا."""

from newsquote.boundaries import boundary
from newsquote.context import Context
from newsquote.syntax import Word

_OPENING = 5  # words in which لكنه لم، إلا أنه لم، ورفض stand
_NEAR = 4  # words from دون to the details that are missing


def left_untold(context: Context, word: Word) -> bool:
    """Whether a word begins such a close, with a pause before it or without one."""
    opposes = word.key in boundary("but") or word.key in boundary("exception")
    if not (opposes or word.key == "دون" or word.key in boundary("without-lead")):
        return False
    keys = [each.key for each in context.words[word.index : word.index + 2 * _OPENING]]
    if opposes:
        refusal = next((place for place, key in enumerate(keys[:_OPENING]) if key in boundary("refusing")), None)
        if refusal is not None:
            return _tells(keys[refusal + 1 :])
    without = next((place for place, key in enumerate(keys) if key not in boundary("without-lead")), 0)
    if keys[without] != "دون":
        return False
    if keys[without + 1 : without + 2] == ["ان"]:  # دون أن يحدد موعدا
        return word.index + without + 2 in context.cue_at or _details(keys[without + 2 : without + 3])
    return not boundary("details").isdisjoint(keys[without : without + _NEAR])


def _tells(keys: list[str]) -> bool:
    """Whether words after لم or رفض say that more could be told: يحدد، الإفصاح عن، يقدم المزيد من التفاصيل."""
    return _details(keys[:1]) or not boundary("details").isdisjoint(keys[:_OPENING])


def _details(keys: list[str]) -> bool:
    """Whether a word is for telling or withholding more: يحدد، الكشف."""
    return not (boundary("detailing") | boundary("withholding")).isdisjoint(keys)
