"""`load_theme`: themes that ship, themes of one's own, and what is said of a theme that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import Problem
from reportgen.errors import Faulty
from reportgen.fonts.book import face_problems
from reportgen.roles import Role
from reportgen.theme.load import load_theme, themes
from reportgen.theme.look import FacePair, Stroke
from reportgen.yaml_source import MappingNode, parse
from tests.fonts.making import FS_RESTRICTED, own_face

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "own.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def problems_of(name: str | Path, **arguments: object) -> tuple[Problem, ...]:
    with pytest.raises(Faulty) as caught:
        load_theme(name, **arguments)  # type: ignore[arg-type]  # the tests give what the signature says
    return caught.value.problems


@pytest.mark.parametrize("name", themes())
def test_a_theme_that_ships_styles_every_role(name: str) -> None:
    theme = load_theme(name)
    assert theme.name == name
    assert set(theme.styles) == set(Role)


def test_the_bulletin_keeps_the_measure_of_its_source() -> None:
    theme = load_theme("bulletin")
    body = theme.styles[Role.BODY]
    assert theme.page.measure == 47 * body.size
    assert theme.page.depth == 42 * body.leading
    assert body.leading == pytest.approx(1.6 * body.size)
    assert body.first_indent_em == 2


def test_plain_keeps_to_the_page_of_the_bulletin() -> None:
    plain, bulletin = load_theme("plain"), load_theme("bulletin")
    assert (plain.page.measure, plain.page.depth) == (bulletin.page.measure, bulletin.page.depth)


def test_the_plain_theme_has_no_colour() -> None:
    theme = load_theme("plain")
    colours = [style.colour for style in theme.styles.values()]
    strokes = [stroke for style in theme.styles.values() for stroke in (style.rule_above, style.rule_below) if stroke]
    colours += [stroke.colour for stroke in strokes]
    chart, table = theme.chart, theme.table
    colours += [*chart.palette, chart.highlight, chart.muted, chart.axis_colour, chart.grid_colour]
    colours += [table.rule_colour, table.highlight, theme.contents.leader_colour, theme.link_colour]
    colours += [theme.page.header_rule_colour]
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)


def test_a_theme_of_ones_own_takes_the_rest_from_another(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\npage: {top: 25.4mm}\n"
        'styles:\n  body: {size: 12, colour: "#aa0000"}\n  issue: {rule_below: {width: 2, colour: "112233", gap: 1}}\n'
    )
    theme, base = load_theme(path), load_theme("bulletin")
    assert theme.page.top == pytest.approx(72)
    assert theme.page.left == base.page.left
    assert theme.styles[Role.BODY].size == 12
    assert theme.styles[Role.BODY].colour == "AA0000"
    assert theme.styles[Role.BODY].leading == base.styles[Role.BODY].leading
    assert theme.styles[Role.ISSUE].rule_below == Stroke(2, "112233", 1)
    assert theme.styles[Role.TITLE] == base.styles[Role.TITLE]


def test_a_part_of_a_typeface_or_of_a_rule_may_be_said_by_itself(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\ntypefaces: {serif: {regular: {east_asian: ReportgenKai-Regular}}}\n"
        "styles:\n  issue: {rule_below: {colour: '112233'}}\n"
    )
    theme, base = load_theme(path, face_problems), load_theme("bulletin")
    own, others = theme.typefaces["serif"], base.typefaces["serif"]
    assert own.regular == FacePair("ReportgenKai-Regular", others.regular.latin)
    assert (own.bold, own.word) == (others.bold, others.word)
    below = base.styles[Role.ISSUE].rule_below
    assert below is not None
    assert theme.styles[Role.ISSUE].rule_below == Stroke(below.width, "112233", below.gap)


def test_a_typeface_or_a_rule_of_ones_own_is_said_whole(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\ntypefaces:\n  song:\n    regular: {east_asian: A}\n    bold: {latin: A}\n"
        "styles:\n  body: {rule_above: {width: 1}}\n"
    )
    found = problems_of(path)
    assert {problem.code for problem in found} == {"theme.missing-part"}
    assert {(problem.span.line if problem.span else 0, problem.en.split()[-1]) for problem in found} == {
        (5, "typefaces.song.regular.latin"),
        (6, "typefaces.song.bold.east_asian"),
        (5, "typefaces.song.word.east_asian"),
        (5, "typefaces.song.word.latin"),
        (8, "styles.body.rule_above.colour"),
        (8, "styles.body.rule_above.gap"),
    }


def test_every_problem_of_a_theme_is_told_at_its_place(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\nstyles:\n  bodi: {size: 12}\n  body: {size: wide}\n"
        "  title: {colour: '12'}\n  note: {seize: 3}\n"
    )
    found = problems_of(path)
    assert [problem.span.line if problem.span else 0 for problem in found] == [4, 5, 6, 7]
    assert "body" in found[0].hint_en
    assert "size" in found[3].hint_en


def test_a_fault_of_form_does_not_hide_a_wrong_name(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\npalette: [红色]\ncolours:\n  ink: '12'\n  line: ink\nfoo: 1\n"
        "typefaces:\n  song: 1\nstyles:\n  body:\n    typeface: song\n  note: {size: wide, colour: inky}\n"
        "logo: ../../none.png\n"
    )
    found = problems_of(path, root=path.parent)
    assert [(problem.span.line if problem.span else 0, problem.code) for problem in found] == [
        (3, "theme.unknown-colour"),
        (5, "theme.not-a-colour"),
        (7, "yaml.unknown-key"),
        (9, "yaml.wrong-shape"),
        (13, "theme.not-a-length"),
        (13, "theme.unknown-colour"),
        (14, "spec.path-outside-root"),
    ]


def test_a_wrong_key_is_told_with_all_that_may_stand_there(write: Write) -> None:
    (problem,) = problems_of(write("name: own\nextends: bulletin\npalettes: ['000000']\n"))
    assert problem.hint_en.startswith("did you mean “palette”? ")
    assert "footer" not in problem.hint_en
    own = parse("palettes: ['000000']\nrunning_heads: 甲\nfoter: 乙\n", "月报.yaml")
    assert isinstance(own, MappingNode)
    with pytest.raises(Faulty) as caught:
        load_theme("bulletin", own=own)
    found = [problem.hint_en.split("? ")[0] for problem in caught.value.problems]
    assert found == ["did you mean “palette”", "did you mean “running_head”", "did you mean “footer”"]


def test_faults_of_the_theme_that_is_extended_are_told_too(write: Write, tmp_path: Path) -> None:
    write("name: own\nextends: base.yaml\nlink_colour: inky\n")
    (tmp_path / "base.yaml").write_text("name: base\nextends: bulletin\npage: {top: wide}\n", encoding="utf-8")
    found = problems_of("own.yaml", root=tmp_path)
    assert [(str(problem.span), problem.code) for problem in found] == [
        ("base.yaml:3:13", "theme.not-a-length"),
        ("own.yaml:3:14", "theme.unknown-colour"),
    ]


def test_an_unknown_typeface_or_face_is_answered_with_the_nearest(write: Write) -> None:
    path = write(
        "name: own\nextends: bulletin\nstyles:\n  body:\n    typeface: serifs\ntypefaces:\n  kai:\n"
        "    regular: {east_asian: NotoSerifSC-Bolt, latin: A}\n    bold: {east_asian: A, latin: A}\n"
        "    word: {east_asian: 楷体, latin: Arial}\n"
    )
    found = problems_of(path, faces=face_problems)
    assert [problem.code for problem in found] == ["theme.unknown-typeface", *["fonts.face-unknown"] * 2]
    assert "serif" in found[0].hint_en
    assert "NotoSerifSC-Bold" in found[1].hint_en
    assert [str(problem.span).rpartition("own.yaml:")[2] for problem in found] == ["5:5", "8:27", "8:52"]


def test_an_unknown_theme_is_answered_with_those_at_hand() -> None:
    (found,) = problems_of("buletin")
    assert found.code == "theme.unknown"
    assert "briefing, bulletin, plain" in found.hint_en
    assert "briefing、bulletin、plain" in found.hint_zh


def test_a_theme_that_is_not_whole_says_what_it_lacks(write: Write) -> None:
    found = problems_of(write("name: own\npage: {width: 210mm}\n"))
    assert {problem.code for problem in found} == {"theme.missing-style", "theme.missing-part"}
    assert any("page.height" in problem.en for problem in found)
    assert sum(problem.code == "theme.missing-style" for problem in found) == len(Role)


def test_themes_may_not_extend_in_a_circle(write: Write) -> None:
    (found,) = problems_of(write("name: own\nextends: own.yaml\n"))
    assert found.code == "theme.extends-itself"


def test_margins_must_leave_room(write: Write) -> None:
    (found,) = problems_of(write("name: own\nextends: bulletin\npage: {left: 10cm, right: 10cm}\n"))
    assert found.code == "theme.no-room"
    assert found.span is not None
    assert found.span.line == 3


def test_a_theme_outside_the_root_is_refused(write: Write, tmp_path: Path) -> None:
    write("name: own\nextends: bulletin\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    (found,) = problems_of("../own.yaml", root=inner)
    assert found.code == "theme.outside-root"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (missing,) = problems_of(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\xff")
    (garbled,) = problems_of(tmp_path / "bytes.yaml")
    assert missing.code == garbled.code == "theme.unreadable"


def test_the_briefing_looks_another_way() -> None:
    briefing, bulletin = load_theme("briefing"), load_theme("bulletin")
    different = [role for role in Role if briefing.styles[role] != bulletin.styles[role]]
    assert len(different) > len(Role) * 0.8
    assert briefing.page.strip
    assert briefing.logo.running


def test_all_of_the_briefing_follows_the_first_colour_of_a_client_s_palette(write: Write) -> None:
    made = load_theme(write('name: own\nextends: briefing\npalette: ["AA0000", "00AA00"]\n'))
    section = made.styles[Role.SECTION]
    assert section.rule_above is not None
    followers = {made.page.strip_colour, section.colour, section.rule_above.colour, made.table.rule_colour}
    assert followers == {"AA0000"}
    shown = repr(made)
    assert all(old not in shown for old in ("24527A", "E0A030"))


def test_a_logo_is_a_path_from_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "own.yaml").write_text(
        "name: own\nextends: briefing\nlogo: a/../logo.png\n", encoding="utf-8"
    )
    (tmp_path / "sub.yaml").write_text("name: sub\nextends: brand/own.yaml\nlogo: {height: 20}\n", encoding="utf-8")
    logo = load_theme("sub.yaml", root=tmp_path).logo
    assert (logo.picture, logo.height, str(logo.span)) == ("brand/logo.png", 20, "brand/own.yaml:3:7")
    assert logo.align.value == "right"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("../logo.png", "spec.path-outside-root"),
        ("/etc/logo.png", "spec.absolute-path"),
        ("a\\b.png", "spec.backslash"),
    ],
)
def test_a_logo_stays_under_the_root(tmp_path: Path, path: str, code: str) -> None:
    (tmp_path / "own.yaml").write_text(f"name: own\nextends: briefing\nlogo: {path}\n", encoding="utf-8")
    (found,) = problems_of("own.yaml", root=tmp_path)
    assert (found.code, str(found.span)) == (code, "own.yaml:3:7")


def test_a_cover_is_one_word_or_has_keys_of_its_own(write: Write) -> None:
    assert not load_theme("briefing").cover.shown
    assert load_theme(write("name: own\nextends: briefing\ncover: true\n")).cover.shown
    made = load_theme(write("name: own\nextends: briefing\ncover: {shown: true, top: 100mm}\n")).cover
    assert (made.shown, round(made.top)) == (True, 283)


def test_words_of_a_report_do_not_stand_in_a_theme_s_file(write: Write) -> None:
    found = problems_of(write("name: own\nextends: briefing\nfooter: 甲\nrunning_head: 乙\npage: {tob: 3}\n"))
    assert [problem.code for problem in found] == ["theme.words", "theme.words", "yaml.unknown-key"]
    assert "theme: {extends: …, footer: …}" in found[0].hint_en


FONTS = """\
name: own
extends: bulletin
fonts: fonts
typefaces:
  acme:
    regular: {east_asian: NotoSerifSC-Regular, latin: Acme}
    bold: {east_asian: NotoSerifSC-Bold, latin: Acme}
    word: {east_asian: 宋体, latin: Acme Serif}
styles:
  title: {typeface: acme}
"""


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    own_face(tmp_path / "brand" / "fonts" / "Acme.ttf")
    (tmp_path / "brand" / "own.yaml").write_text(FONTS, encoding="utf-8")
    return tmp_path


def test_a_folder_of_faces_is_named_from_the_file_that_names_it(brand: Path) -> None:
    theme = load_theme("brand/own.yaml", face_problems, brand)
    assert theme.fonts == ("brand/fonts",)
    assert theme.faces(theme.styles[Role.TITLE]).latin == "Acme"


def test_a_theme_has_the_faces_of_those_that_it_extends_too_its_own_first(brand: Path) -> None:
    (brand / "more").mkdir()
    text = "name: top\nextends: brand/own.yaml\nfonts: more\n"
    (brand / "top.yaml").write_text(text, encoding="utf-8")
    assert load_theme("top.yaml", face_problems, brand).fonts == ("more", "brand/fonts")


@pytest.mark.parametrize("said", ["fonts: ''", "fonts: null", "logo: ''"])
def test_a_folder_that_is_not_said_is_none(write: Write, said: str) -> None:
    assert load_theme(write(f"name: own\nextends: bulletin\n{said}\n"), face_problems).fonts == ()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("nowhere", "spec.folder-missing"),
        ("own.yaml", "spec.path-not-a-folder"),
        ("../..", "spec.path-outside-root"),
        ("/usr/share/fonts", "spec.absolute-path"),
        ("up", "spec.path-outside-root"),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_alone_where_it_is_named(brand: Path, said: str, code: str) -> None:
    (brand / "brand" / "up").symlink_to(brand.parent)
    text = FONTS.replace("fonts: fonts", f"fonts: {said}")
    (brand / "brand" / "own.yaml").write_text(text, encoding="utf-8")
    found = problems_of("brand/own.yaml", faces=face_problems, root=brand)
    assert [(problem.code, str(problem.span)) for problem in found] == [(code, "brand/own.yaml:3:8")]
    assert load_theme("brand/own.yaml", None, brand).name == "own"


def test_what_is_wrong_with_a_face_is_told_where_it_is_first_named(brand: Path) -> None:
    own_face(brand / "brand" / "fonts" / "Acme.ttf", fs_type=FS_RESTRICTED)
    found = problems_of("brand/own.yaml", faces=face_problems, root=brand)
    assert [(p.code, str(p.span)) for p in found] == [("fonts.embedding-forbidden", "brand/own.yaml:6:55")]
