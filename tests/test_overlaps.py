"""One quote for each stretch of text."""

from newsquote.matching import Match
from newsquote.overlaps import settle
from newsquote.syntax import Article, Extent, Quotation, Sentence

TEXT = 'قال الوزير إن المدير أكد أن السد آمن، وفقا للوزير. "لا خوف".'
SENTENCE = Sentence(words=(), start=0, end=TEXT.index(".") + 1, paragraph=0)


def at(piece: str) -> Extent:
    """Where a piece of the text stands."""
    return TEXT.index(piece), TEXT.index(piece) + len(piece)


def match(construction: str, content: str, cue: str, source: str | None = None) -> Match:
    """A match in the first sentence."""
    return Match(
        construction=construction,
        sentence=SENTENCE,
        content=(at(content),),
        cue=(at(cue),),
        source=at(source) if source else None,
    )


OUTER = match("verb_clause", "المدير أكد أن السد آمن", "قال", "الوزير")
INNER = match("verb_clause", "السد آمن", "أكد", "المدير")


def test_a_statement_inside_another_is_nested() -> None:
    settled = settle(Article(TEXT, (SENTENCE,)), [INNER, OUTER])
    assert [(one.match, one.nested) for one in settled] == [(OUTER, False), (INNER, True)]


def test_one_cue_gives_one_quote() -> None:
    twice = match("verb_complement", "السد آمن", "أكد", "المدير")
    assert [one.match for one in settle(Article(TEXT, (SENTENCE,)), [twice, INNER])] == [INNER]


def test_a_statement_attributed_twice_has_both_cues() -> None:
    phrase = match("according_to", "قال الوزير إن المدير أكد أن السد آمن", "وفقا ل", "لوزير")
    (first, *_) = settle(Article(TEXT, (SENTENCE,)), [OUTER, phrase])
    assert first.match.cue == (at("قال"), at("وفقا ل"))
    assert first.match.content == OUTER.content


def test_a_bare_quotation_goes_on_where_a_quotation_ended() -> None:
    text = 'قال: "تعبنا". "سنرحل غدا".'
    marks = [Quotation((5, 12), (6, 11)), Quotation((14, 25), (15, 24))]
    first, second = Sentence((), 0, 13, 0), Sentence((), 14, 26, 0)
    said = Match(construction="verb_quotation", sentence=first, content=((6, 11),), cue=((0, 3),))
    bare = Match(construction="continuation", sentence=second, content=((15, 24),))
    (one,) = settle(Article(text, (first, second), marks), [said, bare])
    assert one.match.content == ((6, 11), (15, 24))


def test_a_bare_quotation_after_nothing_is_nobodys() -> None:
    bare = Match(construction="continuation", sentence=SENTENCE, content=(at("لا خوف"),))
    assert settle(Article(TEXT, (SENTENCE,)), [bare]) == []
