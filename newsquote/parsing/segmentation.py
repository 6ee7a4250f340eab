"""Cuts an article into orthographic sentences, and those into the chunks that a parser reads one by one.

A quotation is one unit however many sentences it holds, for a statement is; the parser still sees ordinary sentences.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from newsquote.syntax import Extent, Quotation

MAX_TOKENS = 200
"""No sentence without a quotation, and no chunk, has more words and marks: parsing costs their square."""

# a line that ends in a comma goes on in the next: it was broken to fit a column
_LINE = re.compile(r"(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:(?<=[،,])|(?<=[،,] ))\r?\n(?=\S))+")
_STOP = re.compile(
    r"""(?P<stop>[.!؟?…۔]+)(?P<close>["”»“’'›)\]}＂]*)(?=(?P<gap>[\u200b-\u200f\ufeff]*(?:\s|\Z))|["«“(]?[\u0621-\u064a])""",
)
_ELLIPSES = frozenset(["..", "…"])
_SINGLE = re.compile(
    r"(?P<digit>\d\s?)?(?<!\w)(?:\w\.\s?)*(?:(?P<letter>[^\W\d_])ـ?|و[دمأ])\Z"
)  # د. · وم. · J. · ا.ف.ب.
_ABBREVIATION = re.compile(r"(?<!\w)(?:Dr|Mr|Mrs|Ms|Prof|St|vs|No|Jr|Sr|Inc|Ltd|Corp|Co)\Z")
_ITEM = re.compile(r"\s*[(\[]?(?:\d{1,3}|\w)\Z")  # 1. at the start of a line
_GLUED = re.compile(r"(?:\w\w[\u064b-\u0652]*|\d|[)\]\"”»])\Z")
_GLUED_AFTER = re.compile(r"""["«“(]?[\u0621-\u064a]{2}(?!\w*\.\w)""")
_INITIALS = re.compile(r"(?<!\w)(?:[\u0621-\u064a]{1,5}\.)+[\u0621-\u064a]{1,4}\Z")  # سي.إن|.إن
_INITIAL_AFTER = re.compile(r"[\u0621-\u064a]{1,4}(?!\w)")
_TOKEN = re.compile(r"(?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670])+|\S")
_EDGE = re.compile(r"[\s\0\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]")


def split_sentences(text: str, quotations: Sequence[Quotation] = ()) -> list[tuple[int, int, int]]:
    """The orthographic sentences of a text: start, end (without white space around) and number of the paragraph.

    A sentence ends at final punctuation, with the marks and brackets that close after it, and at each line break that
    follows no comma; never inside a closed quotation, unless that runs over paragraphs. Lines without a letter or digit
    are no sentences.
    """
    closed: list[Extent] = []
    for quotation in quotations:
        if quotation.closed and (not closed or quotation.outer[0] >= closed[-1][1]):
            closed.append(quotation.outer)
    starts = [start for start, _ in closed]
    openings = frozenset(quotation.outer[0] for quotation in quotations)

    def enclosing(offset: int) -> Extent | None:
        place = bisect_right(starts, offset - 1) - 1
        return closed[place] if place >= 0 and offset <= closed[place][1] else None

    def inside(offset: int) -> bool:
        around = enclosing(offset)
        return around is not None and offset < around[1]

    sentences = []
    paragraph = -1
    for line in _LINE.finditer(text):
        first, last = _trim(text, line.start(), line.end())
        paragraph += first < last
        start = first
        for stop, end in _stops(text, first, last, openings):
            start, _ = _trim(text, start, last)
            around = enclosing(end)
            leads = around is not None and around == (start, end) and stop != "." and end < last  # "لماذا؟" سأل
            if end > start and not leads and not inside(end):
                sentences += [(*piece, paragraph) for piece in _shorten(text, start, end, inside)]
                start = end
        sentences += [(*piece, paragraph) for piece in _shorten(text, *_trim(text, start, last), inside)]
    return [sentence for sentence in sentences if re.search(r"[^\W_\u0640]", text[sentence[0] : sentence[1]])]


def split_chunks(text: str, start: int, end: int) -> list[Extent]:
    """What the parser is to read of one sentence at a time: its inner sentences, none longer than ``MAX_TOKENS``."""
    chunks: list[Extent] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        # where a quotation ends with its sentence, the attribution that follows belongs to it
        if not stop["close"] and stop.end() < end and _is_end(text, start, end, stop):
            chunks += _shorten(text, *_trim(text, begin, stop.end()), lambda _: False)
            begin = stop.end()
    return chunks + _shorten(text, *_trim(text, begin, end), lambda _: False)


def _stops(text: str, first: int, last: int, openings: frozenset[int]) -> Iterator[tuple[str, int]]:
    """The final punctuation of a line, each with the offset where its sentence ends."""
    for stop in _STOP.finditer(text, first, last):
        if _is_end(text, first, last, stop):
            begun = [offset for offset in range(stop.end("stop"), stop.end()) if offset in openings]
            yield stop["stop"], min([stop.end(), *begun])


def _is_end(text: str, first: int, last: int, stop: re.Match[str]) -> bool:
    before = text[max(first, stop.start() - 12) : stop.start()]
    if stop.end() == last:
        return True
    if stop["close"].startswith(")") and stop["stop"] != ".":
        return False  # (؟), (فقه، كلام…)
    if stop["gap"] is None:
        if _INITIALS.search(before) and _INITIAL_AFTER.match(text, stop.end(), last):
            return False
        return stop["stop"][-2:] not in _ELLIPSES and bool(
            _GLUED.search(before) and _GLUED_AFTER.match(text, stop.end(), last)
        )
    if stop["stop"] != "." or stop["close"]:
        return True
    if _ABBREVIATION.search(before) or (stop.start() - first <= 4 and _ITEM.match(before)):
        return False
    single = _SINGLE.search(before)
    return not single or bool(single["digit"] and single["letter"] in {"م", "ه"})  # in 1436 هـ.


def _shorten(text: str, start: int, end: int, inside: Callable[[int], bool]) -> list[Extent]:
    """Cut what is longer than ``MAX_TOKENS``, best after a comma, then before و; quotations neither count nor break."""
    if end - start <= MAX_TOKENS:
        return [(start, end)] if start < end else []
    tokens = [token for token in _TOKEN.finditer(text, start, end) if not inside(token.end())]
    pieces: list[Extent] = []
    begin = place = 0
    best = (0, 0)  # rank, place
    while place < len(tokens) - 1:
        token, following = tokens[place], tokens[place + 1]
        if place - begin >= MAX_TOKENS // 2:
            apart = token.end() < following.start()
            rank = 3 if token[0] in "،؛,;" else 2 if apart and following[0][0] == "و" else int(apart)
            best = max(best, (rank, place))
        place += 1
        if place - begin == MAX_TOKENS:
            cut = tokens[best[1]].end()
            pieces.append((start, cut))
            start, _ = _trim(text, cut, end)
            begin = place = best[1] + 1
            best = (0, 0)
    return [*pieces, (start, end)]


def _trim(text: str, start: int, end: int) -> Extent:
    while start < end and _EDGE.match(text, start):
        start += 1
    while end > start and _EDGE.match(text, end - 1):
        end -= 1
    return start, end
