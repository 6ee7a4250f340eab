"""Forms against those of a grammar: written by hand, from paradigms, never copied from what the code gives."""

import pytest

from newsquote.conjugation import Form, imperfect, masdar, participle, perfect


def spelled(forms: object, gender: str | None = None, number: str | None = None) -> set[str]:
    assert hasattr(forms, "__iter__")
    every = list(forms)
    assert all(isinstance(form, Form) for form in every)
    return {form.text for form in every if gender in (None, form.gender) and number in (None, form.number)}


PERFECTS = {
    # lemma: he, she, they two (m., f.), they (m.), they (f.)
    "أكد": ("أكد", "أكدت", "أكدا", "أكدتا", "أكدوا", "أكدن"),  # sound, form II
    "صرح": ("صرح", "صرحت", "صرحا", "صرحتا", "صرحوا", "صرحن"),
    "قال": ("قال", "قالت", "قالا", "قالتا", "قالوا", "قلن"),  # hollow
    "أفاد": ("أفاد", "أفادت", "أفادا", "أفادتا", "أفادوا", "أفدن"),
    "نفى": ("نفى", "نفت", "نفيا", "نفتا", "نفوا", "نفين"),  # defective in ya
    "ادعى": ("ادعى", "ادعت", "ادعيا", "ادعتا", "ادعوا", "ادعين"),
    "دعا": ("دعا", "دعت", "دعوا", "دعتا", "دعوا", "دعون"),  # defective in waw
    "رأى": ("رأى", "رأت", "رأيا", "رأتا", "رأوا", "رأين"),
    "رد": ("رد", "ردت", "ردا", "ردتا", "ردوا", "رددن"),  # doubled
    "أصر": ("أصر", "أصرت", "أصرا", "أصرتا", "أصروا", "أصررن"),
    "أمر": ("أمر", "أمرت", "أمرا", "أمرتا", "أمروا", "أمرن"),  # hamzated first radical, not doubled
    "سأل": ("سأل", "سألت", "سألا", "سألتا", "سألوا", "سألن"),
    "أنبأ": ("أنبأ", "أنبأت", "أنبآ", "أنبأتا", "أنبأوا", "أنبأن"),  # hamzated last radical
    "جاء": ("جاء", "جاءت", "جاءا", "جاءتا", "جاؤوا", "جئن"),
    "وعد": ("وعد", "وعدت", "وعدا", "وعدتا", "وعدوا", "وعدن"),  # assimilated
}
IMPERFECTS = {
    # perfect: he, she, they two (m.), they (m.), they (m.) in the subjunctive, they (f.), he in the jussive
    "أكد": ("يؤكد", "تؤكد", "يؤكدان", "يؤكدون", "يؤكدوا", "يؤكدن", "يؤكد"),
    "قال": ("يقول", "تقول", "يقولان", "يقولون", "يقولوا", "يقلن", "يقل"),
    "أضاف": ("يضيف", "تضيف", "يضيفان", "يضيفون", "يضيفوا", "يضفن", "يضف"),
    "نفى": ("ينفي", "تنفي", "ينفيان", "ينفون", "ينفوا", "ينفين", "ينف"),
    "دعا": ("يدعو", "تدعو", "يدعوان", "يدعون", "يدعوا", "يدعون", "يدع"),
    "رأى": ("يرى", "ترى", "يريان", "يرون", "يروا", "يرين", "ير"),
    "رد": ("يرد", "ترد", "يردان", "يردون", "يردوا", "يرددن", "يرد"),
    "أصر": ("يصر", "تصر", "يصران", "يصرون", "يصروا", "يصررن", "يصر"),
    "وعد": ("يعد", "تعد", "يعدان", "يعدون", "يعدوا", "يعدن", "يعد"),
    "أنبأ": ("ينبئ", "تنبئ", "ينبئان", "ينبئون", "ينبئوا", "ينبئن", "ينبئ"),
    "تنبأ": ("يتنبأ", "تتنبأ", "يتنبآن", "يتنبؤون", "يتنبؤوا", "يتنبأن", "يتنبأ"),
    "جاء": ("يجيء", "تجيء", "يجيئان", "يجيئون", "يجيئوا", "يجئن", "يجئ"),
}
PEOPLE = (
    ("masculine", "singular"),
    ("feminine", "singular"),
    ("masculine", "dual"),
    ("feminine", "dual"),
    ("masculine", "plural"),
    ("feminine", "plural"),
)


@pytest.mark.parametrize("lemma", PERFECTS)
def test_the_perfect_has_each_third_person(lemma: str) -> None:
    for (gender, number), expected in zip(PEOPLE, PERFECTS[lemma], strict=True):
        assert expected in spelled(perfect(lemma, IMPERFECTS.get(lemma, (None,))[0]), gender, number)


def test_hamza_before_waw_has_both_spellings() -> None:
    assert {"هنأوا", "هنؤوا"} <= spelled(perfect("هنأ"), "masculine", "plural")
    assert {"يتنبأون", "يتنبؤون"} <= spelled(imperfect("يتنبأ", "تنبأ"), "masculine", "plural")


def test_a_perfect_before_a_pronoun_is_spelled_as_the_pronoun_leaves_it() -> None:
    assert "نفا" in spelled(perfect("نفى"), "masculine", "singular")  # نفاه
    assert "رآ" in spelled(perfect("رأى"), "masculine", "singular")  # رآه
    assert "قالو" in spelled(perfect("قال"), "masculine", "plural")  # قالوه


@pytest.mark.parametrize("lemma", IMPERFECTS)
def test_the_imperfect_has_each_third_person_and_mood(lemma: str) -> None:
    he, she, two, they, subjunctive, women, jussive = IMPERFECTS[lemma]
    forms = list(imperfect(he, lemma))
    assert {he, jussive} <= spelled(forms, "masculine", "singular")
    assert she in spelled(forms, "feminine", "singular")
    assert two in spelled(forms, "masculine", "dual")
    assert {they, subjunctive} <= spelled(forms, "masculine", "plural")
    assert women in spelled(forms, "feminine", "plural")


@pytest.mark.parametrize(
    ("lemma", "form", "wrong"),
    [("لوح", "يلوح", "يلح"), ("نوه", "ينوه", "ينه"), ("بين", "يبين", "يبن"), ("حاور", "يحاور", "يحار")],
)
def test_a_doubled_or_long_middle_is_not_clipped_like_a_hollow_one(lemma: str, form: str, wrong: str) -> None:
    assert wrong not in spelled(imperfect(form, lemma))


def test_a_hollow_passive_is_clipped_by_its_active_perfect() -> None:
    assert {"يقال", "يقل"} <= spelled(imperfect("يقال", "قال"), "masculine", "singular")


def test_a_stem_in_nun_has_no_feminine_plural_of_its_own_spelling() -> None:
    assert not spelled(perfect("أعلن"), "feminine", "plural")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("مضيف", {"مضيفا", "مضيفة", "مضيفين", "مضيفتين", "مضيفات"}),
        ("قائل", {"قائلا", "قائلة", "قائلين", "قائلتين", "قائلات"}),
        ("نافي", {"نافيا", "نافية", "نافين", "نافيتين", "نافيات"}),
        ("داعي", {"داعيا", "داعية", "داعين", "داعيتين", "داعيات"}),
        ("متنبئ", {"متنبئا", "متنبئة", "متنبئين", "متنبئتين", "متنبئات"}),
    ],
)
def test_participles_are_accusative(stem: str, expected: set[str]) -> None:
    assert spelled(participle(stem)) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("تأكيد", {"تأكيد", "التأكيد"}),
        ("إضافة", {"إضافة", "الإضافة", "إضافت"}),  # إضافته
        ("ادعاء", {"ادعاء", "الادعاء", "ادعاؤ", "ادعائ"}),  # ادعاؤه، ادعائه
        ("شكوى", {"شكوى", "الشكوى", "شكوا"}),  # شكواه
    ],
)
def test_masdars_stand_alone_with_the_article_and_before_a_pronoun(noun: str, expected: set[str]) -> None:
    assert spelled(masdar(noun)) == expected
