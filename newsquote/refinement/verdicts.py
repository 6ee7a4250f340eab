"""What a network says of an attribution, and what becomes of it: a match changed, left out, or made where none was."""

from dataclasses import dataclass, replace

from newsquote.boundaries import boundary
from newsquote.cues import Cue
from newsquote.endings import trim
from newsquote.matching import LEARNED, Match
from newsquote.phrase_ends import tells_how
from newsquote.refinement.paragraphs import Anchor, Paragraph
from newsquote.syntax import Article, Extent, touch

LIKELY = 0.45  # for a statement, and where it stands: about half of the F1 that is reached (Lipton et al. 2014)
_SURELY, _SURE_RULES = frozenset({"participle", "named_as"}), 0.9  # kept, however unlikely a network finds it
_TIMES = 2  # as likely as the source that rules found: another takes its place
_TIMES_OMITTED = 5  # the same: there is none
_SURE = 0.8  # that an outlet is but a part of the source
_SUREST = 0.99  # nothing is certain
_PAUSES = "،,؛;:."
_SCENES = frozenset(  # lead to where or when, not to who: قال | وسط حشد من أنصاره
    {"وسط", "خلال", "اثناء", "بعد", "قبل", "عقب", "ضمن"}
)


@dataclass(frozen=True)
class Verdict:
    """What a network says of an attribution.

    Attributes:
        anchor: The attribution: one that rules found, or a word where they found none.
        statement: The probability that it is one.
        content: First and last word of what is said, counted in its paragraph.
        surety: The probability that it is this, or agrees with it in four fifths of the words.
        source: First and last word of who says it; ``None`` if he is left out.
        named: The probability that it is exactly this.
        known: The same of the source that rules found.
    """

    anchor: Anchor
    statement: float
    content: Extent
    surety: float
    source: Extent | None = None
    named: float = 0.0
    known: float = 0.0

    @property
    def confidence(self) -> float:
        """The probability that it is a statement, and this one."""
        return min(_SUREST, self.statement * self.surety)


def refined(article: Article, paragraph: Paragraph, verdict: Verdict) -> Match | None:
    """A match by the verdict on it; ``None`` if it is hardly a statement, or not this one."""
    anchor = verdict.anchor
    if anchor.match is None:
        return None
    if verdict.confidence < LIKELY:
        return _kept(anchor.match)
    match = replace(anchor.match, confidence=verdict.confidence)
    if verdict.content != anchor.content:
        content = _content(article, paragraph, verdict)
        if content and _takes_in_sayer(match, content):
            begin = match.content[0][0]
            return replace(match, content=((begin, content[1]),)) if begin < content[1] else match
        if content and not touch([content], match.cue):
            match = replace(match, content=(content,), source=_before(article, match.source, content))
    times = _TIMES if verdict.source else _TIMES_OMITTED
    if verdict.named < times * verdict.known or match.impersonal or verdict.source == anchor.source:
        return match
    source = _source(article, paragraph, verdict)
    if source and touch([source], (*match.content, *match.cue)):
        return match
    if source and match.via and touch([source], [match.via]):  # المدير العام لـ«النهر»
        return replace(match, source=source, via=None) if verdict.named >= _SURE else match
    return replace(match, source=source)


def _kept(match: Match) -> Match | None:
    """What rules are surest of, as they found it, though a network finds it unlikely: نشرت الصور | قائلة إنها."""
    return match if match.construction in _SURELY and match.confidence >= _SURE_RULES else None


def _takes_in_sayer(match: Match, content: Extent) -> bool:
    """Whether a statement takes in a sayer that grammar tells from it: تتهمه | الحكومة; اتهم الوزير | النقابة بكذا."""
    source, verb = match.source, match.verb
    if match.construction not in ("verb_clause", "verb_complement") or source is None or verb is None:
        return False
    if not verb.end <= source[0] or not content[0] <= source[0] < content[1]:
        return False
    stated = next(match.sentence.between(*match.content[0]), None)
    both = stated is not None and source[1] < stated.start and stated.upos in ("NOUN", "PROPN", "X")
    return match.sentence.has_pronoun(verb) or (both and match.construction == "verb_complement")


def _before(article: Article, source: Extent | None, content: Extent) -> Extent | None:
    """What of a source does not stand in the statement: حمل نائب | الوزير المسؤولية; none of اتهم | لندن بكذا."""
    if source is None or not touch([source], [content]):
        return source
    return trim(article.text, source[0], content[0]) if source[0] < content[0] else None


def found(article: Article, paragraph: Paragraph, verdict: Verdict, cue: Cue | None) -> Match | None:
    """A match where rules found none.

    Args:
        article: The article.
        paragraph: The paragraph.
        verdict: The verdict.
        cue: The word as the lexicon reads it; ``None`` if it is no reporting verb.
    """
    word = paragraph.words[verdict.anchor.word]
    extent = cue.extent if cue else _whole(paragraph, verdict.anchor.word)
    content, source = _content(article, paragraph, verdict), _source(article, paragraph, verdict)
    if content is None or touch([content], [extent]):
        return None
    if source and touch([source], [content, extent]):
        source = None
    return Match(
        construction=LEARNED,
        sentence=article.sentences[paragraph.sentences[verdict.anchor.word]],
        content=(content,),
        cue=(extent,),
        verb=cue.word if cue else word if word.upos == "VERB" else None,
        form=cue.form if cue else None,
        source=source,
        entry=cue.verb.lemma if cue else None,
        impersonal=cue is not None and cue.finite and source is None and (cue.passive or cue.form.passive),
        confidence=verdict.confidence,
    )


def _whole(paragraph: Paragraph, number: int) -> Extent:
    """Where a word stands, or the noun that it is one with as a preposition: بـ | القول."""
    word, following = paragraph.words[number], paragraph.words[number + 1 : number + 2]
    led = word.upos == "ADP" and following and following[0].token == word.token and following[0].upos == "NOUN"
    return (following[0].start, following[0].end) if led else (word.start, word.end)


def _source(article: Article, paragraph: Paragraph, verdict: Verdict) -> Extent | None:
    """Where the source stands, without stops at its ends; ``None`` if it is left out: قال مبتسما, قال وسط أنصاره."""
    first, last = verdict.source or (0, -1)
    first += _led_in(paragraph, verdict.anchor.word, first)
    end = next((number for number in range(first + 1, last + 1) if _describes(article, paragraph, number)), last + 1)
    words = paragraph.words[first:end]
    if (len(words) == 1 and tells_how(words[0])) or (words and words[0].key in _SCENES):
        return None
    while words and words[0].form in _PAUSES:
        words = words[1:]
    while words and words[-1].form in _PAUSES:
        words = words[:-1]
    return (words[0].start, words[-1].end) if words else None


def _describes(article: Article, paragraph: Paragraph, number: int) -> bool:
    """Whether a word begins a relative clause: تقرير الوزارة | الذي, تقرير | أعدت+ه الوزارة."""
    word, sentence = paragraph.words[number], article.sentences[paragraph.sentences[number]]
    verb = word.upos == "VERB" and word.start == word.token[0]  # يوناس | س+تور+ه is a name
    return word.key in boundary("relative") or (verb and sentence.has_pronoun(word))


def _led_in(paragraph: Paragraph, anchor: int, first: int) -> bool:
    """Whether what a source begins with is the preposition of a phrase like وفقا | ل+رويترز."""
    word, following = paragraph.words[first], paragraph.words[first + 1 : first + 2]
    phrase = paragraph.words[anchor].upos != "VERB" and first == anchor + 1
    return phrase and word.key == "ل" and bool(following) and following[0].token == word.token


def _content(article: Article, paragraph: Paragraph, verdict: Verdict) -> Extent | None:
    """Where the statement stands, without stops at its ends, nor one of two quotation marks."""
    first, last = (paragraph.words[number] for number in verdict.content)
    start, end = first.start, last.end
    for quotation in article.quotations:
        if quotation.inner[1] <= start < quotation.outer[1]:
            start = quotation.outer[1]
        if quotation.outer[0] < end <= quotation.inner[0]:
            end = quotation.outer[0]
        if quotation.outer[0] == start and quotation.outer[1] >= end:
            start = quotation.inner[0]
        if quotation.inner[0] <= start < quotation.inner[1] <= end <= quotation.outer[1]:
            end = quotation.inner[1]
        if quotation.outer[0] >= start and quotation.inner[1] == end < quotation.outer[1]:
            end = quotation.outer[1]
    return trim(article.text, start, end)
