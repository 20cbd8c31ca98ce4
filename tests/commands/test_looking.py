"""What the commands for looking around show, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportgen.cli import application
from reportgen.prose.wording import BY_NAME, EVERYDAY
from reportgen.spec.schema import json_schema
from reportgen.theme.load import themes
from tests.fonts.making import FS_RESTRICTED, own_face

SPECS = Path(__file__).parents[2] / "specs"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(application(), list(arguments))


def test_the_schema_is_json_on_standard_output() -> None:
    assert json.loads(run("schema").stdout) == json_schema()


def test_the_themes_are_listed_with_their_looks_and_own_files_too(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("name: own\nextends: bulletin\nstyles: {body: {size: 12}}\n", encoding="utf-8")
    found = run("themes", "own.yaml", "--root", str(tmp_path))
    rows = dict(line.split("\t") for line in found.stdout.splitlines())
    assert list(rows) == [*themes(), "own.yaml"]
    assert "measure 47 em" in rows["bulletin"]
    assert " 12/16.8 pt" in rows["own.yaml"]


def test_a_theme_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    found = run("themes", "absent.yaml", "--root", str(tmp_path))
    assert found.exit_code == 1
    assert "error[" in found.stderr


def test_the_faces_say_which_characters_they_lack() -> None:
    found = run("fonts", "--text", "汉A 汉")
    rows = {line.split("\t")[0]: line.split("\t")[-1] for line in found.stdout.splitlines()}
    assert rows["NotoSerifSC-Regular"] == "has all"
    assert rows["LiberationSerif-Regular"] == "lacks 汉"


def test_every_wording_is_shown_with_its_examples() -> None:
    every = run("wordings").stdout
    for wording in BY_NAME.values():
        assert wording.usage in every
        assert all(example.prints in every for example in wording.examples)
    assert "较上年提升 1.8 个百分点" in run("wordings", "较上年").stdout


def test_a_wrong_name_of_a_wording_is_wrong_usage_with_the_nearest_right_one() -> None:
    found = run("wordings", "较上")
    assert found.exit_code == 2
    assert "Did you mean 较上年?" in found.stderr
    assert "、" not in found.stderr
    assert "Did you mean 占?" in run("wordings", "比重").stderr


def test_what_people_call_a_wording_is_no_wording_itself() -> None:
    assert not set(EVERYDAY) & set(BY_NAME)
    assert set(EVERYDAY.values()) <= set(BY_NAME)


@pytest.mark.parametrize("option", [(), ("--diff",)])
def test_a_derived_spec_is_shown_with_the_places_of_its_parts(option: tuple[str, ...]) -> None:
    found = run("spec", str(SPECS / "client-briefing.yaml"), *option)
    assert found.exit_code == 0, found.stderr
    assert "client-briefing.yaml:" in found.stdout
    assert ("~ title:" in found.stdout) is bool(option)


def test_a_spec_that_is_not_there_is_a_fault() -> None:
    found = run("spec", str(SPECS / "absent.yaml"))
    assert found.exit_code == 1
    assert "error[" in found.stderr


def test_faces_of_one_s_own_are_listed_with_those_that_ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_face(tmp_path / "brand" / "Acme-Regular.ttf", family="Acme Serif", lacks="A")
    monkeypatch.chdir(tmp_path)
    for folder in ("brand", str(tmp_path / "brand")):
        found = run("fonts", folder, "--text", "AB")
        rows = dict(line.split("\t", 1) for line in found.stdout.splitlines())
        assert rows["Acme-Regular"] == "Acme Serif\t400\tlacks A"
        assert "NotoSerifSC-Regular" in rows
        assert found.exit_code == 0


def test_a_face_that_cannot_be_used_is_told_and_the_others_are_listed(tmp_path: Path) -> None:
    own_face(tmp_path / "Acme.ttf", fs_type=FS_RESTRICTED)
    own_face(tmp_path / "Best.ttf")
    found = run("fonts", str(tmp_path))
    assert found.exit_code == 1
    assert "error[fonts.embedding-forbidden]" in found.stderr
    assert "Best\tAcme Serif\t400\n" in found.stdout


def test_a_folder_of_faces_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    found = run("fonts", str(tmp_path / "nowhere"))
    assert found.exit_code == 2
    assert "usage.folder" in found.stderr


def test_a_theme_whose_face_is_not_there_is_a_fault(tmp_path: Path) -> None:
    text = (
        "name: own\nextends: bulletin\ntypefaces:\n  a:\n    regular: {east_asian: Acme, latin: Acme}\n"
        "    bold: {east_asian: Acme, latin: Acme}\n    word: {east_asian: 宋体, latin: Arial}\n"
    )
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    found = run("themes", "own.yaml", "--root", str(tmp_path))
    assert found.exit_code == 1
    assert "own.yaml:5:" in found.stderr
    assert "fonts.face-unknown" in found.stderr
