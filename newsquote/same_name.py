"""Whether two names mean the same speaker."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
# not text.fold: what a figure counts as right must not move with the look-ups of the lexicon
_ONE_SPELLING = str.maketrans("_أإآٱىة", " اااايه", "ـ")
_TITLES = frozenset(["السيد", "الدكتور", "د", "الشيخ", "الامير", "الرييس", "الرئيس", "الوزير", "وزير", "رئيس"])


def same_name(one: str, other: str) -> bool:
    """Whether each word of the shorter name stands in the longer one, spelling, titles and ال aside."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter:
        return _spelled(one).strip() == _spelled(other).strip()
    return {_bare(word) for word in shorter} <= {_bare(word) for word in longer}


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(_spelled(name)) if word not in _TITLES]


def _spelled(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKC", name) if not unicodedata.combining(c))
    return plain.translate(_ONE_SPELLING)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
