"""What a copy of this process makes, and what is made here where no copy can be had."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

import pytest

from reportgen import aside as room
from reportgen.aside import Slow, aside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot copy a process")


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have copies made on a machine of one processor too, and whatever other tests left running."""
    monkeypatch.setattr(room, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def gone() -> bool:
    """Whether no copy of this process is left."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def maker(_: Slow) -> int:
    """Return the number of the process that this runs in."""
    return os.getpid()


def test_a_copy_makes_it() -> None:
    with aside(lambda _: (os.getpid(), "好" * 100_000)) as made:
        by, text = made.result()
    assert by != os.getpid()
    assert text == "好" * 100_000
    assert gone()


def test_nobody_else_makes_it_where_nobody_asks_for_it() -> None:
    with aside(maker, copied=False) as made:
        assert not made.busy()
        assert made.result() == os.getpid()


@pytest.mark.parametrize(
    ("name", "value"), [("processors", lambda: 1), ("threading.active_count", lambda: 2), ("os.fork", None)]
)
def test_it_is_made_here_where_no_copy_can_be_made(
    monkeypatch: pytest.MonkeyPatch, name: str, value: Callable[[], int] | None
) -> None:
    if value is None:
        monkeypatch.delattr(os, "fork")
    else:
        monkeypatch.setattr(f"reportgen.aside.{name}", value)
    with aside(maker) as made:
        assert made.result() == os.getpid()


def test_it_is_made_here_where_the_system_allows_no_more_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    with aside(maker) as made:
        assert made.result() == os.getpid()


def test_it_is_made_here_where_the_copy_falls() -> None:
    original = os.getpid()

    def make(_: Slow) -> int:
        if os.getpid() != original:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with aside(make) as made:
        assert made.result() == original
    assert gone()


def test_what_it_raises_is_raised_here() -> None:
    def make(_: Slow) -> int:
        raise ValueError("缺数")

    with aside(make) as made, pytest.raises(ValueError, match="缺数"):
        made.result()


def test_a_copy_is_busy_until_it_has_something_to_show() -> None:
    waiting, going = os.pipe()
    with aside(lambda _: os.read(waiting, 1)) as made:
        assert made.busy()
        os.write(going, b"x")
        assert made.result() == b"x"
        assert not made.busy()
    os.close(waiting)
    os.close(going)


def test_a_copy_may_say_that_it_takes_long() -> None:
    def make(slow: Slow) -> str:
        slow()
        return "好"

    with aside(make) as made:
        assert made.slow()
        assert not made.busy()
        assert made.result() == "好"
    with aside(lambda _: "好") as made:
        assert not made.slow()
        assert made.result() == "好"
    with aside(make, copied=False) as made:
        assert not made.slow()
        assert made.result() == "好"


def test_a_copy_that_nobody_waits_for_is_ended() -> None:
    waiting, going = os.pipe()
    with aside(lambda _: os.read(waiting, 1)):
        pass
    assert gone()
    os.close(waiting)
    os.close(going)
