"""The text that the parser is fed: bare, evenly spelled, in chunks; and the way back to the article's offsets."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from newsquote.syntax import Extent

MAX_WORD = 60
"""Letters of one orthographic token that the parser gets to see; no Arabic word is half as long."""

_EVEN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›＂", '"'),
        **dict.fromkeys("یېۍ", "ي"),
        **dict.fromkeys("کڪ", "ك"),
        **dict.fromkeys("ھہ", "ه"),
        "ٱ": "ا",
        "ۀ": "ة",
        "؛": "،",
        "‐": "-",
        "‑": "-",
    }
)
_HAMZA = {"ا\u0653": "آ", "ا\u0654": "أ", "ا\u0655": "إ", "و\u0654": "ؤ", "ي\u0654": "ئ", "ى\u0654": "ئ"}
_QUOTES = re.compile(r"""''|``|´´|["＂]+|<<|>>""")
_TOKEN = re.compile(r"\S+")
_LETTER = r"[\u0621-\u063a\u0641-\u064a][\u064b-\u0652]*"  # with its diacritics
# Where a newspaper ran two words together: المتحدةبشأن، علىتمديد (but شىء)، أنّواشنطن (but أنّهما)،
# مصرإلى (but بالإعلام)، مصدربأنّ (but لأنّ، اطمأنّ)
_RUN_TOGETHER = re.compile(
    rf"ة[\u064b-\u0652]*(?=(?:{_LETTER}){{2}})|ى(?!ء)(?=(?:{_LETTER}){{3}})"
    rf"|(?<!\S)[وفبلك]?[أإ]ن\u0651(?=(?:{_LETTER}){{3}})(?!(?:ه[ما]|كم|ني)\S{{,4}}(?!\S))"
    r"|(?<=\w{2})(?<!ال|لل|لا)(?<![وفبلكـ])(?=إ\w)"
    r"|(?<=\w{3})(?<!يت)(?<![وفبلكم])(?=ب?أن[\u064e\u064f]?\u0651[\u064e\u064f]?(?:ه[ما]?)?(?!\w))"
)
# nine tokens of ten, spelled as they are; ة and ى end a word, إ begins one
_PLAIN = re.compile(
    r"(?:[وفبلكا]{,4}إ)?[\u0621-\u0624\u0626-\u0628\u062a-\u063a\u0641-\u0648\u064a]"
    rf"{{1,{MAX_WORD - 6}}}[ةى]?[،.:؟!]?"
)
_INITIALS = re.compile(rf"(?<![\w.])(?:{_LETTER}){{1,5}}(?:\.(?:{_LETTER}){{1,4}}){{2,}}(?!\w)")  # سي.إن.إن
_LATIN = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ", "ABTTGHXDDRZSCSDTZEGFQKLMNHWYYTAAAAWY")
_PASSED_ON = re.compile(r"\s*RT\s+@\w+:?\s+(?=\S)")  # of a post, by whom it was written first
_VAN, _VON = "فان", "فون"
_NO_NAME = re.compile(r"\s+(?:ال|لل|هذ|ذلك|لذلك|في|من|كل|هناك|لا|ما)|[^\w\s]|\s*\Z")
_HAMZAS = re.compile(r"(?<!\w)[وف]?[أإ]ن(?!\w)")
_KEPT_SYMBOLS = 3  # of a run of equal ones
_MOST_SYMBOLS = 12  # of a run of any
_MOST_PARTED = 4  # spaces put into one token
_UNREADABLE = "\ufffd"


@dataclass(frozen=True)
class OffsetMap:
    """From each character of a made text to the stretch of the original that it stands for.

    ``starts`` and ``ends`` never decrease; a character that was put in has an empty stretch. What was left out after a
    character (diacritics, tatweel) belongs to its stretch.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> Extent:
        """The stretch of the original that ``start:end`` of the made text stands for.

        Raises:
            IndexError: If ``start:end`` is empty or lies outside the made text.
        """
        if not 0 <= start < end <= len(self.starts):
            raise IndexError(f"{start}:{end} is no stretch of a text of {len(self.starts)} characters")
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True)
class ParserInput:
    """A text for the parser, its chunks parted by blank lines, and its way back to the original."""

    text: str
    offsets: OffsetMap


def prepare(text: str, chunks: Iterable[Extent]) -> ParserInput:
    """Spell chunks of an article the way that the parser's treebank is spelled.

    Left out: diacritics, tatweel, invisible controls, the # of a hashtag, the RT @user: before a post. Evened:
    quotation marks, presentation forms, Farsi letters, white space; فان in names is spelled as فون is, which a treebank
    knows. Made one name, of Latin letters: initials, which hold words (سي.إن.إن). Put in: a space where a Latin letter
    or a digit touches an Arabic letter, after a comma, between the words of a hashtag, and where two words were run
    together that spelling tells apart.
    """
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(characters: str, start: int, end: int) -> None:
        made.append(characters)
        starts.extend([start] * len(characters))
        ends.extend([end] * len(characters))

    for first, last in chunks:
        if made:
            put("\n\n", first, first)
        begun = False
        passed_on = _PASSED_ON.match(text, first, last)
        for token in _TOKEN.finditer(text, passed_on.end() if passed_on else first, last):
            if _PLAIN.fullmatch(text, token.start(), token.end()):
                if begun:
                    put(" ", token.start(), token.start())
                made.append(_VON if token[0] == _VAN and _named_van(text, token.end()) else token[0])
                starts.extend(range(token.start(), token.end()))
                ends.extend(range(token.start() + 1, token.end() + 1))
                begun = True
                continue
            pieces = list(_spell(text, token.start(), token.end()))
            if pieces and begun:
                put(" ", pieces[0][1], pieces[0][1])
            before = ""
            parted = 0
            seams = {seam.end() for seam in _RUN_TOGETHER.finditer(text, token.start(), token.end())}
            for characters, start, end in pieces:
                if before and parted < _MOST_PARTED and (start in seams or _glued(before, characters[0])):
                    put(" ", start, start)
                    parted += 1
                put(characters, start, end)
                before = characters[-1]
            begun = begun or bool(pieces)
    return ParserInput("".join(made), OffsetMap(tuple(starts), tuple(ends)))


def _named_van(text: str, end: int) -> bool:
    """Whether فان, which ends at an offset, is of a name (روبن فان نيلان): no فإن, in a text that writes hamzas."""
    return not _NO_NAME.match(text, end) and _HAMZAS.search(text) is not None


def _spell(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """What is made of one orthographic token: characters, each with its stretch of the text."""
    made: list[tuple[str, int, int]] = []
    initials = found.span() if (found := _INITIALS.search(text, start, end)) else (end, end)
    word = symbols = same = 0
    place = start
    while place < end:
        character = text[place]
        quote = _QUOTES.match(text, place, end)
        after = quote.end() if quote else place + 1
        if character == "#" and text[after : after + 1].isalpha():  # a hashtag is its words
            place = after
            continue
        spelled = '"' if quote else _spell_character(text, place, start, end)
        initial = initials[0] <= place < initials[1]
        if initial and spelled:
            spelled = None if spelled == "." else spelled.translate(_LATIN)
        if spelled is None:  # left out; what is no letter of its own belongs to the one before
            kept = initial or unicodedata.category(character) in {"Mn", "Me", "Lm"}
        elif spelled.isalnum():
            word, symbols, same = word + 1, 0, 0
            kept = word > MAX_WORD
        else:
            same = same + 1 if place > start and text[place - 1] == character else 1
            word, symbols = 0, symbols + 1
            kept = same > _KEPT_SYMBOLS or symbols > _MOST_SYMBOLS
        if kept and made:
            letter, first, _ = made[-1]
            made[-1] = (_HAMZA.get(letter + character, letter), first, after)
        elif spelled:
            made.append((spelled, place, after))
        place = after
    return made


def _spell_character(text: str, place: int, start: int, end: int) -> str | None:
    character = text[place]
    if character in "‘’‛":
        foreign = (
            place > start and place + 1 < end and {_script(text[place - 1]), _script(text[place + 1])} == {"other"}
        )
        return "'" if foreign else '"'
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        plain = "".join(c for c in unicodedata.normalize("NFKC", character) if unicodedata.category(c) != "Mn").strip()
        return None if not plain else character if " " in plain else plain
    if character == "_" and text[place - 1 : place].isalpha() and text[place + 1 : place + 2].isalpha():
        return " "
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf", "Cc"} or character == "\u0640":
        return None
    if category in {"Cs", "Co", "Cn"}:
        return _UNREADABLE
    return character.translate(_EVEN)


def _glued(before: str, after: str) -> bool:
    """Whether two neighbours that a newspaper ran together are surely words of their own."""
    if before == "،":
        return after.isalpha()
    return _script(before) is not None and _script(after) is not None and _script(before) != _script(after)


def _script(character: str) -> str | None:
    if character.isdigit():
        return "digit"
    if not character.isalpha():
        return None
    return "Arabic" if "\u0600" <= character <= "\u06ff" else "other"
