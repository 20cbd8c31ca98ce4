"""What is wrong in one place is told in the same run as what is wrong in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.pipeline import compose
from reportgen.request import Request
from tests.small_report import small_report


def told(spec: Path) -> list[str]:
    """Return line and code of each error of a spec."""
    try:
        found = compose(Request(spec)).problems
    except Faulty as faulty:
        found = faulty.problems
    return [f"{problem.span.line if problem.span else 0} {problem.code}" for problem in found if problem.fatal]


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        ("image: 图.png", ["12 picture.unreadable", "12 spec.image-without-words"]),
        ("image: ../../图.png", ["12 spec.image-without-words", "12 spec.path-outside-root"]),
        ("image: {甲: 乙}", ["12 yaml.wrong-shape"]),
        ("include: 文.md\n    colour: red", ["12 yaml.unreadable", "13 yaml.unknown-key"]),
        (
            "heading: 一\n    numbered: 是\n    body: [{image: 图.png}]",
            ["13 yaml.not-a-switch", "14 picture.unreadable", "14 spec.image-without-words"],
        ),
    ],
)
def test_a_file_that_is_missing_and_the_block_that_names_it(tmp_path: Path, block: str, codes: list[str]) -> None:
    spec = small_report(tmp_path)
    text = spec.read_text(encoding="utf-8")
    spec.write_text(f"{text}  - {block}\n  - text: '{{{{ 研发获取 | 较上 }}}}'\n", encoding="utf-8")
    *found, expression = told(spec)
    assert (found, expression.split()[1]) == (codes, "prose.unknown-wording")
