"""Stored parses: read, merged into orthographic sentences, written, read again."""

from pathlib import Path

import pytest

from newsquote.errors import InputError
from newsquote.parsing import article_from_conllu, article_to_conllu
from newsquote.syntax import Article

OFFICIAL = (Path(__file__).parent / "parses" / "official-style.conllu").read_text(encoding="utf-8")
OFFICIAL_TEXT = "للسلطة حكومتها، وقالت إنها ستدافع عنهم."


def conllu(*rows: str) -> str:
    """Rows of "form head deprel", numbered from 1, a new sentence after an empty one."""
    blocks = "\n".join(rows).split("\n\n")
    lines = []
    for block in blocks:
        for number, row in enumerate(block.split("\n"), start=1):
            form, head, deprel = row.split(" ")
            lines.append(f"{number}\t{form}\t{form}\tX\t_\t_\t{head}\t{deprel}\t_\t_")
        lines.append("")
    return "\n".join(lines)


def heads(article: Article) -> list[list[int]]:
    return [[word.head for word in sentence.words] for sentence in article.sentences]


def test_pieces_that_do_not_stand_in_the_text_get_their_share_of_the_token() -> None:
    (sentence,) = article_from_conllu(OFFICIAL_TEXT, OFFICIAL).sentences
    assert [(word.form, OFFICIAL_TEXT[word.start : word.end]) for word in sentence.words] == [
        ("ل", "ل"),
        ("السلطة", "لسلطة"),
        ("حكومة", "حكومت"),
        ("ها", "ها"),
        ("،", "،"),
        ("و", "و"),
        ("قالت", "قالت"),
        ("إن", "إن"),
        ("ها", "ها"),
        ("س", "س"),
        ("تدافع", "تدافع"),
        ("عن", "عن"),
        ("هم", "هم"),
        (".", "."),
    ]
    assert OFFICIAL_TEXT[slice(*sentence.words[3].token)] == "حكومتها"


def test_columns_become_attributes() -> None:
    (sentence,) = article_from_conllu(OFFICIAL_TEXT, OFFICIAL).sentences
    verb, clause, prepositional = (sentence.words[place] for place in (6, 10, 12))
    assert (verb.lemma, verb.upos, verb.feats["Gender"], verb.feats["Person"]) == ("قَال", "VERB", "Fem", "3")
    assert sentence.head(clause) == verb
    assert (prepositional.deprel, prepositional.relation) == ("obl:arg", "obl")
    assert verb.key == "قالت"


def test_writing_and_reading_gives_the_same_article() -> None:
    article = article_from_conllu(OFFICIAL_TEXT, OFFICIAL)
    assert article_from_conllu(OFFICIAL_TEXT, article_to_conllu(article)) == article


def test_writing_is_stable() -> None:
    written = article_to_conllu(article_from_conllu(OFFICIAL_TEXT, OFFICIAL))
    assert article_to_conllu(article_from_conllu(OFFICIAL_TEXT, written)) == written
    assert "1-2\tللسلطة\t" in written


def test_tokens_without_offsets_are_looked_for_in_the_text() -> None:
    text = "قال: نعم  نعم"
    (sentence,) = article_from_conllu(text, conllu("قال 0 root", ": 1 punct", "نعم 1 ccomp", "نعم 3 conj")).sentences
    assert [(word.start, word.end) for word in sentence.words] == [(0, 3), (3, 4), (5, 8), (10, 13)]


def test_the_sentences_inside_a_quotation_are_merged() -> None:
    text = "قال: «وصلنا. سنبقى.»"
    parse = conllu(
        "قال 0 root",
        ": 3 punct",
        "« 4 punct",
        "وصلنا 1 ccomp",
        ". 1 punct",
        "",
        "سنبقى 0 root",
        ". 1 punct",
        "» 1 punct",
    )
    article = article_from_conllu(text, parse)
    assert heads(article) == [[-1, 2, 3, 0, 0, -1, 5, 5]]
    assert [(q.outer, q.closed) for q in article.quotations] == [((5, 20), True)]


def test_a_head_in_another_sentence_makes_a_root() -> None:
    text = "وصل الوفد\nثم غادر"
    article = article_from_conllu(text, conllu("وصل 0 root", "الوفد 1 nsubj", "ثم 4 cc", "غادر 1 conj"))
    assert heads(article) == [[-1, 0], [1, -1]]
    assert article.sentences[1].words[1].deprel == "root"
    assert [sentence.paragraph for sentence in article.sentences] == [0, 1]


def test_a_form_or_lemma_of_an_underscore_is_kept() -> None:
    article = article_from_conllu("قال _", conllu("قال 0 root", "_ 1 punct"))
    assert [word.lemma for word in article.sentences[0].words] == ["قال", "_"]
    assert article_from_conllu("قال _", article_to_conllu(article)) == article


def test_a_sentence_that_was_not_parsed_has_no_words() -> None:
    article = article_from_conllu("وصل\nغادر", conllu("غادر 0 root"))
    assert [len(sentence.words) for sentence in article.sentences] == [0, 1]


@pytest.mark.parametrize(
    ("parse", "message"),
    [
        ("1\tقال\n", "line 1 of the parse has 2 fields"),
        (conllu("غاب 0 root"), "'غاب' does not stand in the text"),
        (conllu("قال x root"), "line 1 of the parse cannot be read"),
        (conllu("قال 0 root").replace("\t_\n", "\tstart_char=2|end_char=9\n"), "outside the text"),
    ],
)
def test_what_is_no_parse_of_the_text_is_refused(parse: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        article_from_conllu("قال", parse)
