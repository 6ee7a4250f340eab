"""Spelling-blind keys for look-ups; never used for offsets."""

import unicodedata

_FOLDED = str.maketrans("أإآٱىیکئؤة", "ااااييكيوه", "ـ")


def fold(text: str) -> str:
    """The key under which differently spelled forms of a word meet: no diacritics, no tatweel, one alif, one yeh."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in {"Mn", "Cf"})
    return bare.translate(_FOLDED)
