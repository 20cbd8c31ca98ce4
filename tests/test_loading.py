"""What a build loads: nothing that only other commands, other inputs or charts not yet drawn need."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SPECS = Path(__file__).parent.parent / "specs"
BUILD = """
import json, sys
from reportgen.cli import application
try:
    application(["build"])(["build", *sys.argv[1:], "-q"])
except SystemExit as ended:
    assert not ended.code, ended.code
json.dump(sorted(sys.modules), sys.stdout)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the modules that the second build of the bulletin loads: everything that can be kept is kept."""
    folder = tmp_path_factory.mktemp("loading")
    shutil.copytree(SPECS, folder / "specs")
    command = [sys.executable, "-c", BUILD, str(folder / "specs" / "monthly-bulletin.yaml"), "-o", str(folder / "out")]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    runs = [subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(2)]
    return set(json.loads(runs[1].stdout))


@pytest.mark.parametrize(
    "module",
    [
        "matplotlib",
        "numpy",
        "openpyxl",
        "watchfiles",
        "xlsxwriter",
        "reportgen.drafting",
        "reportgen.spec.show",
    ],
)
def test_a_build_with_everything_kept_does_without(module: str, loaded: set[str]) -> None:
    assert "reportgen.pipeline" in loaded
    assert module not in loaded
