"""What every test shares: a test that needs a system package says which one is missing.

Under CI=true nothing is skipped: a missing package fails the test.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A shell that runs the tests in the background has them ignore Ctrl-C, and what they begin with them.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("project", deadline=None)
settings.load_profile("project")

ROOT = Path(__file__).parent.parent
VALIDATOR = ROOT / ".tools" / "node_modules" / "@xarsh" / "ooxml-validator"


def _may_make_namespaces() -> bool:
    return shutil.which("ip") is not None and os.geteuid() == 0


def _may_mount() -> bool:
    """Whether this process may mount: the right to (CAP_SYS_ADMIN, 21), which root in a container may lack."""
    status = Path("/proc/self/status")
    if shutil.which("mount") is None or not status.exists():
        return False
    rights = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("CapEff"))
    return bool(int(rights, 16) >> 21 & 1)


NEEDS: dict[str, tuple[str, Callable[[], bool]]] = {
    "needs_soffice": ("LibreOffice (soffice)", lambda: shutil.which("soffice") is not None),
    "needs_poppler": ("poppler (pdftotext)", lambda: shutil.which("pdftotext") is not None),
    "needs_qpdf": ("qpdf", lambda: shutil.which("qpdf") is not None),
    "needs_namespaces": ("iproute2 (ip), or the right to make network namespaces,", _may_make_namespaces),
    "needs_mounts": ("mount, or the right to use it,", _may_mount),
    "needs_ooxml_validator": ("the Open XML validator (in .tools)", VALIDATOR.is_dir),
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the wide runs out unless they are asked for by their mark."""
    if "corpus" in (config.option.markexpr or ""):
        return
    wide = [item for item in items if item.get_closest_marker("corpus")]
    if wide:
        config.hook.pytest_deselected(items=wide)
        items[:] = [item for item in items if not item.get_closest_marker("corpus")]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose system package is missing and name the package; in CI, fail it."""
    for mark, (package, present) in NEEDS.items():
        if item.get_closest_marker(mark) and not present():
            message = f"{package} is not installed: make system-deps"
            if os.environ.get("CI") == "true":
                pytest.fail(message)
            pytest.skip(message)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make messages English wherever a test does not choose."""
    monkeypatch.setenv("REPORTGEN_LANG", "en")
