"""The engine: the same parses as Stanza's pipeline gives with the bundled models, and the best trees."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsquote.parsing.bundled_engine import bundled_engine
from newsquote.parsing.engine import pieces
from newsquote.parsing.engine.run_together import WordParter
from newsquote.parsing.parser import Parser
from tests.case_files import all_cases

TEXTS = [
    *(case.text for _, case in all_cases()),
    "ا" * 59 + "." + "ب" * 59 + "-" + "ت" * 400,  # a word that Stanza takes for unreadable
    " ".join(["وقالت الوزيرة إنها ستعود إلى بيروت؟!؟!"] * 40),
    "زوروا موقعنا www.example.com/a.b?c=1 أو اكتبوا إلى someone@example.com غدا",
]


@pytest.mark.models
def test_the_engine_parses_as_the_pipeline_does_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    import stanza

    import newsquote

    for whole in ("is_whole", "and_whole"):  # names kept whole are ours alone
        monkeypatch.setattr(pieces, whole, lambda _: False)
    engine = bundled_engine()
    monkeypatch.setattr(engine, "_splitter", pieces.Splitter(engine._splitter._processor))
    monkeypatch.setattr(engine, "_parter", WordParter({}))
    plain = Parser(
        pipeline=stanza.Pipeline(
            "ar", dir=newsquote.stanza_models_dir(), package="newsquote", download_method=None, verbose=False
        )
    )
    together = list(Parser().parse_many(TEXTS))
    assert together == [plain.parse(text) for text in TEXTS]


SCORES = st.integers(2, 5).flatmap(
    lambda size: st.lists(
        st.lists(st.floats(-20, 20, width=16), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


@given(SCORES)
def test_no_tree_with_one_root_is_better_than_the_one_found(scores: list[list[float]]) -> None:
    import torch

    from newsquote.parsing.engine.spanning import best_trees

    size = len(scores)
    padding = torch.full((1, size + 2, size + 2), 99.0)
    padding[0, :size, :size] = torch.tensor(scores)
    [found] = best_trees(padding, [size])
    every = [tree for tree in product(range(size), repeat=size - 1) if _is_tree(tree)]
    assert _is_tree(tuple(found[1:]))
    assert _total(scores, tuple(found[1:])) == pytest.approx(max(_total(scores, tree) for tree in every), abs=1e-4)


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Whether each node, counted from 1, comes to the root, 0, through its head, and only one at once."""
    reached = {0}
    for _ in heads:
        reached |= {node for node, head in enumerate(heads, start=1) if head in reached}
    return len(reached) == len(heads) + 1 and heads.count(0) == 1


def _total(scores: list[list[float]], heads: tuple[int, ...]) -> float:
    return sum(scores[node][head] for node, head in enumerate(heads, start=1))
