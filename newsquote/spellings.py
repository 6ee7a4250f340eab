"""How a reporting verb may be spelled where a small parser cut a letter off it or left one on it: و+صفوه، وأعلن."""

from newsquote.boundaries import boundary
from newsquote.clauses_ahead import clause_follows, leads_clause
from newsquote.syntax import Sentence, Word
from newsquote.text import fold

CLITICS = frozenset("وفسل")
_NAME_CLITICS = frozenset("وفسلبك")
_PRONOUNS = ("ني", "ه", "ها", "هم")


def spellings(sentence: Sentence, word: Word) -> list[tuple[str, int]]:
    """The folded form and where it starts; then with a letter wrongly cut off it, or without a clitic left on it."""
    key, first = word.key, word.form[:1]
    found = [(key, word.start)]
    if before := _cut_from(sentence, word):
        whole = (before.key + key, before.start)
        found.insert(0 if _joins_nothing(sentence, before) else 1, whole)
    pronoun = _pronoun_left_on(word)
    if pronoun and (clause_follows(sentence, word) or leads_clause(sentence, word)):
        found.append((fold(word.form.removesuffix(pronoun)), word.start))
    fused = first in CLITICS and len(word.form) > 2 and len(word.form) == word.end - word.start
    if fused and (first != "س" or word.form[1] in "يت"):
        found.append((fold(word.form[1:]), word.start + 1))
    return found


def joined_to(sentence: Sentence, word: Word) -> bool:
    """Whether a word may have lost a letter to the one before, or kept a pronoun that belongs to none."""
    return _cut_from(sentence, word) is not None or _pronoun_left_on(word) is not None


def begins(word: Word) -> bool:
    """Whether a sentence begins with a و that the parser left on a verb, which it then takes for a name: واتهم."""
    return word.index == 0 and word.upos in ("PROPN", "X") and word.form[0] == "و"


def cut_name(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is no verb but the rest of a name that a small parser cut at its first letter: و+يدودو, س+يرغي."""
    before = sentence.before(word)
    fused = before is not None and before.key in _NAME_CLITICS and before.token == word.token
    return fused and word.upos == "VERB"


def _cut_from(sentence: Sentence, word: Word) -> Word | None:
    """The س or و before a word in its token, which may belong to it: س+جل، و+صفوه."""
    if word.token[0] == word.start:
        return None
    before = sentence.before(word)
    if before is None or before.token != word.token:
        return None
    return before if before.key == "و" or (before.key == "س" and word.key[0] not in "يتنا") else None


def _pronoun_left_on(word: Word) -> str | None:
    """The pronoun that a small parser left on a verb: أخبروني أن، أخبرته."""
    if not word.form.endswith(_PRONOUNS):
        return None
    return next((end for end in _PRONOUNS if word.form.endswith(end) and len(word.form) > len(end) + 2), None)


def _joins_nothing(sentence: Sentence, conjunction: Word) -> bool:
    """Whether a و can be no conjunction, since what it would join to needs a verb: ما و+صفوه، فيما و+عد."""
    before = sentence.before(conjunction)
    if before is None:
        return False
    led = before.key in boundary("relative") or before.key in boundary("free-relative")
    return led or before.key in boundary("contrast")
