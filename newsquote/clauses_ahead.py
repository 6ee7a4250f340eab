"""Whether a word leads to an أن clause, as a verb does, whatever a parser takes it for: وبين الخبير أن."""

from itertools import dropwhile, islice

from newsquote.boundaries import boundary
from newsquote.syntax import Sentence, Word

_PHRASE = 20  # words in which a sayer fits between verb and clause


def clause_follows(sentence: Sentence, word: Word) -> bool:
    """Whether أن, fused or not, stands right after a word, its pronoun or its ب: طمأنهم بأن."""
    following = dropwhile(lambda each: each.token == word.token or each.key == "ب", sentence.words[word.index + 1 :])
    return any(each.key in boundary("complementizer") for each in islice(following, 1))


def leads_clause(sentence: Sentence, word: Word) -> bool:
    """Whether a word opens its clause and أن follows with no verb between: وبين الخبير أن, no preposition."""
    following = sentence.after(word)
    if word.key == "عبر" and following is not None and following.upos == "ADP":
        return True  # no preposition takes another: المدرب عبر عن سعادته
    if not _opens(sentence, word):
        return False
    for each in sentence.words[word.index + 1 : word.index + _PHRASE]:
        if each.key in boundary("complementizer") or (each.key == "عن" and word.key in boundary("about")):
            return True
        following = sentence.after(each)
        paused = word.key == "عبر" or (each.form in "،," and following is not None and following.key == "عن")
        told = each.upos == "VERB" and each.relation != "acl"  # عبر الطفل الذي فاز عن سعادته
        if told or (each.form in "،,.؛:" and not paused):
            return False
    return False


def _opens(sentence: Sentence, word: Word) -> bool:
    """Whether a word, with its و, opens a sentence, follows a mark or begins a subordinate clause."""
    before = sentence.before(word)
    if before is not None and before.key == "و" and before.token == word.token:
        before = sentence.before(before)
    if before is None or before.upos == "PUNCT" or before.key in boundary("turn"):
        return True
    if before.upos == "PRON" and (noun := sentence.before(before)) is not None and noun.key in boundary("turn"):
        return True  # من جهت+ه
    return before.key in boundary("relative") or before.key in boundary("contrast")
