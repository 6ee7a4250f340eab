"""The third-person forms of an Arabic verb from its principal parts.

The rules are those of any reference grammar (Ryding 2005, *A Reference Grammar of Modern Standard Arabic*, chapters
21-33), reduced to what news reports with: third person, both tenses and moods, accusative participles, masdars.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsquote.models import Gender, Number

Shape = Literal["perfect", "imperfect", "participle", "masdar"]
Inflection = tuple[str, Gender | None, Number | None]


@dataclass(frozen=True)
class Form:
    """One inflected spelling: what it is and whom it agrees with."""

    text: str
    shape: Shape
    gender: Gender | None = None
    number: Number | None = None
    passive: bool = False


def perfect(stem: str, form: str | None = None) -> Iterator[Form]:
    """قال → قال قالت قالا قالتا قالوا قلن; نفى → نفت نفيا نفوا نفين; دعا → دعت دعوا.

    Args:
        stem: The third person masculine singular.
        form: The imperfect, which tells a doubled verb (أصر يصر، أصررن) from a hamzated one (أكد يؤكد، أكدن).
    """
    short, dual, plural = stem, stem + "ا", [stem + "وا"]
    feminine = _with_nun(stem, doubled=_doubled(stem, form))
    if stem[-1] in "ىا":
        short = stem[:-1]
        weak = "ي" if stem.endswith("ى") else "و"
        dual, plural, feminine = short + weak + "ا", [short + "وا"], short + weak + "ن"
    elif stem.endswith("أ"):  # the hamza's seat is spelled both ways: هنأوا، هنؤوا
        dual, plural = stem[:-1] + "آ", [stem + "وا", stem[:-1] + "ؤوا"]
    elif stem.endswith("ء"):
        plural = [stem + "وا", stem[:-1] + "ؤوا"]
    yield Form(stem, "perfect", "masculine", "singular")
    if stem.endswith("ى"):  # before a pronoun, a word of its own: نفاه
        yield Form(_before_pronoun(stem), "perfect", "masculine", "singular")
    yield Form(short + "ت", "perfect", "feminine", "singular")
    yield Form(dual, "perfect", "masculine", "dual")
    yield Form(short + "تا", "perfect", "feminine", "dual")
    for text in plural:
        yield Form(text, "perfect", "masculine", "plural")
        yield Form(_before_pronoun(text), "perfect", "masculine", "plural")
    if feminine:
        yield Form(feminine, "perfect", "feminine", "plural")


def imperfect(form: str, stem: str) -> Iterator[Form]:
    """يقول → يقول تقول يقولون يقولان يقلن, and with clipped ends for the subjunctive and jussive: يقولوا، يقل، يدع.

    Args:
        form: The third person masculine singular.
        stem: The active perfect, which tells a hollow verb (قال يقول) from one with a doubled middle (لوّح يلوح).
    """
    body = form[1:]
    weak = body[-1] in "ويى"
    hollow = body[-2] in "ويا" and stem[-2] == "ا" and not weak
    short = body[:-1] if weak else body
    clipped = _hamza_on_yeh(body[:-2] + body[-1]) if hollow else short
    bare = body[:-1] + "ي" if body.endswith("ى") else _hamza_on_yeh(body)
    dual = body[:-1] + "آ" if body.endswith("أ") else bare + "ا"
    plurals = [_hamza_on_yeh(short) + "و", *([body[:-1] + "ؤو"] if body.endswith("أ") else [])]
    feminine = bare + "ن" if weak else _with_nun(clipped, doubled=_doubled(stem, form))
    inflections: list[Inflection] = [(text, None, "singular") for text in dict.fromkeys((body, clipped))]
    if body.endswith("ى"):  # before a pronoun, a word of its own: يراه
        inflections.append((_before_pronoun(body), None, "singular"))
    inflections += [(plural + ending, "masculine", "plural") for plural in plurals for ending in ("ن", "ا", "")]
    inflections += [(dual + "ن", None, "dual"), (dual, None, "dual")]
    if feminine:
        inflections.append((feminine, "feminine", "plural"))
    for text, gender, number in inflections:
        yield Form("ي" + text, "imperfect", gender or "masculine", number)
        if gender is None:
            yield Form("ت" + text, "imperfect", "feminine", number)


def participle(form: str) -> Iterator[Form]:
    """مضيف → مضيفا مضيفة مضيفين مضيفات: the circumstantial accusative; ناف (defective) is given as نافي."""
    short = form.removesuffix("ي")
    endings: list[Inflection] = [
        (form + "ا", "masculine", "singular"),
        (form + "ة", "feminine", "singular"),
        (short + "ين", "masculine", "plural"),
        (form + "تين", "feminine", "dual"),
        (form + "ات", "feminine", "plural"),
    ]
    return (Form(text, "participle", gender, number) for text, gender, number in endings)


def masdar(form: str) -> Iterator[Form]:
    """تأكيد → تأكيد التأكيد; إضافة → إضافة الإضافة, and إضافت before a pronoun; any noun does as well."""
    yield Form(form, "masdar")
    yield Form("ال" + form, "masdar")
    if form[-1] in "ةى":
        yield Form(_before_pronoun(form), "masdar")
    elif form.endswith("اء"):
        yield from (Form(form[:-1] + seat, "masdar") for seat in "ؤئ")


def _before_pronoun(text: str) -> str:
    """A form's spelling where a pronoun follows: نفى → نفا(ه), قالوا → قالو(ه), إضافة → إضافت(ه)."""
    for end, joined in (("رأى", "رآ"), ("ى", "ا"), ("وا", "و"), ("ة", "ت")):
        if text.endswith(end):
            return text.removesuffix(end) + joined
    return text


def _doubled(stem: str, form: str | None) -> bool:
    """Whether the last two root letters are one, as far as unvocalised spelling shows it: رد، أصر."""
    return len(stem) == 2 or (len(stem) == 3 and stem[0] == "أ" and form is not None and len(form) == 3)


def _with_nun(stem: str, *, doubled: bool) -> str | None:
    """A stem before the ن of the feminine plural: أكد → أكدن, قال → قلن, رد → رددن; none where أعلنّ is spelled أعلن."""
    if stem.endswith("ن"):
        return None
    if doubled:
        return stem + stem[-1] + "ن"
    hollow = stem[-2] == "ا" and (len(stem) == 3 or stem[0] in "أا")
    return _hamza_on_yeh(stem[:-2] + stem[-1] if hollow else stem) + "ن"


def _hamza_on_yeh(text: str) -> str:
    """يجيء before an ending, or clipped: يجيئون، يجئ."""
    return text[:-1] + "ئ" if text.endswith("ء") else text
