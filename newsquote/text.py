"""Spelling-blind keys for look-ups; never used for offsets."""

import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans("أإآٱىیکئؤة", "ااااييكيوه", "ـ")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The key under which differently spelled forms of a word meet: no diacritics, no tatweel, one alif, one yeh."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in {"Mn", "Cf"})
    return bare.translate(_FOLDED)
