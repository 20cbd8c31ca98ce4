"""What a build reads."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from reportgen.inputs import inputs
from reportgen.request import Request
from reportgen.theme.load import load_theme
from tests.small_report import small_report

SPECS = Path(__file__).parents[1] / "specs"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return small_report(tmp_path)


def test_a_build_reads_its_spec_the_bases_and_what_they_name(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    shutil.copy(spec, tmp_path / "base.yaml")
    own = tmp_path / "own" / "issue.yaml"
    own.write_text("reportgen: 1\nextends: ../base.yaml\ntheme: look.yaml\n", encoding="utf-8")
    found = inputs(Request(own, root=tmp_path))
    names = {path.relative_to(tmp_path.resolve()).as_posix() for path in found}
    assert names == {"own/issue.yaml", "base.yaml", "data/patent-survey-2024.xlsx", "own/look.yaml"}


def test_a_workbook_given_instead_is_read_instead(spec: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.xlsx"
    found = inputs(Request(spec, workbooks={"调查": other}))
    assert found == {spec.resolve(), other.resolve()}


def test_of_a_spec_that_cannot_be_read_only_itself_is_known(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("{", encoding="utf-8")
    assert inputs(Request(broken)) == {broken.resolve()}


def test_a_client_s_logo_is_read_whoever_names_it() -> None:
    briefing = SPECS / "client-briefing.yaml"
    logo = SPECS / "brand" / "client-logo.png"
    assert logo in inputs(Request(briefing))
    themed = inputs(Request(briefing, theme="brand/client-theme.yaml"))
    assert {logo, SPECS / "brand" / "client-theme.yaml"} <= themed
    assert logo not in inputs(Request(briefing, theme="plain"))


def test_the_themes_that_a_theme_extends_are_read_too(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "look").mkdir()
    (tmp_path / "look" / "own.yaml").write_text("name: own\nextends: base.yaml\n", encoding="utf-8")
    (tmp_path / "look" / "base.yaml").write_text("name: base\nextends: bulletin\n", encoding="utf-8")
    found = inputs(Request(spec, theme="look/own.yaml"))
    assert {path.name for path in found if path.parent.name == "look"} == {"own.yaml", "base.yaml"}


@pytest.mark.parametrize("chosen", ["{{ year }}.png", "｛｛ year ｝｝.png"])
def test_a_logo_that_data_choose_may_be_any_picture(spec: Path, tmp_path: Path, chosen: str) -> None:
    for name in ("a.png", "b.JPG", "c.txt"):
        (tmp_path / name).write_bytes(b"")
    themed = spec.read_text(encoding="utf-8") + f'theme: {{extends: briefing, logo: "{chosen}"}}\n'
    spec.write_text(themed, encoding="utf-8")
    assert {path.name for path in inputs(Request(spec))} >= {"a.png", "b.JPG"}
    assert "c.txt" not in {path.name for path in inputs(Request(spec))}


LOOK = """\
theme:
  extends: bulletin
  fonts: brand/fonts
  typefaces:
    acme:
      regular: {east_asian: NotoSerifSC-Regular, latin: Acme}
      bold: {east_asian: NotoSerifSC-Bold, latin: Acme}
      word: {east_asian: 宋体, latin: Acme}
"""


def below(folder: Path, found: Iterable[Path]) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in found if path.is_relative_to(folder)}


def test_the_faces_that_a_theme_names_are_read_and_the_folder_is_looked_into(spec: Path, tmp_path: Path) -> None:
    spec.write_text(spec.read_text(encoding="utf-8") + LOOK, encoding="utf-8")
    brand = (tmp_path / "brand").resolve()
    may_come = {f"fonts/{name}.ttf" for name in ("Acme", *load_theme("bulletin").face_names())}
    assert below(brand, inputs(Request(spec))) == {"fonts", *may_come}
    (brand / "fonts").mkdir(parents=True)
    for name in ("Acme.ttf", "Acme.otf", "Other.ttf"):
        (brand / "fonts" / name).write_bytes(b"")
    assert below(brand, inputs(Request(spec))) == {"fonts", "fonts/Acme.otf", *may_come}


def test_faces_outside_the_root_are_not_read(spec: Path, tmp_path: Path) -> None:
    folder = tmp_path / "project" / "brand"
    folder.mkdir(parents=True)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Acme.ttf").write_bytes(b"")
    (folder / "fonts").symlink_to(tmp_path / "fonts")
    moved = spec.rename(tmp_path / "project" / spec.name)
    text = moved.read_text(encoding="utf-8")
    for said in ("brand/fonts", "../fonts", str(tmp_path / "fonts")):
        moved.write_text(text + LOOK.replace("brand/fonts", said), encoding="utf-8")
        assert not [path for path in inputs(Request(moved)) if "fonts" in path.parts]


def test_a_face_that_data_choose_may_be_any(spec: Path, tmp_path: Path) -> None:
    for name in ("a.ttf", "b.OTF", "c.txt", "d.png"):
        (tmp_path / name).write_bytes(b"")
    look = LOOK.replace("latin: Acme}", 'latin: "{{ year }}"}')
    spec.write_text(spec.read_text(encoding="utf-8") + look, encoding="utf-8")
    names = {path.name for path in inputs(Request(spec))}
    assert names >= {"a.ttf", "b.OTF"}
    assert not names & {"c.txt", "d.png"}


def test_a_logo_is_read_also_where_data_choose_the_colours(spec: Path, tmp_path: Path) -> None:
    look = 'theme: {extends: briefing, logo: a.png, palette: ["{{ year }}"]}\n'
    spec.write_text(spec.read_text(encoding="utf-8") + look, encoding="utf-8")
    assert (tmp_path / "a.png").resolve() in inputs(Request(spec))
