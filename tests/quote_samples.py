"""Quotes written out by hand, over texts of the tests' own: overlapping, nested, broken off, with all fields set."""

from newsquote import AnonymousSource, Quote, Span, Speaker

TEXT = (
    "قال المتحدث إن الوزيرة سلمى عمران أكدت أن الجسر سيفتح.\n"
    '"لن ننتظر"، يقول مصدران لوكالة "الضفة"، طلبا حجب الاسمين، "أكثر من عام".\r\n'
    '<script>alert("&")</script> 😀 وقيل إن الأمر انتهى.'
)


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


MINISTER = Speaker(name="سلمى عمران", kind="person", gender="feminine", number="singular")
OUTER = Quote(
    type="indirect",
    content=(span("الوزيرة سلمى عمران أكدت أن الجسر سيفتح"),),
    cue=(span("قال"),),
    source=span("المتحدث"),
    speaker=Speaker(name="المتحدث", kind="person"),
    construction="verb_clause",
    entry="قال",
    confidence=0.9,
)
INNER = Quote(
    type="mixed",
    content=(span("الجسر سيفتح"),),
    cue=(span("أكدت"),),
    source=span("الوزيرة سلمى عمران"),
    speaker=MINISTER,
    nested=True,
    construction="verb_clause",
    entry="أكد",
    confidence=0.8,
)
BROKEN = Quote(
    type="direct",
    content=(span("لن ننتظر"), span("أكثر من عام")),
    cue=(span("يقول"),),
    source=span("مصدران"),
    speaker=Speaker(name="مصدران", kind="person", number="dual"),
    anonymous=AnonymousSource(kind="source", marker=span("مصدران"), count=2, reason=span("طلبا حجب الاسمين")),
    via=span('وكالة "الضفة"'),
    construction="quotation_verb",
    entry="قال",
    confidence=1,
)
NOBODY = Quote(
    type="indirect",
    content=(span("الأمر انتهى"),),
    cue=(span("قيل"),),
    anonymous=AnonymousSource(kind="impersonal"),
    construction="verb_clause",
    confidence=0.5,
)
QUOTES = [OUTER, INNER, BROKEN, NOBODY]
