"""What an evaluation returns: frozen pydantic models."""

from pydantic import BaseModel, ConfigDict
from typing_extensions import Self


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Score(_Frozen):
    """Precision, recall and F1, from 0 to 1, four decimals; and what they were counted from."""

    precision: float
    recall: float
    f1: float
    tp: int
    gold: int
    predicted: int

    @classmethod
    def of(cls, right: int, *, gold: int, predicted: int) -> Self:
        """The score of so many right ones among so many."""
        precision, recall = (right / predicted if predicted else 0.0), (right / gold if gold else 0.0)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return cls(
            precision=round(precision, 4),
            recall=round(recall, 4),
            f1=round(f1, 4),
            tp=right,
            gold=gold,
            predicted=predicted,
        )


class Recall(_Frozen):
    """The share of a type's gold quotes whose content, and whose speaker too, was found."""

    content: float
    attribution: float
    gold: int


class Report(_Frozen):
    """Every measure of an evaluation; docs/annotation.md defines them.

    Attributes:
        articles: How many gold articles.
        attribution: Content at 0.8 and the speaker right.
        content: Contents whose words overlap, intersection over union at least 0.8.
        exact: Contents that have the same words.
        overlap: Contents at least 0.5.
        anonymous: Anonymous quotes, contents at least 0.5.
        speaker_accuracy: Share of right speakers among contents at 0.8; so the next three.
        type_accuracy: Of right types.
        cue_accuracy: Of right cues.
        via_accuracy: Of right relayers.
        recall_by_type: Recall of ``direct``, ``indirect`` and ``mixed``.
        gender_gap_tracker_30: GenderGapTracker's quote extraction at 0.3.
        gender_gap_tracker_80: The same at 0.8.
        citron: Citron's exact match of all spans of a quote.
        cofenet_source: CofeNet's exact match of source spans.
        cofenet_cue: The same of cue spans.
        cofenet_content: The same of content spans.
    """

    articles: int
    attribution: Score
    content: Score
    exact: Score
    overlap: Score
    anonymous: Score
    speaker_accuracy: float
    type_accuracy: float
    cue_accuracy: float
    via_accuracy: float
    recall_by_type: dict[str, Recall]
    gender_gap_tracker_30: Score
    gender_gap_tracker_80: Score
    citron: Score
    cofenet_source: Score
    cofenet_cue: Score
    cofenet_content: Score


def share(part: int, whole: int) -> float:
    """A share with four decimals; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0
