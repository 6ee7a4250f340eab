"""From any UD v2 Arabic treebank to the one shape that the models are trained on."""

from __future__ import annotations

import re
from dataclasses import replace

from newsquote.training.conllu import Row, Token, TreebankSentence
from newsquote.training.exact_pieces import exact_pieces

_LEMMA_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670`]")


def bare_lemma(lemma: str) -> str:
    """A lemma without short vowels, shadda, sukun or tatweel; hamza stays, for it tells ``أعلن`` from ``علن``.

    Args:
        lemma: A lemma, vocalised or not.

    Returns:
        The bare lemma, or ``lemma`` itself where nothing would be left (a lone diacritic).

    >>> bare_lemma("قَال"), bare_lemma("أَعْلَن"), bare_lemma("ٱِبْن")
    ('قال', 'أعلن', 'ابن')
    """
    bare = _LEMMA_MARKS.sub("", lemma.replace("ٱ", "ا"))
    return bare or lemma


def normalise(sentence: TreebankSentence) -> TreebankSentence:
    """Exact pieces in multiword tokens, bare lemmas; XPOS was dropped in reading.

    Args:
        sentence: A sentence as the treebank has it.

    Returns:
        The sentence as the trainers are to see it.
    """
    return replace(sentence, tokens=tuple(_normalise_token(token) for token in sentence.tokens))


def _normalise_token(token: Token) -> Token:
    if len(token.rows) == 1:
        pieces: tuple[str, ...] = (token.form,)
    else:
        pieces = exact_pieces(token.form, tuple(row.form for row in token.rows))
    rows = tuple(_normalise_row(row, piece) for row, piece in zip(token.rows, pieces, strict=True))
    return replace(token, rows=rows)


def _normalise_row(row: Row, piece: str) -> Row:
    # PADT leaves the lemma of what its morphology could not analyse empty; the form is the best guess.
    lemma = row.form if row.lemma == "_" and row.form != "_" else row.lemma
    return replace(row, form=piece, lemma=bare_lemma(lemma))
