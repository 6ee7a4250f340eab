"""Step ``prepare``: a UD treebank into the files that Stanza's trainers read."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from newsquote.training.augment import augment
from newsquote.training.conllu import TreebankSentence, read_conllu, write_conllu
from newsquote.training.normalise import normalise

_FINAL = frozenset(".؟!")
_CLOSING = frozenset('"»”)')


def prepare_section(sources: Iterable[Path], target: Path, *, augmented_copies: int, seed: int) -> None:
    """Normalise one section of one or more treebanks, augment it, and write it for every trainer.

    Args:
        sources: The CoNLL-U files; one named twice weighs twice.
        target: The CoNLL-U file to write; ``.txt``, ``.labels`` and ``.mwt.json`` for the tokenizer go beside it.
        augmented_copies: How many respelt copies follow the original; 0 for dev and test.
        seed: Decides the respelling and the paragraphs.
    """
    generator = random.Random(seed)
    original: list[TreebankSentence] = []
    for source in sources:
        treebank = [normalise(sentence) for sentence in read_conllu(source)]
        marked = any(sentence.new_paragraph for sentence in treebank[1:])
        original += treebank if marked else with_paragraphs(treebank, generator)
    sentences = list(original)
    for _ in range(augmented_copies):
        sentences += [augment(sentence, generator) for sentence in original]
    write_section(sentences, target)


def write_section(sentences: list[TreebankSentence], target: Path) -> None:
    """Write sentences as CoNLL-U with the tokenizer's text, labels and contractions beside it.

    Args:
        sentences: What to write.
        target: The CoNLL-U file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    text, labels = tokenizer_text(sentences)
    target.with_suffix(".txt").write_text(text, encoding="utf-8")
    target.with_suffix(".labels").write_text(labels, encoding="utf-8")
    contractions = Counter(
        (token.form, tuple(row.form for row in token.rows))
        for sentence in sentences
        for token in sentence.tokens
        if len(token.rows) > 1
    )
    target.with_suffix(".mwt.json").write_text(
        json.dumps(list(contractions.items()), ensure_ascii=False), encoding="utf-8"
    )
    # Last, for its presence says that the section is done.
    write_conllu(target, sentences)


def with_paragraphs(sentences: list[TreebankSentence], generator: random.Random) -> list[TreebankSentence]:
    """Set paragraph breaks where a treebank has none.

    A sentence without final punctuation (a headline, a dateline) always ends its paragraph: no tokenizer could see its
    end otherwise. Else one to four sentences make a paragraph, as in news.

    Args:
        sentences: The sentences of a section.
        generator: The source of chance.

    Returns:
        The same sentences with ``new_paragraph`` set.
    """
    result, left, closed = [], 0, False
    for sentence in sentences:
        starts = left <= 0 or not closed or sentence.new_paragraph
        if starts:
            left = generator.choice((1, 1, 2, 3, 4))
        left -= 1
        result.append(replace(sentence, new_paragraph=starts))
        closed = ends_with_final_punctuation(sentence.text)
    return result


def ends_with_final_punctuation(text: str) -> bool:
    """Whether a text ends in a full stop, ``؟`` or ``!``, a closing quotation mark or bracket after it or not.

    >>> ends_with_final_punctuation('قال: "نعم."'), ends_with_final_punctuation("القاهرة")
    (True, False)
    """
    return bool(text) and (text[-1] in _FINAL or (text[-1] in _CLOSING and text[-2:-1] in _FINAL))


def paragraphs(sentences: Iterable[TreebankSentence]) -> list[list[TreebankSentence]]:
    """Group sentences by paragraph.

    Args:
        sentences: Sentences with ``new_paragraph`` set.

    Returns:
        One list a paragraph.
    """
    groups: list[list[TreebankSentence]] = []
    for sentence in sentences:
        if sentence.new_paragraph or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def raw_text(sentences: Iterable[TreebankSentence]) -> str:
    """The running text of sentences, a blank line between paragraphs.

    Args:
        sentences: Sentences with ``new_paragraph`` set.

    Returns:
        What the tokenizer is given, at training and at test.
    """
    return "\n\n".join(" ".join(sentence.text for sentence in group) for group in paragraphs(sentences)) + "\n\n"


def tokenizer_text(sentences: Iterable[TreebankSentence]) -> tuple[str, str]:
    """Running text with one label a character, as ``stanza.models.tokenizer`` wants it.

    Args:
        sentences: Sentences with ``new_paragraph`` set.

    Returns:
        The text, and labels of the same length: 1 ends a token, 2 a sentence, 3 a multiword token, 4 both.
    """
    text, labels = [], []
    for group in paragraphs(sentences):
        text.append(" ".join(sentence.text for sentence in group))
        labels.append("0".join(_sentence_labels(sentence) for sentence in group))
    return "\n\n".join(text) + "\n\n", "\n\n".join(labels) + "\n\n"


def _sentence_labels(sentence: TreebankSentence) -> str:
    pieces = []
    last = len(sentence.tokens) - 1
    for index, token in enumerate(sentence.tokens):
        label = (3 if len(token.rows) > 1 else 1) + (1 if index == last else 0)
        space = "0" if token.space_after and index < last else ""
        pieces.append("0" * (len(token.form) - 1) + str(label) + space)
    return "".join(pieces)
