"""No statement begins in the words that say why its source is not named: حذر مصدر طلب عدم ذكر اسمه من | السيول."""

from collections.abc import Sequence
from dataclasses import replace

from newsquote.matching import Match
from newsquote.models import Span
from newsquote.overlaps import Settled
from newsquote.speakers import Resolution
from newsquote.syntax import touch


def past_reasons(
    settled: Sequence[Settled], resolutions: Sequence[Resolution]
) -> tuple[list[Settled], list[Resolution]]:
    """Attributions whose statements begin after such words; without those that say nothing else.

    Args:
        settled: The attributions of an article.
        resolutions: Who speaks in each.
    """
    kept: list[tuple[Settled, Resolution]] = []
    for one, resolution in zip(settled, resolutions, strict=True):
        reason = resolution.anonymous.reason if resolution.anonymous else None
        match = _past(one.match, reason) if reason else one.match
        if match:
            kept.append((replace(one, match=match), resolution))
    return [one for one, _ in kept], [resolution for _, resolution in kept]


def _past(match: Match, reason: Span) -> Match | None:
    (start, end), *others = match.content
    if not reason.start <= start < reason.end:
        return match
    words = [word for word in match.sentence.between(reason.end, end) if word.upos != "PUNCT"]
    if not words or touch(match.cue, [(reason.start, reason.end)]):
        return None
    led = words[0].upos in ("ADP", "SCONJ") and words[0].end == words[0].token[1] and len(words) > 1
    return replace(match, content=((words[led].start, end), *others))
