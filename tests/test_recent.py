"""Results remembered: computed once while they are asked for, forgotten when they are not, never wrong."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from newsquote.parsing.engine.recent import Recent


class Doubler:
    """Doubles numbers, and knows which it was asked to."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: Sequence[int]) -> list[int]:
        self.asked += numbers
        return [2 * number for number in numbers]


def test_a_result_asked_for_again_is_not_computed_again() -> None:
    doubler = Doubler()
    recent = Recent(doubler, most=4)
    for numbers in ([1, 2, 2], [2, 3], [1, 3]):
        recent(numbers)
    assert doubler.asked == [1, 2, 3]


def test_the_result_asked_for_longest_ago_is_forgotten() -> None:
    doubler = Doubler()
    recent = Recent(doubler, most=2)
    for numbers in ([1], [2], [1], [3], [1], [2]):
        recent(numbers)
    assert doubler.asked == [1, 2, 3, 2]


@given(st.lists(st.lists(st.integers(0, 9))), st.integers(0, 9))
def test_no_more_is_held_than_allowed_but_all_that_one_call_asks_for(calls: list[list[int]], most: int) -> None:
    recent = Recent(Doubler(), most=most)
    for numbers in calls:
        found = recent(numbers)
        assert {number: found[number] for number in numbers} == {number: 2 * number for number in numbers}
        assert len(found) <= max(most, len(set(numbers)))
