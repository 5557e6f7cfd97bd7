"""What numbers are taken to mean: differences that are real are found, chance is not taken for knowledge."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing import findings
from publishing.findings import VIEWED, WATCHED, Observed


def posts(reached: dict[str, list[float]], trait: str = "opening", measure: str = WATCHED) -> list[Observed]:
    rows = [(value, share) for value, shares in reached.items() for share in shares]
    return [
        Observed(number, {trait: value, "shape": "9:16"}, {measure: share})
        for number, (value, share) in enumerate(rows)
    ]


def test_a_clear_difference_is_found_and_says_what_it_rests_on() -> None:
    told = posts(
        {
            "line": [0.61, 0.66, 0.63, 0.70, 0.64, 0.68],
            "narration": [0.41, 0.45, 0.43, 0.38, 0.44, 0.47],
        }
    )

    (best,) = findings.found(told)

    assert best.key == "opening:line"
    assert best.evidence["films_with"] == best.evidence["films_without"] == 6
    assert best.evidence["with"] == pytest.approx(0.65)
    assert best.posts == (0, 1, 2, 3, 4, 5)
    words = findings.sentence(best.key, best.evidence)
    assert words == (
        "Films that open with somebody speaking are watched for 65 % of their length on average, "
        "the others for 44 % (6 and 6 films)."
    )


def test_two_films_on_a_side_teach_nothing() -> None:
    assert not findings.found(posts({"line": [0.9, 0.95], "narration": [0.1, 0.12, 0.11, 0.1]}))


def test_a_small_difference_is_not_worth_a_sentence() -> None:
    told = posts({"line": [0.500 + n / 10_000 for n in range(8)], "narration": [0.480 + n / 10_000 for n in range(8)]})

    assert not findings.found(told)


def test_chance_is_seldom_taken_for_knowledge() -> None:
    found = 0
    for seed in range(40):
        dice = random.Random(seed)
        found += bool(
            findings.found(
                posts(
                    {
                        "line": [dice.uniform(0.2, 0.8) for _ in range(6)],
                        "narration": [dice.uniform(0.2, 0.8) for _ in range(6)],
                    }
                )
            )
        )

    # One in ten is what is allowed; of forty, eight would be twice that.
    assert found <= 8


def test_of_one_trait_only_the_surest_is_told() -> None:
    told = posts({"fast": [0.7 + n / 100 for n in range(7)], "slow": [0.3 + n / 100 for n in range(7)]}, "cutting")

    assert [each.key for each in findings.found(told)] == ["cutting:fast"]


def test_views_are_told_against_what_is_usual() -> None:
    told = posts({"evening": [1.6, 1.8, 1.7, 1.9, 1.75], "morning": [0.6, 0.7, 0.5, 0.65, 0.62]}, "time", VIEWED)

    (best,) = findings.found(told)

    assert findings.sentence(best.key, best.evidence).startswith("Films published in the evening reach 175 %")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy"), st.floats(0, 2)), max_size=14),
)
def test_any_numbers_can_be_looked_at(rows: list[tuple[str, str, float]]) -> None:
    told = [
        Observed(number, {"style": style, "genre": genre}, {WATCHED: share, VIEWED: share * 2})
        for number, (style, genre, share) in enumerate(rows)
    ]

    for each in findings.found(told):
        assert 0 < each.chance <= 1
        assert findings.sentence(each.key, each.evidence)
