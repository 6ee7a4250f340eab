"""Gender and number: what a verb asks of its subject, and whether a speaker answers to it."""

from dataclasses import dataclass

from newsquote.models import Gender, Number
from newsquote.syntax import Word

_GENDERS: dict[str, Gender] = {"Fem": "feminine", "Masc": "masculine"}
_NUMBERS: dict[str, Number] = {"Sing": "singular", "Dual": "dual", "Plur": "plural"}
Agreement = tuple[Gender | None, Number | None]
_SUFFIXES: tuple[tuple[str, Agreement], ...] = (
    ("هما", (None, "dual")),
    ("هم", ("masculine", "plural")),
    ("هن", ("feminine", "plural")),
    ("ها", ("feminine", "singular")),
    ("ه", ("masculine", "singular")),
)


def demanded(word: Word | None) -> Agreement:
    """The gender and number that a verb, participle or suffixed noun gives its sayer; ``None`` where it leaves it open.

    Spelling goes before the parser's features where Arabic spelling is plain (participles, pronouns, قالت, قالوا).
    """
    if word is None:
        return None, None
    key = word.key.removesuffix("ا") if word.form.endswith(("ًا", "اً")) and word.upos != "VERB" else word.key
    if word.upos == "PRON":
        return next((found for end, found in _SUFFIXES if key == end), (None, None))
    several = key[1:2] == "ا" and key.endswith("ين")  # داعين
    if word.upos == "VERB" and not (key.startswith("م") or several):
        return _finite(word, word.key)
    shaped = word.key.startswith("م") or (len(word.key) > 3 and word.key[1] == "ا")
    if shaped and (found := _participle(word)) is not None:
        return found
    if word.upos == "VERB":
        return _finite(word, word.key)
    bare = word.form.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    if word.upos != "NOUN" or bare.endswith("ة"):
        return None, None
    return next((shown for end, shown in _SUFFIXES if bare.endswith(end) and len(bare) > len(end) + 2), (None, None))


def _participle(word: Word) -> Agreement | None:
    key = word.key
    if key.endswith("ات"):
        return "feminine", "plural"
    if key.endswith(("تين", "تان")):
        return "feminine", "dual"
    if key.endswith(("ين", "ون")):
        return "masculine", "plural"
    if key.endswith("ه"):
        return "feminine", "singular"
    if key.endswith("ا") or word.upos != "NOUN" or word.form.endswith("ً"):
        return "masculine", "singular"
    return None


def _finite(word: Word, key: str) -> Agreement:
    gender, number = _GENDERS.get(word.feats.get("Gender", "")), _NUMBERS.get(word.feats.get("Number", ""))
    if len(key) > 4 - key.endswith("وا") and key.endswith(("وا", "ون")):  # دعوا
        return "masculine", "plural"
    if key.endswith("و") and not word.feats:  # وصفو+ه, which a parser has cut as و+صفو+ه
        return "masculine", "plural"
    if key.endswith("تا") and len(key) > 4:
        return "feminine", "dual"
    if number == "plural":
        number = "singular"
    return gender, number or "singular"


@dataclass(frozen=True)
class Subject:
    """What agreement asks about somebody; ``None`` for what is not known.

    Attributes:
        gender, number: Grammatical.
        human: Whether people speak; several things take a feminine singular verb (Ryding 2005, 6.4).
    """

    gender: Gender | None
    number: Number | None
    human: bool | None

    def agrees(self, wanted: Agreement) -> bool:
        """Whether this can be the unexpressed subject of a verb; what is not known counts as agreeing."""
        gender, number = wanted
        if self.number == "plural" and not self.human and number == "singular":
            return gender != "masculine"
        if wanted == ("masculine", "plural") and self.human is False:
            return False  # only people take مؤكدين
        if number and self.number and number != self.number:
            return False
        return not (gender and self.gender and gender != self.gender)
