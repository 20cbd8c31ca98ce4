"""Files that content names: found from the file that names them, read where they are articles, kept under the root."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import Faulty
from reportgen.spec.files import pictures_of
from reportgen.spec.load import load_spec

BODY = """\
reportgen: 1
title: 月报
sections:
  - section: 甲
    body:
      - article: 乙
        body:
          - heading: 丙
            body:
              - image: pictures/a.png
                caption: 图
          - choose:
              - when: 1 < 2
                include: articles/b.md
              - else:
                  - image: ../c.png
                    alt: 图
  - section: 丁
    body:
      - include: articles/b.md
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a root with a spec in a folder of its own."""
    (tmp_path / "specs" / "articles").mkdir(parents=True)
    (tmp_path / "specs" / "a.yaml").write_text(BODY, encoding="utf-8")
    (tmp_path / "specs" / "articles" / "b.md").write_bytes("\ufeff# 题\r\n\r\n正文\r\n".encode())
    return tmp_path


def test_paths_are_relative_to_the_file_and_said_from_the_root(project: Path) -> None:
    spec = load_spec(project / "specs" / "a.yaml", project)
    assert [path for path, _ in pictures_of(spec)] == ["specs/pictures/a.png", "c.png"]
    assert [span.line for _, span in pictures_of(spec)] == [10, 16]


def test_an_article_is_read_once_and_knows_its_places(project: Path) -> None:
    spec = load_spec(project / "specs" / "a.yaml", project)
    assert list(spec.articles) == ["specs/articles/b.md"]
    article = spec.articles["specs/articles/b.md"]
    assert article.text == "# 题\n\n正文\n"
    place = article.at(article.text.index("正文"))
    assert (place.file, place.line, place.column) == ("specs/articles/b.md", 3, 1)


def test_a_base_names_files_beside_itself(project: Path) -> None:
    (project / "overlay.yaml").write_text("extends: specs/a.yaml\ntitle: 简报\n", encoding="utf-8")
    spec = load_spec(project / "overlay.yaml", project)
    assert [path for path, _ in pictures_of(spec)] == ["specs/pictures/a.png", "c.png"]
    assert list(spec.articles) == ["specs/articles/b.md"]


def codes(spec: Path, root: Path) -> list[tuple[str, int]]:
    with pytest.raises(Faulty) as caught:
        load_spec(spec, root)
    return [(problem.code, problem.span.line if problem.span else 0) for problem in caught.value.problems]


def test_paths_that_leave_the_root_are_told_together_with_other_faults(project: Path) -> None:
    spec = project / "specs" / "a.yaml"
    spec.write_text(
        BODY.replace("pictures/a.png", "/etc/a.png").replace("section: 丁", "sektion: 丁"), encoding="utf-8"
    )
    found = codes(spec, project / "specs")
    assert ("spec.absolute-path", 10) in found
    assert ("spec.path-outside-root", 16) in found
    assert len(found) > 2


def test_a_link_that_leads_outside_is_outside(project: Path) -> None:
    (project / "outside.md").write_text("外", encoding="utf-8")
    article = project / "specs" / "articles" / "b.md"
    article.unlink()
    article.symlink_to(project / "outside.md")
    found = codes(project / "specs" / "a.yaml", project / "specs")
    assert found.count(("spec.path-outside-root", 20)) == 1


def test_an_article_that_cannot_be_read_is_told_where_it_is_named(project: Path) -> None:
    article = project / "specs" / "articles" / "b.md"
    article.write_bytes("题".encode("gb18030"))
    assert codes(project / "specs" / "a.yaml", project) == [("yaml.not-utf8", 1)]
    article.unlink()
    assert codes(project / "specs" / "a.yaml", project) == [("yaml.unreadable", 14), ("yaml.unreadable", 20)]
    with article.open("wb") as stream:
        stream.truncate(2_000_000)
    assert codes(project / "specs" / "a.yaml", project)[0][0] == "yaml.too-large"
