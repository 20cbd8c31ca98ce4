"""What goes to a worker, seen from where it is given: whoever performs it is played here."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path

import pytest

from reportgen.batch import executors
from reportgen.batch.executors import Workplace
from reportgen.batch.listing import load_batch
from reportgen.batch.running import Order, run
from reportgen.batch.task import Outcome, Status, Task
from reportgen.request import Request
from tests.batch.making import BATCH, CLIENTS, project


def test_a_record_tells_of_the_workbook_that_was_built_from_though_it_was_saved_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project(tmp_path, batch=BATCH + 'workbooks: {数据: "data/{client}.xlsx"}\n')
    own = [tmp_path / "data" / f"{client}.xlsx" for client in CLIENTS]

    def save(content: bytes) -> None:
        for book in own:
            book.write_bytes(content)

    built_from: dict[str, bytes] = {}

    def give(task: Task) -> Future[Outcome]:
        (book,) = task.own
        built_from[f"{task.request.parameters['client']}-2024"] = book.content
        done: Future[Outcome] = Future()
        done.set_result(Outcome(Status.FAULTY))
        return done

    def played(*_: object) -> AbstractContextManager[Workplace]:
        return nullcontext(Workplace(1, give))

    monkeypatch.setattr(executors, "here", played)
    save(b"before")
    batch = load_batch(path, None, {}, {}, {}, None)
    order = Order(batch, Request(batch.spec, batch.root), tmp_path / "out", workers=1, limit=60)
    report = run(order, lambda _: save(b"meanwhile"), lambda _: None)
    assert set(built_from.values()) == {b"before", b"meanwhile"}
    told = {name: record.made_from["workbook 数据"] for name, record in report.manifest.jobs.items()}
    assert told == {name: sha256(content).hexdigest() for name, content in built_from.items()}
