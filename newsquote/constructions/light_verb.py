"""Light verb + noun of saying: وجه تحذيرا من …؛ أصدر إنذارا بـ …؛ أطلق دعوات لـ …؛ تقدم بطلب لـ …"""

from collections.abc import Iterator
from dataclasses import replace

from newsquote.attributions import attribute
from newsquote.boundaries import boundary
from newsquote.complementizers import is_complementizer
from newsquote.context import Context
from newsquote.cues import Cue, find_cues
from newsquote.lexicon import Noun, light_verb_lexicon
from newsquote.matching import Match, construction
from newsquote.prepositional_complements import begin
from newsquote.source_lexicon import source_lexicon
from newsquote.source_nouns import Organization, Title
from newsquote.syntax import Word, touch
from newsquote.text import fold

_BEFORE, _BETWEEN, _FOLLOWING = 5, 12, 12  # words from noun to verb, from verb to noun, and to what is said
_STOPS = frozenset("،,؛;:.!؟?")
_OBJECTS = frozenset({"obj", "dep", "nmod", "xcomp", "conj"})
_TO = frozenset({"ل", fold("إلى")})


@construction
def light_verb(context: Context) -> Iterator[Match]:
    """A verb that says nothing by itself, its subject or none, a noun of saying, and what that noun takes."""
    for cue in find_cues(context.text, context.sentence, light_verb_lexicon()):
        if not (cue.finite and cue.tagged):
            continue
        found = _noun_before(context, cue) if context.sentence.has_pronoun(cue.word) else _noun_after(context, cue)
        if found is None:
            continue
        noun, entry = found
        content = _content(context, context.words[max(cue.word.index, noun.index)], entry)
        if content is None:
            continue
        opens = noun.token[0] if noun.index > cue.word.index else content
        match = attribute(context, cue, construction="light_verb", opens=opens, content=content, linked=True, noun=True)
        if match is None:
            continue
        spans = sorted([cue.extent, (noun.start, noun.token[1])])
        source = None if match.source and touch([match.source], spans) else match.source  # الوعود التي قدمها
        if source or cue.form.gender == "masculine":  # وجهت اتهامات may be passive
            yield replace(match, cue=tuple(spans), source=source, entry=entry.lemma)


def _noun_after(context: Context, cue: Cue) -> tuple[Word, Noun] | None:
    """The noun of saying that is a light verb's object, or stands after its ب."""
    after_b = "ب" in cue.verb.noun_prepositions
    for word in context.words[cue.word.index + 1 : cue.word.index + _BETWEEN]:
        if word.upos == "VERB" or word.form in _STOPS - {"،"}:
            return None
        entry = _entry(word) if word.upos == "NOUN" and not word.key.startswith("ال") else None
        before = context.words[word.index - 1]
        led = before.upos == "ADP" and before.key == "ب"
        if entry and led == after_b and (led or _object(word)) and not context.quotation_at(word.start):
            return word, entry
    return None


def _noun_before(context: Context, cue: Cue) -> tuple[Word, Noun] | None:
    """The noun of saying that a light verb's pronoun stands for: الدعوة التي وجهها الرئيس إلى."""
    for word in reversed(context.words[max(0, cue.word.index - _BEFORE) : cue.word.index]):
        if word.upos in ("VERB", "PUNCT"):
            return None
        if word.upos == "NOUN" and (entry := _entry(word)):
            return word, entry
    return None


def _entry(word: Word) -> Noun | None:
    """What the lexicon has on a noun, in the accusative too: تحذيرا."""
    lexicon = light_verb_lexicon()
    return lexicon.noun(word.key) or lexicon.noun(word.key.removesuffix("ا"))


def _object(word: Word) -> bool:
    """Whether a noun can be an object, not what a preposition leads to, nor the subject of a passive."""
    return word.relation in _OBJECTS or word.feats.get("Case") == "Acc"


def _content(context: Context, after: Word, entry: Noun) -> int | None:
    """The offset of what is said, after noun and verb: behind a preposition of the noun's, or أن."""
    clause = any(frame.endswith("clause") for frame in entry.takes)
    target = _TO if "noun" in entry.takes else frozenset()
    for word in context.words[after.index + 1 : after.index + _FOLLOWING]:
        if word.upos == "VERB" or word.form in _STOPS or word.key in boundary("relative"):
            return None
        following = context.after(word)
        if clause and is_complementizer(word):
            return word.token[0] if following and following.token == word.token else word.token[1]
        if following is None or word.upos != "ADP" or word.key not in entry.prepositions | target:
            continue
        if clause and is_complementizer(following):
            continue
        if following.upos == "PRON" or any(following.key in boundary(kind) for kind in ("time", "setting", "topic")):
            continue
        if word.key in _TO and not target and _addressed(context, following):
            continue
        return begin(context, word)
    return None


def _addressed(context: Context, word: Word) -> bool:
    """Whether a noun after ل or إلى is for those who are spoken to: نداء إلى السكان, دعوة للرئيس لزيارة."""
    definite = word.key.startswith("ال") or context.text[slice(*word.token)].startswith("لل")
    bare = word.key.removeprefix("ال").removeprefix("ل" if definite else "")
    reading = source_lexicon().reading(bare)
    if reading is None or not isinstance(reading.entry, Title | Organization):
        return word.upos == "PROPN"
    return definite or reading.number != "singular"
