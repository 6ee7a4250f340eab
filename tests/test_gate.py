"""The gate: a sentence without a tree is one that needs none."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsquote.extractor import contexts, quotes
from newsquote.gate import may_attribute, need_trees
from newsquote.lexicon import default_lexicon
from newsquote.syntax import Article, Sentence
from tests.case_files import all_cases, parsed

TEXTS = [case.text for _, case in all_cases()]


def shut_out(article: Article) -> Iterator[Sentence]:
    tagged = [([word.form for word in each.words], [word.upos for word in each.words]) for each in article.sentences]
    return (sentence for sentence, needs in zip(article.sentences, need_trees(tagged), strict=True) if not needs)


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_with_a_cue_passes(text: str) -> None:
    article = parsed(text)
    shut = {id(sentence) for sentence in shut_out(article)}
    assert not [c.cues for c in contexts(article, default_lexicon()) if id(c.sentence) in shut and c.cues]


def test_quotes_are_the_same_without_the_trees_of_the_others() -> None:
    shut = 0
    for text in TEXTS:
        article = parsed(text)
        without = {
            id(sentence): replace(sentence, words=tuple(replace(word, head=-1, deprel="") for word in sentence.words))
            for sentence in shut_out(article)
        }
        shut += len(without)
        bare = replace(article, sentences=tuple(without.get(id(each), each) for each in article.sentences))
        assert quotes(bare, default_lexicon()) == quotes(article, default_lexicon())
    assert shut > 20


@pytest.mark.parametrize(
    ("forms", "tags", "passes"),
    [
        (["قال", "الوزير"], ["VERB", "NOUN"], True),
        (["قال", "الوزير"], ["NOUN", "NOUN"], False),
        (["قال", "الوزير", "ان", "نعم"], ["NOUN", "NOUN", "SCONJ", "PART"], True),
        (["وفقا", "ل", "الوزارة"], ["ADV", "ADP", "NOUN"], True),
        (["عاد", "الوزير", "."], ["VERB", "NOUN", "PUNCT"], False),
        ([], [], False),
    ],
)
def test_what_passes(forms: list[str], tags: list[str], passes: bool) -> None:
    assert may_attribute(forms, tags) is passes


def test_what_stands_before_the_first_attribution_passes_too() -> None:
    said, silent = (["قال", "نعم"], ["VERB", "PART"]), (["عاد", "الوزير"], ["VERB", "NOUN"])
    assert need_trees([silent, silent, said, silent, said]) == [True, True, True, False, True]
    assert need_trees([silent, silent]) == [False, False]
