"""The lexicon's files, linted as Arabic, and what the look-ups give."""

import unicodedata
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from newsquote.errors import LexiconError
from newsquote.lexicon import Family, Lexicon, Verb, default_lexicon, light_verb_lexicon, load
from newsquote.text import fold

FILES = (
    "reporting_verbs.toml",
    "reporting_nouns.toml",
    "source_phrases.toml",
    "light_verbs.toml",
    "light_verb_nouns.toml",
)
FAMILIES = get_args(Family)

# The most frequent words of news that report nothing; no form of a verb may be read into them ...
NEVER = """
من في على إلى عن مع بعد قبل منذ حتى ضد نحو لدى عبره خلال أثناء حول أمام فوق تحت ضمن وسط سوى غير كل بعض أي
أن إن أنه أنها أنهم إنه إنها لأن لأنه لأنها كأن لكن لكنه بل ثم أو أم إذا إذ لو لولا لما كلما حين حيث عندما بينما فيما
هو هي هم هما نحن أنا أنت هذا هذه ذلك تلك هؤلاء الذي التي الذين اللذين ما ماذا متى أين كيف هل
لم لن لا ليس ليست قد لقد كان كانت كانوا يكون تكون كنا سوف يمكن يجب تجب ينبغي بات ظل صار
أبدا أيضا جدا فقط عادة معا هناك الآن اليوم أمس غدا يومي يوميا يومين اثنين اثنان عام سنة شهر
مدينة مدينته دولة حكومة رئيس وزير شركة فيلم سلام سعادة سمو تعز مقبلة سيطر فتحي
"""

# ... and these are forms of reporting verbs by spelling alone: marked common, so that their context must decide.
COLLISIONS = "هنا بين عبر عقب دون نص رد علق نقل أمر سجل ثمن شبه رأي نادي جاء عدت زاد وعد كرر جدد بث"


def words() -> Iterator[tuple[str, str]]:
    for kind, lexicon in (("reporting", default_lexicon()), ("light", light_verb_lexicon())):
        for verb in lexicon.verbs:
            parts = (verb.lemma, verb.imperfect, verb.participle, verb.passive, verb.passive_imperfect)
            lists = (*verb.masdar, *verb.objects, *verb.without)
            yield from ((f"{kind}_verbs.toml", part) for part in (*parts, *lists) if part)
        for noun in lexicon.nouns:
            yield from ((f"nouns of {kind} verbs", part) for part in (noun.lemma, *noun.plural))
        for phrase in lexicon.phrases:
            yield from (("source_phrases.toml", part) for part in phrase.words)


def entry(lemma: str) -> Verb:
    return next(verb for verb in default_lexicon().verbs if verb.lemma == lemma)


@pytest.mark.parametrize("file", FILES)
def test_files_are_normalised(file: str) -> None:
    text = (resources.files("newsquote") / "data" / file).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert "\t" not in text


def test_words_are_bare_arabic_letters() -> None:
    for file, word in words():
        for letter in word:
            name = unicodedata.name(letter)
            assert name.startswith("ARABIC LETTER "), f"{file}: {word}: {name}"
            assert "FARSI" not in name, f"{file}: {word}: {name}"
            assert "KEHEH" not in name, f"{file}: {word}: {name}"
            assert not unicodedata.combining(letter), f"{file}: {word}: {name}"
            assert unicodedata.normalize("NFKC", letter) == letter, f"{file}: {word}: {name}"


def test_verbs_are_sorted_by_family_then_spelling() -> None:
    def place(verb: Verb) -> tuple[int, list[str]]:
        parts = (verb.lemma, verb.imperfect or "", verb.participle or "")
        return FAMILIES.index(verb.family), [fold(part) for part in parts]

    for lexicon in (default_lexicon(), light_verb_lexicon()):
        for before, after in pairwise(lexicon.verbs):
            assert place(before) < place(after), f"{after.lemma} belongs before {before.lemma}"


def test_nouns_and_phrases_are_sorted_by_spelling() -> None:
    for lexicon in (default_lexicon(), light_verb_lexicon()):
        nouns = [fold(noun.lemma) for noun in lexicon.nouns]
        assert nouns == sorted(nouns)
    phrases = [[fold(word) for word in phrase.words] for phrase in default_lexicon().phrases]
    assert phrases == sorted(phrases, key=lambda words: (-len(words), words))  # the lexicon puts the longest first


def test_no_verb_stands_twice() -> None:
    # ذكر (to mention) and ذكّر (to remind) share all spellings but the participle's
    keys = [
        (fold(verb.lemma), fold(verb.imperfect or ""), fold(verb.participle or "")) for verb in default_lexicon().verbs
    ]
    assert len(keys) == len(set(keys))


def test_nothing_else_stands_twice() -> None:
    lexicon = default_lexicon()
    for keys in (
        [fold(noun.lemma) for noun in lexicon.nouns],
        [tuple(map(fold, phrase.words)) for phrase in lexicon.phrases],
    ):
        assert len(keys) == len(set(keys))


def test_a_noun_is_no_masdar_of_a_verb() -> None:
    masdars = {fold(noun) for verb in default_lexicon().verbs for noun in verb.masdar}
    assert not masdars & {fold(noun.lemma) for noun in default_lexicon().nouns}


def test_every_family_has_verbs() -> None:
    assert {verb.family for verb in default_lexicon().verbs} == set(FAMILIES)


def test_it_is_large_enough() -> None:
    assert len(default_lexicon().verbs) >= 200
    assert len(default_lexicon().nouns) >= 40
    assert len(default_lexicon().phrases) >= 40


def test_no_frame_stands_twice() -> None:
    for verb in default_lexicon().verbs:
        assert len(verb.takes) == len(set(verb.takes)), verb.lemma


def test_every_form_left_out_is_a_form() -> None:
    for verb in default_lexicon().verbs:
        every = {fold(form.text) for form in verb.model_copy(update={"without": ()}).forms()}
        for form in verb.without:
            assert fold(form) in every, f"{verb.lemma}: {form}"
            assert all(fold(kept.text) != fold(form) for kept in verb.forms())


@pytest.mark.parametrize("word", NEVER.split())
def test_frequent_words_that_report_nothing_are_no_forms(word: str) -> None:
    readings = default_lexicon().verb_forms(fold(word))
    assert not readings, [reading.verb.lemma for reading in readings]


@pytest.mark.parametrize("word", COLLISIONS.split())
def test_frequent_words_that_collide_belong_to_common_verbs(word: str) -> None:
    readings = default_lexicon().verb_forms(fold(word))
    assert readings
    assert all(reading.verb.common for reading in readings), [reading.verb.lemma for reading in readings]


@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("اضاف", "أضاف", "perfect"),  # written without hamza
        ("أضافت", "أضاف", "perfect"),
        ("يقولون", "قال", "imperfect"),
        ("قائلة", "قال", "participle"),
        ("مشيرًا", "أشار", "participle"),
        ("تأكيد", "أكد", "masdar"),
        ("ينف", "نفى", "imperfect"),
        ("أكّدت", "أكد", "perfect"),
        ("تنبؤات", "تنبأ", "masdar"),
    ],
)
def test_spellings_lead_to_their_verb(word: str, lemma: str, shape: str) -> None:
    readings = default_lexicon().verb_forms(fold(word))
    assert (lemma, shape) in [(reading.verb.lemma, reading.form.shape) for reading in readings]


@pytest.mark.parametrize("word", ["قيل", "يقال", "أفيد", "ذكر", "أعلن", "نقل"])
def test_impersonal_passives_are_known_as_such(word: str) -> None:
    assert any(reading.form.passive for reading in default_lexicon().verb_forms(fold(word)))


def test_nouns_are_found_with_the_article_and_before_a_pronoun() -> None:
    for word in ("رسالة", "الرسالة", "رسالت", "رسائل", "الرسائل"):
        noun = default_lexicon().noun(fold(word))
        assert noun is not None
        assert noun.lemma == "رسالة"


def test_the_longest_according_to_phrase_comes_first() -> None:
    found = [phrase.lemma for _, phrase in default_lexicon().source_phrases(fold("وفق"))]
    assert "وفق تعبير" in found
    assert found[-1] == "وفق"


def test_a_verb_can_be_choosy_about_its_object() -> None:
    assert entry("حمل").takes_object(fold("المسؤولية"))
    assert entry("حمل").takes_object(fold("مسؤوليت"))  # مسؤوليته
    assert not entry("حمل").takes_object(fold("حقيبة"))
    assert entry("نفى").takes_object(fold("التهم"))


def write(folder: Path, content: str) -> Path:
    (folder / "verbs.toml").write_text(content, encoding="utf-8")
    return folder


GOOD = '[[verb]]\nlemma = "قال"\nfamily = "saying"\ntakes = ["clause"]\n'


def test_entries_of_a_folder_are_read(tmp_path: Path) -> None:
    (verb,) = load("verbs.toml", "verb", Verb, folder=write(tmp_path, GOOD))
    assert verb == Verb(lemma="قال", family="saying", takes=("clause",))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (GOOD + 'tense = "past"\n', ("قال", "tense")),
        (GOOD.replace("clause", "dative noun"), ("قال", "takes")),
        (GOOD.replace("saying", "singing"), ("قال", "family")),
        (GOOD.replace('"قال"', '"say"'), ("say", "lemma")),
        (GOOD.replace('lemma = "قال"\n', ""), ("no. 1", "lemma")),
        (GOOD.replace("[[verb]]", "[[verbs]]"), ("verbs",)),
        ("[[verb]\n", ("line 1",)),
    ],
)
def test_a_broken_file_is_an_error_that_names_file_entry_and_key(
    tmp_path: Path, content: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(LexiconError) as caught:
        load("verbs.toml", "verb", Verb, folder=write(tmp_path, content))
    for part in ("verbs.toml", *said):
        assert part in str(caught.value)


def test_a_lexicon_can_be_made_of_other_entries() -> None:
    verb = Verb(lemma="غنى", imperfect="يغني", family="saying", takes=("quotation",))
    lexicon = Lexicon(verbs=[verb], nouns=[], phrases=[])
    assert [reading.verb for reading in lexicon.verb_forms(fold("غنت"))] == [verb]
    assert lexicon.noun("بيان") is None
    assert lexicon.source_phrases("وفق") == []
