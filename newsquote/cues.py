"""Reporting verbs as they stand in a sentence, read off the lexicon and checked against the parse."""

from dataclasses import dataclass, replace
from itertools import dropwhile, islice, pairwise

from newsquote.boundaries import boundary
from newsquote.conjugation import Form
from newsquote.lexicon import Lexicon, Verb, VerbForm
from newsquote.syntax import Extent, Sentence, Word
from newsquote.text import fold

_FINITE = ("perfect", "imperfect")
_CLITICS = frozenset("وفسل")
_NAME_CLITICS = frozenset("وفسلبك")
_PRONOUNS = ("ني", "ه", "ها", "هم")
_DAMMA = "\u064f"
_SHADDA = "\u0651"
_PREDICATE = 6  # words from an auxiliary to its predicate
_ABOUT = frozenset({"عبر", "نقل"})  # عبر الوزير عن أسفه؛ نقل موقع القناة، عن الوزيرة، تأكيدها أن
_PHRASE = 15  # words in which a sayer fits between verb and clause


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

    def takes(self, frame: str) -> bool:
        """Whether the verb can have such a content (see ``lexicon.Verb.takes``)."""
        return frame in self.verb.takes


def find_cues(text: str, sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """The reporting verbs of a sentence, in text order; one reading a word."""
    return [
        cue
        for word in sentence.words
        if (word.key in lexicon.verb_keys or word.form[0] in _CLITICS or _joined_to(sentence, word))
        and (cue := _read(text, sentence, word, lexicon))
    ]


def _joined_to(sentence: Sentence, word: Word) -> bool:
    """Whether a word may have lost a letter to the one before, or kept a pronoun that belongs to none."""
    return _cut_from(sentence, word) or _pronoun_left_on(word) is not None


def _cut_from(sentence: Sentence, word: Word) -> bool:
    """Whether a س or و stands before a word in its token, which may belong to it: س+جل، و+صفوه."""
    before = sentence.words[word.index - 1] if word.index else word
    if before.token != word.token:
        return False
    return before.key == "و" or (before.key == "س" and word.key[0] not in "يتنا")


def _read(text: str, sentence: Sentence, word: Word, lexicon: Lexicon) -> Cue | None:
    candidates = [(start, found) for key, start in spellings(sentence, word) if (found := lexicon.verb_forms(key))]
    if not candidates or word.key in boundary("homograph") or withholds_name(sentence, word):
        return None
    clause, leads = _clause_follows(sentence, word), _leads_clause(sentence, word)
    for start, found in candidates:
        readings = [each for each in found if not (_first_person(word, start, each) or _named(word, each))]
        cut = start < word.start and sentence.has_pronoun(word)  # و+صفو+ه is tagged as a noun
        sure = _SHADDA in text[start : word.end] or leads or cut or (start > word.start and _begins(word))
        fitness = {id(each): _fitness(sentence, word, each, clause=clause, sure=sure) for each in readings}
        best = max(readings, key=lambda reading: fitness[id(reading)], default=None)
        if best is None or fitness[id(best)] <= 0:
            continue
        passive = word.feats.get("Voice") == "Pass" or _DAMMA in text[start : min(start + 2, word.end)]
        if best.verb.family == "writing" and ((passive and not best.verb.passive) or _published(sentence, word)):
            return None
        tagged = fitness[id(best)] >= 2
        if cut:
            word = replace(word, form=text[start : word.end], start=start, upos="VERB", feats={})
        return Cue(word, best.verb, best.form, (_particles(sentence, word, start), word.end), passive, tagged)
    return None


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


def cut_name(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is no verb but the rest of a name that a small parser cut at its first letter: و+يدودو, س+يرغي."""
    before = sentence.words[word.index - 1] if word.index else word
    return word.upos == "VERB" and before.key in _NAME_CLITICS and before.token == word.token


def spellings(sentence: Sentence, word: Word) -> list[tuple[str, int]]:
    """The folded form and where it starts; then with a letter wrongly cut off it, or without a clitic left on it."""
    key, first = word.key, word.form[:1]
    found = [(key, word.start)]
    if _cut_from(sentence, word):
        before = sentence.words[word.index - 1]
        whole = (before.key + key, before.start)
        found.insert(0 if _joins_nothing(sentence, before) else 1, whole)
    pronoun = _pronoun_left_on(word)
    if pronoun and (_clause_follows(sentence, word) or _leads_clause(sentence, word)):
        found.append((fold(word.form.removesuffix(pronoun)), word.start))
    fused = first in _CLITICS and len(word.form) > 2 and len(word.form) == word.end - word.start
    if fused and (first != "س" or word.form[1] in "يت"):
        found.append((fold(word.form[1:]), word.start + 1))
    return found


def _pronoun_left_on(word: Word) -> str | None:
    """The pronoun that a small parser left on a verb: أخبروني أن، أخبرته."""
    return next((end for end in _PRONOUNS if word.form.endswith(end) and len(word.form) > len(end) + 2), None)


def _joins_nothing(sentence: Sentence, conjunction: Word) -> bool:
    """Whether a و can be no conjunction, since what it would join to needs a verb: ما و+صفوه، فيما و+عد."""
    before = sentence.words[conjunction.index - 1] if conjunction.index else conjunction
    return before.key in boundary("relative") | boundary("contrast") | {"ما", "من"}


def _begins(word: Word) -> bool:
    """Whether a sentence begins with a و that the parser left on a verb, which it then takes for a name: واتهم."""
    return word.index == 0 and word.upos in ("PROPN", "X") and word.form[0] == "و"


def _clause_follows(sentence: Sentence, word: Word) -> bool:
    """Whether أن, fused or not, stands right after a word, its pronoun or its ب: طمأنهم بأن."""
    following = dropwhile(lambda each: each.token == word.token or each.key == "ب", sentence.words[word.index + 1 :])
    return any(each.key in boundary("complementizer") for each in islice(following, 1))


def _leads_clause(sentence: Sentence, word: Word) -> bool:
    """Whether a word opens its clause and أن follows with no verb between: وبين الخبير أن, no preposition."""
    following = sentence.after(word)
    if word.key == "عبر" and following is not None and following.upos == "ADP":
        return True  # no preposition takes another: المدرب عبر عن سعادته
    if not _opens(sentence, word):
        return False
    for each in sentence.words[word.index + 1 : word.index + _PHRASE]:
        if each.key in boundary("complementizer") or (each.key == "عن" and word.key in _ABOUT):
            return True
        then = sentence.after(each)
        paused = word.key == "عبر" or (each.form in "،," and then is not None and then.key == "عن")
        if each.upos == "VERB" or (each.form in "،,.؛:" and not paused):
            return False
    return False


def _opens(sentence: Sentence, word: Word) -> bool:
    """Whether a word, with its و, opens a sentence, follows a mark or begins a subordinate clause."""
    place = word.index - 1
    if place >= 0 and sentence.words[place].key == "و" and sentence.words[place].token == word.token:
        place -= 1
    before = sentence.words[place]
    return place < 0 or before.upos == "PUNCT" or before.key in boundary("relative") | boundary("contrast")


def _fitness(sentence: Sentence, word: Word, reading: VerbForm, *, clause: bool, sure: bool) -> int:
    """3: spelled in full and tagged right; 2: tagged right; 1: wrongly tagged, but unmistakable; 0: no."""
    exact = reading.form.text == word.form
    match reading.form.shape:
        case "perfect" | "imperfect":
            tagged = word.upos == "VERB"
        case "participle":
            tagged = word.upos in ("ADJ", "NOUN", "VERB", "ADV") and _circumstantial(sentence, word, reading)
        case "masdar":
            before = sentence.words[word.index - 1] if word.index else None
            named = before is not None and before.key in boundary("no-masdar")  # وكالة الأنباء، دون ذكر
            tagged = word.upos == "NOUN" and not named
    if tagged:
        return 3 if exact else 2
    certain = clause or (exact and reading.verb.lemma[0] == "أ" and word.upos not in ("ADP", "PROPN"))
    unmistakable = exact and reading.form.text.endswith("وا")  # no noun ends so: استبعدوا
    certain = sure or unmistakable or (certain and not reading.verb.common)
    return 1 if certain and reading.form.shape in _FINITE else 0


def _circumstantial(sentence: Sentence, word: Word, reading: VerbForm) -> bool:
    """An indefinite accusative by its spelling (مضيفا); مضيفة must not agree with a noun, nor follow a preposition."""
    before = sentence.words[max(0, word.index - _PREDICATE) : word.index]
    if before and before[-1].upos == "ADP":
        return False
    if reading.form.text.endswith("ات") and not _clause_follows(sentence, word):
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


def _particles(sentence: Sentence, word: Word, start: int) -> int:
    """Where the verb begins with the particles right before it."""
    index = word.index - 1
    while index >= 0 and sentence.words[index].key in boundary("particle") and sentence.words[index].upos != "PRON":
        start = sentence.words[index].start
        index -= 1
    return start
