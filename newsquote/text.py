"""Spelling-blind keys for look-ups, never used for offsets, and the marks that they leave out."""

import re
import unicodedata
from functools import lru_cache

DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
"""Tanwin, vowels, shadda and sukun, to strip where a letter that ``fold`` levels tells something: ة."""
TANWIN = ("\u064bا", "ا\u064b")
"""How a written accusative ending may stand beside its alif; a word that shows it tells how or when."""
_PLAIN = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
_FOLDED = str.maketrans("أإآٱىیکئؤة", "ااااييكيوه", "ـ")


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The key under which differently spelled forms of a word meet: no diacritics, no tatweel, one alif, one yeh."""
    if not _PLAIN.fullmatch(text):
        text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in {"Mn", "Cf"})
    return text.translate(_FOLDED)
