"""Pairs quotation marks on the text itself, however a newsroom's keyboard typed them.

Directed marks (« “) say what they are, unless what stands around them says otherwise; a straight one opens or closes by
what stands around it. A mark without a partner reaches no further than its paragraph, so it never loses an article.
"""

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from newsquote.syntax import Quotation

_Role = Literal["open", "close", "weak", "none"]  # weak: opens only if something closes it

_FAMILIES = {
    **dict.fromkeys(["«", "»", "<<", ">>"], "guillemet"),
    **dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "''", "``", "´´", "″"], "double"),
    **dict.fromkeys(["‘", "’", "‛", "‹", "›", "'"], "single"),
}
_OPENING = frozenset(["«", "<<", "“", "„", "``", "‘", "‛", "‹"])
_CLOSING = frozenset(["»", ">>", "”", "’", "›"])
_PARTNERS = {"«": "»", "»": "«", "“": "”", "”": "“", "„": "”", "<<": ">>", "‘": "’", "‹": "›"}
_RUN_ON = frozenset(["«", "“", "„", "<<"])  # may close in a later paragraph
_TOKEN = re.compile(
    r"""(?P<break>\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"""
    r"""|(?P<mark>''|``|´´|<<|>>|["＂]+|″|«+|»+|“+|”+|„+|‟+|[‘’‛‹›'])"""
)
_MINUTES = re.compile(r"""\d['′’]\s?[\d.,]+\Z""")  # 41' 49.47": the second sign is no mark
_CLITIC = re.compile(r"(?:\A|\W)[وف]?(?:[بلك]|ال|[بك]ال|لل)?ـ*\Z")
_STOP = re.compile(r"[.!؟?…]+(?=\s|\Z)")
_BEFORE_OPENING = frozenset("([{:-–—/|،؛,;«“‘ـ")
_AFTER_CLOSING = frozenset(".،,؛;:!؟?)]}…»”’-–—/|")
_DEPTH = 6  # quotations in quotations; whatever opens deeper is noise
_PARAGRAPHS = 3  # how far a directed mark may wait for its partner


@dataclass
class _Waiting:
    """An opening mark that has no partner yet."""

    mark: str
    start: int
    end: int
    weak: bool
    leads: bool  # stands at its paragraph's start
    next_opening: int | None = None  # where the next mark opens while this one waits
    repeated: int = -1  # where it stands again, at the start of a later paragraph


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text, nested ones included, in text order; takes time linear in the text's length.

    A mark that is never closed gives a quotation with ``closed=False``, which ends where the next one opens, with the
    sentence or with the paragraph; a closing mark with nothing to close is passed over. ``inner`` has no white space
    at its ends and is never empty.
    """
    return _Pairing(text).quotations()


class _Pairing:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.waiting: list[_Waiting] = []
        self.paragraph = 0  # where it starts

    def quotations(self) -> tuple[Quotation, ...]:
        tokens = list(_TOKEN.finditer(self.text))
        tokens = [
            token  # of several line breaks in a row, the last
            for token, following in zip_longest(tokens, tokens[1:])
            if not (token["break"] and following and following["break"] and self._blank(token.end(), following.start()))
        ]
        breaks = 0
        upcoming: list[tuple[re.Match[str], int] | None] = [None]  # the next mark, and the breaks from it to the end
        for token in reversed(tokens):
            upcoming.append(upcoming[-1] if token["break"] else (token, breaks))
            breaks += bool(token["break"])
        upcoming.reverse()
        for number, token in enumerate(tokens, start=1):
            if token["break"]:
                breaks -= 1
                following = upcoming[number]
                self._end_paragraph(token, following and following[0], breaks - following[1] + 1 if following else 0)
            else:
                self._read(token.start(), token.end(), token[0] if token[0] in _FAMILIES else token[0][0])
        self._give_up(self.waiting, len(self.text))
        return tuple(sorted(self.found, key=lambda quotation: (quotation.outer[0], -quotation.outer[1])))

    def _blank(self, start: int, end: int) -> bool:
        return not self.text[start:end].strip()

    def _top(self, *families: str) -> _Waiting | None:
        return next((one for one in reversed(self.waiting) if _FAMILIES[one.mark] in families), None)

    def _end_paragraph(self, line_break: re.Match[str], mark: re.Match[str] | None, paragraphs: int) -> None:
        kept = None
        if mark:
            first = mark[0][0]
            for one in self.waiting:
                if one.weak:
                    continue
                if one.mark == first and not self.text[line_break.end() : mark.start()].strip(" \t-–—•"):
                    one.repeated, kept = mark.start(), one
                elif one.mark in _RUN_ON and mark[0][0] == _PARTNERS[one.mark][0] and paragraphs <= _PARAGRAPHS:
                    kept = one
        self._give_up([one for one in self.waiting if one is not kept], line_break.start())
        self.waiting = [kept] if kept else []
        self.paragraph = line_break.end()

    def _read(self, start: int, end: int, mark: str) -> None:
        if any(one.repeated == start for one in self.waiting):
            return
        role = self._role(start, end, mark)
        if role == "close":
            self._close(start, end, mark)
        elif role != "none":
            self._open(start, end, mark, weak=role == "weak" or _FAMILIES[mark] == "single")

    def _role(self, start: int, end: int, mark: str) -> _Role:
        before = self.text[start - 1] if start > self.paragraph else " "
        after = self.text[end] if end < len(self.text) else " "
        family = _FAMILIES[mark]
        top = self._top(family)
        starts_word = after.isalnum() or after in "«“\"'‘([{"
        if family == "single" and before.isalnum() and after.isalnum() and not self._after_clitic(start):
            return "none"  # an apostrophe
        if mark in _OPENING:
            return "close" if top and (after.isspace() or after in _AFTER_CLOSING) else "open"  # «…«
        if mark in _CLOSING:
            if before.isalpha() and family != "single" and starts_word and self._after_clitic(start):
                return "open"  # و”…”
            if before.isspace() and after.isspace() and family == "double" and top is None:
                return "weak"  # ” … ”
            starts = (before.isspace() or before in ":([") and starts_word
            return "open" if starts and (top is None or _PARTNERS.get(top.mark) != mark) else "close"
        if family == "single":
            opens = not before.isalnum() or self._after_clitic(start)
            return "open" if opens and starts_word else "close"
        return self._straight_role(start, before, after, top)

    def _straight_role(self, start: int, before: str, after: str, top: _Waiting | None) -> _Role:
        neighbourhood = self.text[max(self.paragraph, start - 12) : start]
        if _MINUTES.search(neighbourhood) or (before.isdigit() and not top):
            return "none"
        if self.text[start] == "″":  # what WordPress makes of a straight mark after a digit
            return "close" if top else "none"
        opens = before.isspace() or before in _BEFORE_OPENING
        opens = opens or (before.isalpha() and self._after_clitic(start))
        closes = after.isspace() or after in _AFTER_CLOSING
        if opens and (not closes or neighbourhood.rstrip().endswith(":")):
            return "open"
        return "close" if top else "weak"

    def _after_clitic(self, start: int) -> bool:
        return _CLITIC.search(self.text[max(self.paragraph, start - 12) : start]) is not None

    def _open(self, start: int, end: int, mark: str, *, weak: bool) -> None:
        if len(self.waiting) == _DEPTH:
            noise = next((one for one in self.waiting if one.weak), None)
            if noise is None:
                return
            self.waiting.remove(noise)
        if _FAMILIES[mark] != "single":
            for one in self.waiting:
                one.next_opening = start if one.next_opening is None else one.next_opening
        leads = start - self.paragraph <= 8 and not self.text[self.paragraph : start].strip(" \t-–—•")
        self.waiting.append(_Waiting(mark, start, end, weak, leads))

    def _close(self, start: int, end: int, mark: str) -> None:
        family = _FAMILIES[mark]
        if family == "single":
            partner = self.waiting[-1] if self.waiting and _FAMILIES[self.waiting[-1].mark] == family else None
        else:
            partner = self._top(family) or self._top("guillemet", "double")
        if partner is None:
            return
        place = next(place for place, one in enumerate(self.waiting) if one is partner)
        self._give_up(self.waiting[place + 1 :], start)
        del self.waiting[place:]
        width = partner.end - partner.start  # «« is closed by »», but »» after « and « closes both
        if family != "single" and mark not in {'"', "''"} and end - start > max(width, len(mark)):
            self._add(partner, start, start + width)
            self._close(start + width, end, mark)
        else:
            self._add(partner, start, end)

    def _add(self, opening: _Waiting, start: int, end: int, *, closed: bool = True) -> None:
        inside = self.text[opening.end : start]
        if not inside.strip():
            return
        first = opening.end + len(inside) - len(inside.lstrip())
        last = opening.end + len(inside.rstrip())
        self.found.append(Quotation((opening.start, end if closed else last), (first, last), closed))

    def _give_up(self, waiting: list[_Waiting], limit: int) -> None:
        """Guess where quotations without a closing mark end."""
        waiting = [one for one in waiting if not one.weak]
        if len(waiting) >= 2 and self._is_misplaced_pair(*waiting[-2:]):
            first, second = waiting[-2:]
            self._add(first, second.start, second.end)
            waiting = waiting[:-2]
        for one in waiting:
            bound = limit if one.next_opening is None else min(limit, one.next_opening)
            stops = [stop.end() + one.end for stop in _STOP.finditer(self.text[one.end : bound] + " ")]
            if one.next_opening is not None:
                comma = self.text.rfind("،", one.end, bound)
                bound = stops[-1] if stops else comma if comma > one.end else bound
            elif stops and not one.leads and one.repeated < 0:
                bound = stops[0]
            for inner in reversed(self.found):
                if inner.outer[1] < one.start:
                    break
                if inner.outer[0] < bound < inner.outer[1]:  # a sentence's end in a quotation in this one
                    bound = inner.outer[1]
            self._add(one, bound, bound, closed=False)

    def _is_misplaced_pair(self, first: _Waiting, second: _Waiting) -> bool:
        """Two straight marks that both look like openings: the second closes, with the space on its wrong side."""
        straight = first.mark == second.mark and first.mark in {'"', "＂", "''"}
        before = self.text[max(0, second.start - 4) : second.start].rstrip()
        return straight and first.next_opening == second.start and first.repeated < 0 and not before.endswith(":")
