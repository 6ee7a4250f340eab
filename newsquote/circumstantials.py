"""Participles with which somebody goes on speaking (مضيفا أن), no adjectives, nouns or predicates: مطالبة ب."""

from newsquote.boundaries import boundary
from newsquote.clauses_ahead import clause_follows
from newsquote.lexicon import VerbForm
from newsquote.syntax import Sentence, Word

_PREDICATE = 6  # words from an auxiliary to its predicate


def circumstantial(sentence: Sentence, word: Word, reading: VerbForm) -> bool:
    """An indefinite accusative by its spelling (مضيفا); مضيفة must not agree with a noun, nor follow a preposition."""
    before = sentence.words[max(0, word.index - _PREDICATE) : word.index]
    if before and before[-1].upos == "ADP":
        return False
    if reading.form.text.endswith("ات") and not clause_follows(sentence, word):
        return False  # مبررات، مطالبات، مقدرات are nouns; but مؤكدات أن
    for each in reversed(before):
        if each.lemma in boundary("auxiliary"):
            return False  # سيكون الفريق مطالبا بالفوز
        if each.upos in ("PUNCT", "VERB"):
            break
    if reading.form.text.endswith("ة") and reading.verb.lemma != "قال" and _predicate(sentence, word):
        return False  # الشركة مطالبة بالتعويض
    following = sentence.after(word)
    bound = following is not None and following.upos in ("NOUN", "PROPN")  # كاتبة الدراسة
    said_by = bool(before) and before[-1].upos == "VERB" and reading.verb.lemma != "قال"  # وقالت متحدثة باسم الوزارة
    noun = word.relation == "amod" or (word.relation == "nsubj" and (bound or said_by))
    return reading.form.text.endswith("ا") or not noun


def _predicate(sentence: Sentence, word: Word) -> bool:
    """Whether a feminine participle, right after its noun and with no verb before, tells what the noun is."""
    before = sentence.words[: word.index]
    if not before or before[-1].upos not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return False
    for each in reversed(before):
        if each.upos == "VERB":
            return False
        if each.upos == "PUNCT" or each.key in boundary("complementizer"):
            return True
    return True
