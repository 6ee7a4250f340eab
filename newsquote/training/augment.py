"""Copies of treebank sentences spelt and punctuated the way today's news sites do.

The Arabic treebanks hold newswire of 2000–2004: full hamza, ``"`` only, Arabic-Indic digits, no short vowels. Sites
drop hamza, set ``«»`` and ``“”``, write Western digits and tanwin. Each copy draws its habits once a sentence.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

from newsquote.training.conllu import Row, Token, TreebankSentence

_WESTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_QUOTE_PAIRS = [('"', '"')] * 5 + [("“", "”")] * 4 + [("«", "»")] * 4 + [("”", "“"), ("„", "“"), ("''", "''")]
_QUOTES = frozenset('"“”«»')
_DIACRITICS = re.compile(r"[\u064b-\u0652\u0670]")
_SHADDA = "ّ"


@dataclass(frozen=True, slots=True)
class Habits:
    """How the writer of one sentence spells and punctuates."""

    hamza: str  # "full", "initial" (dropped word-initially) or "none"
    quotes: tuple[str, str]
    western_digits: bool
    tanwin: str  # "", "ًا" or "اً"
    shadda: bool
    final_yaa_dotless: bool
    latin_comma: bool
    en_dash: bool

    @classmethod
    def draw(cls, generator: random.Random) -> Habits:
        """Draw the habits of one sentence.

        Args:
            generator: The source of chance, so that a seed decides all.

        Returns:
            The habits drawn.
        """
        chance = generator.random
        return cls(
            hamza=generator.choices(("full", "initial", "none"), (55, 22, 23))[0],
            quotes=generator.choice(_QUOTE_PAIRS),
            western_digits=chance() < 0.7,
            tanwin=generator.choices(("", "ًا", "اً"), (60, 22, 18))[0],
            shadda=chance() < 0.08,
            final_yaa_dotless=chance() < 0.12,
            latin_comma=chance() < 0.2,
            en_dash=chance() < 0.25,
        )


def augment(sentence: TreebankSentence, generator: random.Random) -> TreebankSentence:
    """Respell a sentence; its words, tree and tags stay.

    Args:
        sentence: A sentence whose pieces are exact substrings of their tokens.
        generator: The source of chance.

    Returns:
        The copy.
    """
    habits = Habits.draw(generator)
    tokens: list[Token] = []
    quotation_open = False
    for token in sentence.tokens:
        if len(token.rows) == 1 and token.form in _QUOTES:
            opening = token.form == "«" or (token.form != "»" and not quotation_open)
            quotation_open = opening
            form = habits.quotes[0 if opening else 1]
            tokens.append(replace(token, form=form, rows=(replace(token.rows[0], form=form),)))
            continue
        rows = tuple(
            replace(row, form=_respell(row, habits, word_initial=index == 0)) for index, row in enumerate(token.rows)
        )
        tokens.append(replace(token, form="".join(row.form for row in rows), rows=rows))
    return replace(sentence, tokens=tuple(tokens), identifier=f"{sentence.identifier}.augmented")


def _respell(row: Row, habits: Habits, *, word_initial: bool) -> str:
    form = row.form
    if row.upos == "PUNCT":
        return _punctuation(form, habits)
    if habits.shadda and _SHADDA in row.vocalised:
        form = _with_shadda(form, row.vocalised)
    if habits.hamza == "none":
        form = re.sub("[أإآ]", "ا", form)
    elif habits.hamza == "initial" and word_initial:
        form = re.sub("^[أإ]", "ا", form)
    if habits.tanwin and form.endswith("ا") and re.search("ًا|اً", row.vocalised):
        form = form[:-1] + habits.tanwin
    if habits.final_yaa_dotless and len(form) > 2 and form.endswith("ي"):
        form = form[:-1] + "ى"
    return form.translate(_WESTERN_DIGITS) if habits.western_digits else form


def _punctuation(form: str, habits: Habits) -> str:
    if form in {",", "،"}:
        return "," if habits.latin_comma else "،"
    if form == "-" and habits.en_dash:
        return "–"
    return form


def _with_shadda(form: str, vocalised: str) -> str:
    """Put the shaddas of the vocalised spelling into the bare one, where the letters agree.

    >>> _with_shadda("صرح", "صَرَّحَ")
    'صرّح'
    """
    if _DIACRITICS.sub("", vocalised) != form:
        return form
    return re.sub("[\u064b-\u0650\u0652\u0670]", "", vocalised)
