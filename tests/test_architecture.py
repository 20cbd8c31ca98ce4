"""The arrows between rooms: who may import whom, and which heavy library lives where.

The arrows are read from the source by `ast`, imports inside functions and under TYPE_CHECKING included.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "reportgen"
BOTTOM = {
    "confinement",
    "values",
    "origins",
    "diagnostics",
    "errors",
    "units",
    "roles",
    "periods",
    "numbering",
    "yaml_source",
    "keeping",
    "locking",
}
ROOMS = {
    "model": set(),
    "spec": set(),
    "data": set(),
    "theme": set(),
    "conventions": set(),
    "fonts": set(),
    "pictures": {"model"},
    "cjk": set(),
    "typeset": {"cjk"},
    "prose": {"data", "model", "cjk"},
    "charts": {"model", "theme", "typeset", "cjk"},
    "resolve": {"spec", "data", "prose", "model", "conventions", "cjk"},
    "layout": {"model", "theme", "fonts", "cjk", "typeset", "charts"},
    "writers.pdf": {"model", "theme", "fonts", "cjk", "charts"},
    "writers.docx": {"model", "theme", "cjk"},
    "writers.audit": {"model"},
    "drafting": {"data", "prose", "spec", "resolve", "conventions"},
    "batch": {
        "composing",
        "rendering",
        "request",
        "loading",
        "publishing",
        "reporting",
        "inputs",
        "spec",
        "data",
        "resolve",
        "fonts",
        "theme",
    },
    "commands": {
        "aside",
        "batch",
        "inputs",
        "drafting",
        "data",
        "pipeline",
        "request",
        "publishing",
        "reporting",
        "stages",
        "spec",
        "prose",
        "theme",
        "fonts",
        "model",
        "writers.audit",
    },
}
"""Each room and the rooms it may import besides the bottom ones and itself."""

TOP = {
    "stages": set(),
    "publishing": set(),
    "reporting": set(),
    "request": {"spec", "data", "publishing"},
    "aside": set(),
    "loading": {"request"},
    "inputs": {"request", "spec", "theme", "fonts"},
    "composed": {"request", "model"},
    "composing": {"composed", "request", "stages", "spec", "data", "pictures", "conventions", "resolve"},
    "rendering": {"composed", "request", "stages", "aside", "spec", "model", "pictures", "theme", "fonts", "layout"}
    | {"writers.pdf", "writers.docx", "writers.audit"},
    "pipeline": {"composing", "composed", "rendering", "request", "loading", "aside"},
    "cli": {"commands", "reporting"},
}
"""Each module at the top and what it may import besides the bottom."""

HOME_OF = {
    "openpyxl": ("data",),
    "docx": ("writers.docx",),
    "xlsxwriter": ("writers.docx", "batch"),
    "reportlab": ("writers.pdf",),
    "matplotlib": ("charts", "writers.pdf"),
    "jinja2": ("prose",),
    "markdown_it": ("prose",),
    "ruamel": ("yaml_source",),
    "uharfbuzz": ("fonts",),
    "PIL": ("pictures",),
    "typer": ("cli", "commands"),
    "watchfiles": ("commands",),
    "distributed": ("batch",),
}
"""Where a library lives, and nowhere else."""

HEAVY = {"openpyxl", "docx", "reportlab", "matplotlib", "xlsxwriter", "uharfbuzz", "numpy", "PIL", "pydantic"} | {
    "jinja2",
    "markdown_it",
    "distributed",
    "watchfiles",
}
"""Libraries that may be loaded late, inside a function."""

NOT_EVERYWHERE = {"resource"}
"""Modules of the standard library that some systems lack."""


def modules() -> list[str]:
    return sorted(".".join(p.relative_to(PACKAGE).with_suffix("").parts) for p in PACKAGE.rglob("*.py"))


def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the absolute names that one statement imports."""
    match node:
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom(level=0, module=str(name)):
            yield from (f"{name}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str:
    """Return the room that `module` (without the package's name) lies in; a module at the top is its own."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "writers" and len(parts) > 1 else parts[0]


def arrows(module: str) -> set[str]:
    """Return the rooms of ours that `module` imports."""
    names = {n for node in ast.walk(tree(module)) for n in imported(node) if n.split(".")[0] == "reportgen"}
    return {room_of(n.removeprefix("reportgen.")) for n in names if n != "reportgen"} - {"__version__"}


@pytest.mark.parametrize("module", [m for m in modules() if room_of(m) in ROOMS])
def test_a_room_imports_only_what_it_may(module: str) -> None:
    room = room_of(module)
    assert arrows(module) <= ROOMS[room] | BOTTOM | {room}


@pytest.mark.parametrize("module", [m for m in modules() if room_of(m) in BOTTOM])
def test_the_bottom_imports_only_the_bottom(module: str) -> None:
    assert arrows(module) <= BOTTOM


@pytest.mark.parametrize("module", TOP)
def test_the_top_imports_only_what_it_may(module: str) -> None:
    assert arrows(module) <= TOP[module] | BOTTOM


def test_every_module_beside_the_rooms_is_at_the_top_or_the_bottom() -> None:
    single = {m for m in modules() if "." not in m and m != "__init__"}
    assert single - BOTTOM == set(TOP)


def test_every_folder_is_a_room_with_its_arrows_declared() -> None:
    folders = {room_of(m) for m in modules() if "." in m and m != "writers.__init__"}
    assert folders - BOTTOM == set(ROOMS)


@pytest.mark.parametrize("module", modules())
def test_a_library_lives_in_its_room(module: str) -> None:
    for node in ast.walk(tree(module)):
        for name in imported(node):
            homes = HOME_OF.get(name.split(".")[0])
            assert homes is None or room_of(module) in homes, f"{module} imports {name}"


@pytest.mark.parametrize("module", modules())
def test_only_heavy_libraries_and_their_keepers_are_imported_late(module: str) -> None:
    """An import inside a function loads something heavy, directly or by the module of ours that needs it."""
    for function in ast.walk(tree(module)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            for name in imported(node):
                assert name.split(".")[0] in HEAVY | NOT_EVERYWHERE or leads_to_heavy(name), (
                    f"{module}.{function.name} imports {name}"
                )


def leads_to_heavy(name: str) -> bool:
    """Whether a module of ours imports a heavy library at its top, or a module of its room that does."""
    if not name.startswith("reportgen."):
        return False
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop().removeprefix("reportgen.")
        while current and not (PACKAGE / (current.replace(".", "/") + ".py")).exists():
            if (PACKAGE / current.replace(".", "/") / "__init__.py").exists():
                current += ".__init__"
                break
            current = current.rpartition(".")[0]
        if not current or current in seen:
            continue
        seen.add(current)
        for node in tree(current).body:
            for imported_name in imported(node):
                if imported_name.split(".")[0] in HEAVY:
                    return True
                if imported_name.startswith("reportgen."):
                    waiting.append(imported_name)
    return False


@pytest.mark.parametrize("module", [m for m in modules() if m != "values"])
def test_values_are_made_by_the_module_for_them(module: str) -> None:
    assert "dataclasses.dataclass" not in {name for node in ast.walk(tree(module)) for name in imported(node)}


@pytest.mark.parametrize("module", modules())
def test_a_module_says_what_it_is_for_and_stays_small(module: str) -> None:
    source = (PACKAGE / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert source.count("\n") <= 400
