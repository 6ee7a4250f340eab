"""Gender and number: what a verb asks of its subject, and whether a speaker answers to it."""

from dataclasses import dataclass

from newsquote.conjugation import Form
from newsquote.models import Gender, Number
from newsquote.syntax import Word
from newsquote.text import DIACRITICS

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


def demanded(word: Word | None, form: Form | None = None) -> Agreement:
    """The gender and number that a verb, participle or pronoun gives its sayer; ``None`` where it leaves it open.

    The form as the lexicon reads it goes before the parser's features: اضافت is feminine, whatever its tags.
    """
    if form is not None and form.gender is not None:
        return form.gender, form.number
    if word is None:
        return None, None
    if word.upos == "PRON":
        return next((found for end, found in _SUFFIXES if word.key == end), (None, None))
    if word.upos == "VERB":
        return _finite(word, word.key)
    bare = word.form.rstrip(DIACRITICS)
    if word.upos != "NOUN" or bare.endswith("ة"):
        return None, None
    return next((shown for end, shown in _SUFFIXES if bare.endswith(end) and len(bare) > len(end) + 2), (None, None))


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
