"""Reporting verbs as they stand in a sentence, read off the lexicon and checked against the parse."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsquote.boundaries import boundary
from newsquote.circumstantials import circumstantial
from newsquote.clauses_ahead import clause_follows, leads_clause
from newsquote.conjugation import Form
from newsquote.lexicon import Lexicon, Verb, VerbForm
from newsquote.spellings import CLITICS, begins, joined_to, spellings
from newsquote.syntax import Extent, Sentence, Word

_FINITE = ("perfect", "imperfect")
_DAMMA = "\u064f"
_HAMZAS = "أآ"
_SHADDA = "\u0651"


@dataclass(frozen=True)
class Cue:
    """A reporting verb in a sentence.

    Attributes:
        word: The verb, participle or masdar; whole, where its first letter was cut off: و+صفوه.
        verb: Its lexicon entry.
        form: Which form of the entry it is.
        extent: The words that signal the attribution, particles (قد، لم، س) included.
        passive: Marked passive, by the parse or by a written vowel.
        tagged: The part of speech agrees with the form; otherwise only the spelling speaks for it.
    """

    word: Word
    verb: Verb
    form: Form
    extent: Extent
    passive: bool
    tagged: bool

    @property
    def finite(self) -> bool:
        """A perfect or imperfect, not a participle or masdar."""
        return self.form.shape in _FINITE

    @property
    def described(self) -> bool:
        """A passive that tells what something is called, by nobody: وصف بالخطير."""
        return self.verb.family == "describing" and self.form.passive

    def takes(self, frame: str) -> bool:
        """Whether the verb can have such a content (see ``lexicon.Verb.takes``)."""
        return frame in self.verb.takes


def _active_with_damma(written: str, reading: VerbForm) -> bool:
    """Whether an imperfect begins with a damma in the active voice, too: يُعلن، يُؤكد، يُحذّر, but no يُعدّ."""
    lemma = reading.verb.lemma
    doubled = _SHADDA in written and len(lemma) > 2
    return reading.form.shape == "imperfect" and (lemma[0] in _HAMZAS or doubled)


def find_cues(text: str, sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """The reporting verbs of a sentence, in text order; one reading a word."""
    return [
        cue
        for word in sentence.words
        if (word.key in lexicon.verb_keys or word.form[0] in CLITICS or joined_to(sentence, word))
        and (cue := _read(text, sentence, word, lexicon))
    ]


def _read(text: str, sentence: Sentence, word: Word, lexicon: Lexicon) -> Cue | None:
    """The reading that fits best, of the first spelling that any fits."""
    candidates = [(start, found) for key, start in spellings(sentence, word) if (found := lexicon.verb_forms(key))]
    if not candidates or word.key in boundary("homograph") or withholds_name(sentence, word):
        return None
    clause, leads = clause_follows(sentence, word), leads_clause(sentence, word)
    for start, found in candidates:
        cut = start < word.start and sentence.has_pronoun(word)  # و+صفو+ه is tagged as a noun
        sure = _SHADDA in text[start : word.end] or leads or cut or (start > word.start and begins(word))
        readings = [each for each in found if not (_first_person(word, start, each) or _named(word, each))]
        if _described(sentence, word, readings):
            readings = [each for each in readings if each.form.passive]
        fitness = [_fitness(sentence, word, each, clause=clause, sure=sure) for each in readings]
        if not any(fitness):
            continue
        best = readings[fitness.index(max(fitness))]
        damma = _DAMMA in text[start : min(start + 2, word.end)]
        told = damma and not _active_with_damma(text[start : word.end], best)
        passive = told or word.feats.get("Voice") == "Pass"
        if best.verb.family == "writing" and ((passive and not best.verb.passive) or _published(sentence, word)):
            return None
        tagged = max(fitness) >= 2
        if cut:
            word = replace(word, form=text[start : word.end], start=start, upos="VERB", feats={})
        return Cue(word, best.verb, best.form, (_particles(sentence, word, start), word.end), passive, tagged)
    return None


def _described(sentence: Sentence, word: Word, readings: Sequence[VerbForm]) -> bool:
    """Whether a verb of describing is passive, as its ب follows it: وصف بالخطير; but وصف بشدة القرار بأنه."""
    following, said = sentence.after(word), sentence.after(word, 2)
    if following is None or said is None or following.key != "ب" or following.upos != "ADP":
        return False
    describing = any(each.verb.family == "describing" and each.form.passive for each in readings)
    return describing and following.key + said.key not in boundary("manner")


def _published(sentence: Sentence, word: Word) -> bool:
    """Whether a verb only tells where the words were published: قال في تغريدات نشرت بالفرنسية."""
    noun = sentence.head(word) if word.relation == "acl" else None
    return noun is not None and noun.key in boundary("setting")


def _first_person(word: Word, start: int, reading: VerbForm) -> bool:
    """Whether a hamza tells another person's form: أعتقد (I believe) beside اعتقد (he believed)."""
    return word.form[start - word.start :][:1] == "أ" and reading.form.text[0] == "ا"


def _named(word: Word, reading: VerbForm) -> bool:
    """Whether a final ى tells the passive of another verb: تدعى (is called) beside تدعي (claims)."""
    return reading.verb.lemma == "ادعى" and reading.form.shape == "imperfect" and word.form.endswith("ى")


def withholds_name(sentence: Sentence, word: Word) -> bool:
    """Whether a word begins a clause about a source that stays unnamed: طلب عدم ذكر اسمه."""
    keys = [each.key for each in sentence.words[word.index + 1 : word.index + 6]]
    withheld = bool(keys) and (keys[0] in boundary("withholding") or word.key in boundary("withholding"))
    spoken_for = [*keys[:1], *(key for before, key in pairwise(keys) if before != "ب")]  # ذكر المتحدث باسم الوزارة
    return withheld and any(key.startswith(("اسم", "هوي")) for key in spoken_for)


def _fitness(sentence: Sentence, word: Word, reading: VerbForm, *, clause: bool, sure: bool) -> int:
    """3: spelled in full and tagged right; 2: tagged right; 1: wrongly tagged, but unmistakable; 0: no."""
    exact = reading.form.text == word.form
    match reading.form.shape:
        case "perfect" | "imperfect":
            tagged = word.upos == "VERB"
        case "participle":
            tagged = word.upos in ("ADJ", "NOUN", "VERB", "ADV") and circumstantial(sentence, word, reading)
        case "masdar":
            before = sentence.before(word)
            named = before is not None and before.key in boundary("no-masdar")  # وكالة الأنباء، دون ذكر
            tagged = word.upos == "NOUN" and not named
    if tagged:
        return 3 if exact else 2
    certain = clause or (exact and reading.verb.lemma[0] == "أ" and word.upos not in ("ADP", "PROPN"))
    unmistakable = exact and reading.form.text.endswith("وا")  # no noun ends so: استبعدوا
    certain = sure or unmistakable or (certain and not reading.verb.common)
    return 1 if certain and reading.form.shape in _FINITE else 0


def _particles(sentence: Sentence, word: Word, start: int) -> int:
    """Where the verb begins with the particles right before it."""
    index = word.index - 1
    while index >= 0 and sentence.words[index].key in boundary("particle") and sentence.words[index].upos != "PRON":
        start = sentence.words[index].start
        index -= 1
    return start
