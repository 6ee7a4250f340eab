"""According-to phrases as they stand in a sentence: بحسب، وفقا لـ، حسبما أفاد."""

from dataclasses import dataclass

from newsquote.boundaries import boundary
from newsquote.complements import find_complement
from newsquote.context import Context
from newsquote.cues import Cue
from newsquote.leads import lead_end
from newsquote.lexicon import SourcePhrase
from newsquote.openings import find_opening
from newsquote.syntax import Word

_ALSO = frozenset({"كما"})  # as the minister said; also he said
_NO_SOURCE = frozenset({"VERB", "AUX", "SCONJ", "ADP", "CCONJ", "PUNCT", "PART"})


@dataclass(frozen=True)
class PhraseInText:
    """A source phrase and what it takes here.

    Attributes:
        entry: Its lexicon entry.
        after: Index of the word after the phrase, ما included.
        verb: The verb that it governs: حسبما [أفاد].
        cue: The same as a reporting verb, if it is one.
    """

    entry: SourcePhrase
    after: int
    verb: Word | None = None
    cue: Cue | None = None


def source_phrase_at(context: Context, word: Word) -> PhraseInText | None:
    """The longest according-to phrase that begins at a word and is followed by what it takes."""
    candidates = context.lexicon.source_phrases(word.key)
    if not candidates or (word.key in boundary("conjunction") and word.start < lead_end(context)):
        return None
    if word.index and context.words[word.index - 1].key == "كل":
        return None  # كل حسب قدرته
    keys = tuple(each.key for each in context.words[word.index : word.index + 6])
    for phrase, entry in candidates:
        if (
            keys[: len(phrase)] == phrase
            and not _bound(context, word, phrase)
            and (found := _read(context, word.index + len(phrase), entry))
        ):
            return found
    return None


def _bound(context: Context, word: Word, phrase: tuple[str, ...]) -> bool:
    """Whether the preposition of a phrase is a verb's here, with no pause before: لم تعلق على ما كشفه الوزير."""
    if " ".join(phrase) not in boundary("bound-phrase") or word.start <= lead_end(context):
        return False
    before = context.words[word.index - 1]
    return before.upos != "PUNCT" and before.end not in context.closings


def _read(context: Context, after: int, entry: SourcePhrase) -> PhraseInText | None:
    if after >= len(context.words):
        return None
    following = context.words[after]
    if following.key == "ما" or ("noun" not in entry.takes and "verb" in entry.takes):
        return _governing(context, after + (following.key == "ما"), entry, any_verb=following.key == "ما")
    if _grants(context, following) or _measure(context, following):
        return None
    if "pronoun" in entry.takes and following.upos == "PRON":
        return PhraseInText(entry, after)
    named = following.upos not in _NO_SOURCE or context.quotation_at(following.start) is not None
    return (
        PhraseInText(entry, after)
        if "noun" in entry.takes and named and following.key not in boundary("complementizer")
        else None
    )


def _grants(context: Context, following: Word) -> bool:
    """Whether God is asked for success: ولاة الأمر وفقهم الله."""
    blessing = context.after(following) if following.upos == "PRON" else following
    return blessing is not None and blessing.key in boundary("blessing")


def _measure(context: Context, noun: Word) -> bool:
    """Whether what follows is a rule or a manner, no source: حسب القانون، وفق هذا المنهج، بتعبير أدق."""
    named = noun
    if noun.key in boundary("demonstrative") or noun.key in boundary("same"):
        named = context.after(noun) or noun
    return noun.key in boundary("no-source") or _bare(context, named) in boundary("no-source")


def _bare(context: Context, noun: Word) -> str:
    """The key of a noun without its article, which ل may have swallowed half of: وفقا ل+لخطة."""
    before = context.words[noun.index - 1]
    if before.key == "ل" and before.token == noun.token:
        return noun.key.removeprefix("ل")
    possessed = context.sentence.has_pronoun(noun) and noun.key.endswith("ت")
    return noun.key.removeprefix("ال") if not possessed else noun.key[:-1] + "ه"  # طبيعته


def _governing(context: Context, after: int, entry: SourcePhrase, *, any_verb: bool) -> PhraseInText | None:
    """The phrase with its verb; كما قال الوزير, but not كما طالب بالتحقيق, which has a content of its own."""
    for word in context.words[after : after + 2]:
        cue = context.cue_at.get(word.index)
        if cue and cue.finite:
            if entry.words[0] in _ALSO and (cue.verb.common or cue.verb.object_in_content or word.index > after):
                return None  # كما أضاف؛ كما يعتبر؛ كما كان يعتقد
            also = entry.words[0] in _ALSO and (_has_object(context, cue) or _again(context, cue))
            own = also or _opens(context, cue, after)
            return None if own else PhraseInText(entry, after, word, cue)
        if any_verb and word.upos == "VERB":
            return PhraseInText(entry, after, word)
    return None


def _opens(context: Context, cue: Cue, after: int) -> bool:
    """Whether the verb opens a clause of its own.

    Not one of a verb before its phrase (قال، بحسب ما نقلت الوكالة، إن), nor one past a comma or a relative (كما قال
    الوزير الذي أوضح أن).
    """
    opening = find_opening(context, cue)
    if opening is None:
        return False
    earlier = (find_opening(context, each) for each in context.cues if each.finite and each.word.index < after)
    if any(each is not None and each.start == opening.start for each in earlier):
        return False
    between = context.sentence.between(cue.word.end, opening.start)
    return opening.linked or not any(word.form in "،," or word.key in boundary("relative") for word in between)


def _again(context: Context, cue: Cue) -> bool:
    """Whether the same verb stands before: رحب المجلس بالبيان، كما رحب …"""
    nominal = any(frame.endswith("noun") for frame in cue.verb.takes)
    return nominal and any(
        other.verb is cue.verb and other.finite and other.word.index < cue.word.index for other in context.cues
    )


def _has_object(context: Context, cue: Cue) -> bool:
    """كما طالب بالتحقيق، كما دانت البناء: also, not as."""
    complement = find_complement(context, cue)
    return complement is not None and (complement.linked or context.text[complement.start] in "بعإ")


def governed(context: Context, cue: Cue) -> bool:
    """Whether a verb belongs to a source phrase, so that it has no content after it."""
    before = context.words[max(0, cue.word.index - 5) : cue.word.index]
    return any((phrase := source_phrase_at(context, word)) and phrase.cue is cue for word in before)
