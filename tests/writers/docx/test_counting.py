"""Word's count of a list's paragraphs, by the examples of what an editor sees."""

from __future__ import annotations

from reportgen.writers.docx.counting import Counters


def counted(*steps: tuple[int, int], starts: dict[int, dict[int, int]] | None = None) -> list[int]:
    """Return the numbers of paragraphs given as (instance, level)."""
    counters = Counters()
    return [counters.step(instance, level, (starts or {}).get(instance, {})) for instance, level in steps]


def test_a_level_counts_on() -> None:
    assert counted((1, 0), (1, 0), (1, 0)) == [1, 2, 3]


def test_a_deeper_level_starts_again_below_each_of_the_outer() -> None:
    assert counted((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == [1, 1, 2, 2, 1]


def test_an_outer_level_that_is_skipped_does_not_matter() -> None:
    assert counted((1, 2), (1, 2), (1, 0), (1, 2)) == [1, 2, 1, 1]


def test_instances_of_one_list_go_on_from_one_another() -> None:
    assert counted((1, 0), (2, 0), (1, 0)) == [1, 2, 3]


def test_an_override_sets_the_count_when_it_is_first_used() -> None:
    assert counted((1, 0), (2, 0), (2, 0), starts={2: {0: 7}}) == [1, 7, 8]


def test_an_override_is_where_its_level_starts_again() -> None:
    assert counted((2, 0), (2, 1), (2, 0), (2, 1), starts={2: {1: 4}}) == [1, 4, 2, 4]
