"""From a batch file to its jobs, and what is wrong with it, told before anything runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.batch.job import Batch
from reportgen.batch.listing import load_batch
from reportgen.diagnostics import in_order
from reportgen.errors import Faulty
from tests.batch.making import BATCH, SPEC, project, workbook


def load(path: Path, given: dict[str, str] | None = None, environment: dict[str, str] | None = None) -> Batch:
    return load_batch(path, None, given or {}, {}, environment or {}, None)


def listed(tmp_path: Path, batch: str, **given: str) -> list[tuple[str, dict[str, str]]]:
    found = load(project(tmp_path, batch=f"batch: 1\nspec: briefing.yaml\n{batch}"), given)
    return [(job.name, dict(job.parameters)) for job in found.jobs]


def refused(tmp_path: Path, batch: str, spec: str = SPEC) -> list[str]:
    """Return the problems as code, place in the batch file and cell."""
    path = project(tmp_path, batch=f"batch: 1\nspec: briefing.yaml\n{batch}", spec=spec)
    with pytest.raises(Faulty) as caught:
        load(path)
    return [f"{problem.code} {problem.span} {problem.cell or ''}".strip() for problem in caught.value.problems]


def test_each_row_of_a_list_is_a_job_with_its_cell(tmp_path: Path) -> None:
    found = load(project(tmp_path))
    assert [job.name for job in found.jobs] == ["甲-2024", "乙-2024", "丙-2024"]
    assert str(found.jobs[1].cell) == "data/clients.xlsx!名单!A3"
    assert [job.number for job in found.jobs] == [1, 2, 3]


def test_a_matrix_is_multiplied_and_rows_by_it(tmp_path: Path) -> None:
    batch = "rows: {from: data/clients.xlsx!名单, params: {client: client}}\nmatrix: {year: [2023, 2024]}\n"
    assert [name for name, _ in listed(tmp_path, batch)] == [
        *("甲-2023", "甲-2024", "乙-2023", "乙-2024", "丙-2023", "丙-2024")
    ]


def test_exclusions_take_out_and_inclusions_add(tmp_path: Path) -> None:
    batch = (
        "matrix: {client: [甲, 乙], year: [2023, 2024]}\n"
        "exclude: [{client: 甲, year: 2023}]\n"
        "include: [{client: 丙, focus: 专利}]\n"
        "params: {focus: 商标}\n"
    )
    assert listed(tmp_path, batch) == [
        ("甲-2024", {"focus": "商标", "client": "甲", "year": "2024"}),
        ("乙-2023", {"focus": "商标", "client": "乙", "year": "2023"}),
        ("乙-2024", {"focus": "商标", "client": "乙", "year": "2024"}),
        ("丙-2024", {"focus": "专利", "client": "丙"}),
    ]


def test_the_command_line_goes_before_the_file(tmp_path: Path) -> None:
    assert listed(tmp_path, "matrix: {client: [甲]}\nparams: {year: 2023}\n", year="2024")[0][0] == "甲-2024"


def typed(tmp_path: Path, batch: str, **given: str) -> list[tuple[str, str, str]]:
    """Return what is wrong with a batch that is given parameters: code, place and cell, and words."""
    path = project(tmp_path, batch=f"batch: 1\nspec: briefing.yaml\n{batch}", clients=[f"户{n}" for n in range(1, 12)])
    with pytest.raises(Faulty) as caught:
        load(path, given)
    return [(p.code, f"{p.span} {p.cell}", p.en) for p in in_order(caught.value.problems)]


def test_a_typed_parameter_that_is_wrong_is_told_as_typed(tmp_path: Path) -> None:
    rows = "rows: data/clients.xlsx!名单\n"
    assert typed(tmp_path, rows, nope="1") == [
        ("spec.unknown-parameter", "None None", "-p nope=…: there is no parameter “nope”")
    ]
    assert typed(tmp_path, rows, year="abc") == [
        ("spec.not-a-value", "None None", "-p year=…: the parameter “year” wants a year, not “abc”")
    ]


def test_a_typed_parameter_that_is_wrong_is_told_beside_a_wrong_list(tmp_path: Path) -> None:
    codes = [code for code, *_ in typed(tmp_path, "rows: data/clients.xlsx!册\n", nope="1", year="abc")]
    assert codes == ["data.no-such-place", "spec.not-a-value", "spec.unknown-parameter"]


def test_a_typed_parameter_that_makes_jobs_alike_is_told_once(tmp_path: Path) -> None:
    rows = "rows: data/clients.xlsx!名单\n"
    told = "-p client=同 stands in place of what each job has of its own, so that jobs would be written over another's"
    words = f"{told} output (10, such as '同-2024')"
    assert typed(tmp_path, rows, client="同") == [("batch.typed-over", "None None", words)]


def test_rows_that_stand_twice_are_told_in_their_order_also_below_a_typed_parameter(tmp_path: Path) -> None:
    path = project(tmp_path)
    clients = [f"户{n}" for n in range(1, 10)]
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client"], *([name] for name in (*clients, "户1", "户2"))])
    workbook(tmp_path / "data" / "more.xlsx", "名单", [["client"], ["甲"], *(["甲"] for _ in range(10))])
    for named, given, rows in (("clients", {}, [11, 12]), ("more", {"client": "乙"}, [*range(3, 13)])):
        path.write_text(f"batch: 1\nspec: briefing.yaml\nrows: data/{named}.xlsx!名单\n", encoding="utf-8")
        with pytest.raises(Faulty) as caught:
            load(path, given)
        problems = in_order(caught.value.problems)
        assert {problem.code for problem in problems} == {"batch.same-job"}
        if not given:
            assert [problem.cell and problem.cell.cell for problem in problems] == [f"A{row}" for row in rows]
        assert len(problems) == len(rows)


def test_a_blank_cell_leaves_the_default(tmp_path: Path) -> None:
    path = project(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "专利"], ["乙", None]])
    assert [dict(job.parameters) for job in load(path).jobs] == [{"client": "甲", "focus": "专利"}, {"client": "乙"}]


def test_a_workbook_of_a_job_is_named_by_its_parameters(tmp_path: Path) -> None:
    path = project(tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + 'workbooks: {数据: "data/{client}.xlsx"}\n', encoding="utf-8")
    assert [job.workbooks["数据"].name for job in load(path).jobs] == ["甲.xlsx", "乙.xlsx", "丙.xlsx"]


def test_a_parameter_may_come_from_the_environment(tmp_path: Path) -> None:
    path = project(tmp_path, batch="batch: 1\nspec: briefing.yaml\nmatrix: {year: [2023, 2024]}\n")
    found = load(path, environment={"REPORTGEN_PARAM_CLIENT": "丁"})
    assert [job.name for job in found.jobs] == ["丁-2023", "丁-2024"]


def test_a_name_that_only_data_tell_is_not_known_yet(tmp_path: Path) -> None:
    spec = SPEC.replace('"{{ client }}-{{ year }}"', '"{{ client }}-{{ 客户量 }}"')
    found = load(project(tmp_path, spec=spec))
    assert [job.name for job in found.jobs] == ["", "", ""]
    assert found.jobs[0].title == "#1 client=甲"


@pytest.mark.parametrize(
    ("batch", "told"),
    [
        ("", ["batch.no-jobs clients.yaml:2:7"]),
        ("rows: data/clients.xlsx!名单\nmatrx: {a: [1]}\n", ["yaml.unknown-key clients.yaml:4:1"]),
        ("matrix: {client: [甲], yaer: [2024]}\n", ["batch.unknown-parameter clients.yaml:3:30"]),
        ("matrix: {client: [甲], year: [去年]}\n", ["spec.not-a-value clients.yaml:3:30"]),
        ("matrix: {client: [甲], focus: [著作]}\n", ["spec.not-an-option clients.yaml:3:31"]),
        ("matrix: {year: [2023, 2024]}\n", ["spec.parameter-needed clients.yaml:3:9"]),
        ("matrix: {client: [甲, 乙, 甲]}\n", ["batch.same-job clients.yaml:3:9"]),
        ("matrix: {client: [甲], focus: [商标, 专利]}\n", ["batch.same-name clients.yaml:3:9"]),
        ("matrix: {client: [甲]}\nexclude: [{client: 乙}]\n", ["batch.excludes-nothing clients.yaml:4:20"]),
        ("matrix: {client: [甲]}\nexclude: [{client: 甲}]\n", ["batch.all-excluded clients.yaml:4:10"]),
        (
            "rows: {from: data/clients.xlsx!名单, params: {client: 名称}}\n",
            ["batch.no-column clients.yaml:3:53 data/clients.xlsx!名单!A2"],
        ),
        ("rows: clients!名单\n", ["batch.no-file-in-address clients.yaml:3:7"]),
        ("rows: data/absent.xlsx!名单\n", ["data.no-file clients.yaml:3:7"]),
        ("rows: data/clients.xlsx!名册\n", ["data.no-such-place clients.yaml:3:7"]),
        ("rows: data/figures.xlsx!登记量\n", ["batch.no-column-is-a-parameter clients.yaml:3:7"]),
        (
            'matrix: {client: [甲]}\nworkbooks: {数据: "data/{clnt}.xlsx"}\n',
            ["batch.bad-template clients.yaml:4:17"],
        ),
        ("matrix: {client: [甲]}\nlimit: 0\n", ["yaml.out-of-range clients.yaml:4:8"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, batch: str, told: list[str]) -> None:
    assert refused(tmp_path, batch) == told


def test_a_wrong_value_is_told_at_its_own_place_whatever_it_is_called(tmp_path: Path) -> None:
    batch = "params: {client: 甲}\nmatrix: {focus: [client]}\n"
    assert refused(tmp_path, batch) == ["spec.not-an-option clients.yaml:4:18"]


def test_a_wrong_value_is_told_beside_a_wrong_list(tmp_path: Path) -> None:
    batch = (
        "rows: {from: data/clients.xlsx!名单, params: {client: 客户, focus: 关注, colour: client}}\n"
        "params: {year: 24年}\nmatrix: {focus: [版权]}\ninclude: [{client: 丁, year: 二四}]\n"
    )
    assert refused(tmp_path, batch) == [
        "batch.no-column clients.yaml:3:53 data/clients.xlsx!名单!A2",
        "batch.no-column clients.yaml:3:64 data/clients.xlsx!名单!A2",
        "batch.unknown-parameter clients.yaml:3:76",
        "spec.not-a-value clients.yaml:4:16",
        "spec.not-an-option clients.yaml:5:18",
        "spec.not-a-value clients.yaml:6:29",
    ]


def test_everything_that_can_be_known_is_told_in_one_run(tmp_path: Path) -> None:
    batch = (
        "matrix: {client: [甲, 甲], focs: [商标]}\nparams: {year: 24年}\n"
        'workbooks: {数据: "data/{clint}.xlsx", 无: x.xlsx}\n'
        "theme: nowhere\nformat: html\nlimit: 0\non_failure: tell 'them\nstrikt: true\n"
    )
    assert refused(tmp_path, batch) == [
        "batch.same-parameters clients.yaml:3:9",
        "batch.unknown-parameter clients.yaml:3:33",
        "spec.not-a-value clients.yaml:4:16",
        "batch.bad-template clients.yaml:5:17",
        "batch.unknown-workbook clients.yaml:5:41",
        "theme.unknown clients.yaml:6:8",
        "yaml.not-a-choice clients.yaml:7:9",
        "yaml.out-of-range clients.yaml:8:8",
        "batch.bad-command clients.yaml:9:13",
        "yaml.unknown-key clients.yaml:10:1",
    ]


def test_two_equal_jobs_are_told_beside_a_wrong_value(tmp_path: Path) -> None:
    assert refused(tmp_path, "matrix: {client: [甲, 甲]}\nparams: {year: 24年}\n") == [
        "batch.same-parameters clients.yaml:3:9",
        "spec.not-a-value clients.yaml:4:16",
    ]


def test_what_a_key_at_fault_would_have_given_is_not_missed(tmp_path: Path) -> None:
    batch = "matrix: {client: {a: 甲}}\nexclude: [{client: 甲}]\nparams: {year: 24年}\n"
    assert refused(tmp_path, batch) == ["yaml.wrong-shape clients.yaml:3:18"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}\n", [("yaml.missing-key", 1), ("yaml.missing-key", 1)]),
        ("matrix: {client: [甲]}\nlimit: 0\nbatch: 1\n", [("yaml.missing-key", 1), ("yaml.out-of-range", 2)]),
        ("batch: 2\nspec: briefing.yaml\nlimit: 0\n", [("yaml.not-a-choice", 1), ("yaml.out-of-range", 3)]),
        ("- a\n", [("yaml.wrong-shape", 1)]),
    ],
)
def test_a_file_that_is_hardly_one_is_told_by_its_form(tmp_path: Path, text: str, told: list[tuple[str, int]]) -> None:
    with pytest.raises(Faulty) as caught:
        load(project(tmp_path, batch=text))
    found = [(problem.code, problem.span and problem.span.line) for problem in caught.value.problems]
    assert found == told


def test_faults_of_one_key_after_another_are_told_in_one_run(tmp_path: Path) -> None:
    batch = "matrix: {client: []}\nexclude: [{}]\nformat: []\non_success: []\n"
    assert refused(tmp_path, batch) == [
        "batch.no-values clients.yaml:3:10",
        "batch.empty-entry clients.yaml:4:10",
        "batch.empty-entry clients.yaml:5:9",
        "batch.no-command clients.yaml:6:13",
    ]


def test_a_wrong_spec_is_told_beside_a_wrong_key(tmp_path: Path) -> None:
    assert refused(tmp_path, "matrix: {client: [甲]}\nlimit: 0\n", SPEC + "colour: red\n") == [
        "yaml.unknown-key briefing.yaml:18:1",
        "yaml.out-of-range clients.yaml:4:8",
    ]


def test_a_wrong_cell_is_told_beside_a_wrong_name(tmp_path: Path) -> None:
    path = project(
        tmp_path, batch="batch: 1\nspec: briefing.yaml\nrows: data/clients.xlsx!名单\nparams: {colour: red}\n"
    )
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "商标"], ["乙", "版权"]])
    with pytest.raises(Faulty) as caught:
        load(path)
    assert [f"{problem.code} {problem.cell or ''}".strip() for problem in caught.value.problems] == [
        "spec.not-an-option data/clients.xlsx!名单!B3",
        "batch.unknown-parameter",
    ]


def test_a_field_of_a_path_takes_what_its_parameter_takes(tmp_path: Path) -> None:
    batch = 'rows: data/clients.xlsx!名单\nworkbooks: {数据: "data/{focus}-{year}.xlsx"}\n'
    path = project(tmp_path, batch=f"batch: 1\nspec: briefing.yaml\n{batch}")
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "专利"], ["乙", None]])
    found = load(path, environment={"REPORTGEN_PARAM_YEAR": "2023"})
    assert [job.workbooks["数据"].name for job in found.jobs] == ["专利-2023.xlsx", "商标-2023.xlsx"]


def test_a_field_of_a_path_that_only_data_tell_is_told_once_where_it_is_written(tmp_path: Path) -> None:
    spec = SPEC.replace("default: 2024", "default: latest(量)")
    batch = 'matrix: {client: [甲, 乙]}\nworkbooks: {数据: "data/{year}.xlsx"}\n'
    assert refused(tmp_path, batch, spec) == ["batch.only-data-tell clients.yaml:4:17"]


def test_a_mistyped_field_of_a_path_is_told_with_what_was_meant(tmp_path: Path) -> None:
    path = project(tmp_path, batch=BATCH + 'workbooks: {数据: "data/{clint}.xlsx"}\n')
    with pytest.raises(Faulty) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert "did you mean “client”?" in problem.hint_en
    assert "是不是想写“client”？" in problem.hint_zh


def test_a_row_without_a_label_leaves_its_parameter_to_the_default_too(tmp_path: Path) -> None:
    path = project(tmp_path, spec=SPEC.replace("required: true", "default: 丙"))
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "专利"], [None, "商标"]])
    assert [job.name for job in load(path).jobs] == ["甲-2024", "丙-2024"]


def test_a_blank_cell_without_a_default_is_told_as_a_parameter_without_a_value(tmp_path: Path) -> None:
    path = project(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "专利"], [None, "商标"]])
    with pytest.raises(Faulty) as caught:
        load(path)
    told = [(problem.code, str(problem.cell)) for problem in caught.value.problems]
    assert told == [("spec.parameter-needed", "data/clients.xlsx!名单!A3")]


def test_a_wrong_cell_is_told_with_its_cell(tmp_path: Path) -> None:
    path = project(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client", "focus"], ["甲", "著作"], ["乙", "专刊"]])
    with pytest.raises(Faulty) as caught:
        load(path)
    assert [(p.code, str(p.cell)) for p in caught.value.problems] == [
        ("spec.not-an-option", "data/clients.xlsx!名单!B2"),
        ("spec.not-an-option", "data/clients.xlsx!名单!B3"),
    ]
    assert "专利" in caught.value.problems[1].zh + caught.value.problems[1].hint_zh


def test_a_row_that_stands_twice_is_told_with_both_places(tmp_path: Path) -> None:
    path = project(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["client"], ["甲"], ["乙"], ["甲"]])
    with pytest.raises(Faulty) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.cell)) == ("batch.same-job", "data/clients.xlsx!名单!A4")
    assert "data/clients.xlsx!名单!A2" in problem.zh
    assert "data/clients.xlsx!名单!A2" in problem.en


def test_columns_of_other_names_are_told_with_a_pair_that_could_be_meant(tmp_path: Path) -> None:
    path = project(tmp_path)
    workbook(tmp_path / "data" / "clients.xlsx", "名单", [["客户名称", "关注"], ["甲", "商标"]])
    with pytest.raises(Faulty) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert "params: {client: 客户名称}" in problem.hint_zh
    assert "params: {client: 客户名称}" in problem.hint_en


@pytest.mark.parametrize("name", ["../../elsewhere", "/etc/passwd", "..", ".hidden", "甲" * 200])
def test_a_name_never_leads_out_of_the_output_folder(tmp_path: Path, name: str) -> None:
    path = project(tmp_path, batch=f"batch: 1\nspec: briefing.yaml\nmatrix: {{client: ['{name}']}}\n")
    (job,) = load(path).jobs
    assert "/" not in job.name
    assert not job.name.startswith(".")
    assert len(f"{job.name}.audit.json".encode()) <= 255


BROKEN = [
    ("matrix: {client: []}\n", "batch.no-values clients.yaml:3:10"),
    ("matrix: {client: [甲], year: []}\n", "batch.no-values clients.yaml:3:10"),
    ("matrix: {client: [甲]}\nexclude: [{}]\n", "batch.empty-entry clients.yaml:4:10"),
    ("matrix: {client: [甲]}\nexclude: [{client: []}]\n", "batch.empty-entry clients.yaml:4:10"),
    ("include: [{}]\n", "batch.empty-entry clients.yaml:3:10"),
    ("matrix: {client: [甲]}\nformat: []\n", "batch.empty-entry clients.yaml:4:9"),
    ("matrix: {client: [甲]}\non_success: []\n", "batch.no-command clients.yaml:4:13"),
    ("matrix: {client: [甲]}\non_failure: tell 'them\n", "batch.bad-command clients.yaml:4:13"),
    ('matrix: {client: [甲]}\non_failure: " "\n', "batch.no-command clients.yaml:4:13"),
    ('matrix: {client: [甲]}\non_failure: [" "]\n', "batch.no-command clients.yaml:4:13"),
    ("matrix: {client: [甲]}\nworkbooks: {数剧: data/figures.xlsx}\n", "batch.unknown-workbook clients.yaml:4:17"),
    ("matrix: {client: [甲, 乙]}\nworkbooks: {数据: data/none.xlsx}\n", "data.no-file clients.yaml:4:17"),
    ('matrix: {client: [../../x]}\nworkbooks: {数据: "data/{client}.xlsx"}\n', "batch.book-elsewhere clients.yaml:3:9"),
    (
        'matrix: {client: [/etc/x]}\nworkbooks: {数据: "{client}/../../x.xlsx"}\n',
        "batch.book-elsewhere clients.yaml:3:9",
    ),
    ("matrix: {client: [甲]}\ntheme: nowhere\n", "theme.unknown clients.yaml:4:8"),
    ("matrix: {client: [甲]}\ntheme: ../nowhere.yaml\n", "theme.outside-root clients.yaml:4:8"),
    ("matrix: {client: [甲]}\nlimit: 604801\n", "yaml.out-of-range clients.yaml:4:8"),
    ('matrix: {client: ["a\\0b"]}\n', "yaml.control-character clients.yaml:3:19"),
    ('matrix: {client: ["a\\ud800b"]}\n', "yaml.control-character clients.yaml:3:19"),
    ('matrix: {client: ["e\\u0301", "\\u00e9"]}\n', "batch.same-name clients.yaml:3:9"),
    ('matrix: {client: ["甲", "甲\\u200b"]}\n', "batch.same-name clients.yaml:3:9"),
    ("matrix: {client: [甲, 甲]}\n", "batch.same-job clients.yaml:3:9"),
    ("matrix: {client: [甲]}\non_success: {run: it}\n", "yaml.wrong-shape clients.yaml:4:13"),
    ("matrix: {client: [甲], client: [乙]}\n", "yaml.duplicate-key clients.yaml:3:23"),
    ("matrix: {client: [[甲]]}\n", "yaml.wrong-shape clients.yaml:3:19"),
    ("matrix: {client: [甲]\n", "yaml.unclosed-bracket clients.yaml:3:9"),
    ("rows: data/clients.xlsx\n", "batch.no-file-in-address clients.yaml:3:7"),
]


@pytest.mark.parametrize(("batch", "told"), BROKEN)
def test_a_broken_batch_file_gets_one_problem_at_its_place(tmp_path: Path, batch: str, told: str) -> None:
    assert refused(tmp_path, batch) == [told]


@pytest.mark.parametrize("spec", ["", ".", "nowhere.yaml", "/no/such/folder/x.yaml", "长" * 200, "../clients.yaml/x"])
def test_a_spec_that_is_none_is_told_where_the_batch_file_names_it(tmp_path: Path, spec: str) -> None:
    path = project(tmp_path, batch=f'batch: 1\nspec: "{spec}"\nmatrix: {{client: [甲]}}\n')
    with pytest.raises(Faulty) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert str(problem.span) == "clients.yaml:2:7"


def test_a_spec_is_found_by_a_detour(tmp_path: Path) -> None:
    path = project(tmp_path, batch="batch: 1\nspec: data/../briefing.yaml\nmatrix: {client: [甲]}\n")
    assert load(path).spec == tmp_path.resolve() / "briefing.yaml"


def test_a_product_beyond_reason_is_refused_before_it_is_made(tmp_path: Path) -> None:
    names = [f"p{number}" for number in range(9)]
    spec = SPEC.replace("params:\n", "params:\n" + "".join(f"  {name}: {{type: text, default: a}}\n" for name in names))
    twenty = ", ".join(map(str, range(20)))
    batch = f"matrix: {{client: [{twenty}], {', '.join(f'{name}: [{twenty}]' for name in names)}}}\n"
    assert refused(tmp_path, batch, spec) == ["batch.too-many clients.yaml:3:9"]


def test_jobs_with_the_same_parameters_are_told_though_only_data_name_them(tmp_path: Path) -> None:
    spec = SPEC.replace('"{{ client }}-{{ year }}"', '"{{ client }}-{{ 客户量 }}"')
    assert refused(tmp_path, "matrix: {client: [甲, 乙, 甲]}\n", spec) == ["batch.same-parameters clients.yaml:3:9"]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = project(tmp_path, batch="batch: 1\nspec: briefing.yaml\nmatrix: {year: [2024]}\n")
    with pytest.raises(Faulty) as caught:
        load(path, environment={"REPORTGEN_PARAM_CLIENT": "\udcff"})
    assert [problem.code for problem in caught.value.problems] == ["spec.not-a-value"]


def test_a_row_whose_name_was_never_calculated_is_told_and_not_taken_for_the_end(tmp_path: Path) -> None:
    path = project(tmp_path)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in (["client"], ["甲"], ['="乙"&""'], ["丙"]):
        sheet.append(row)
    book.save(tmp_path / "data" / "clients.xlsx")
    with pytest.raises(Faulty) as caught:
        load(path)
    told = [(problem.code, str(problem.span), str(problem.cell)) for problem in caught.value.problems]
    assert told == [("data.uncached", "clients.yaml:3:7", "data/clients.xlsx!名单!A3")]
