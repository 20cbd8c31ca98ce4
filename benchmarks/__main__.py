"""The command: `python -m benchmarks CASE… [--runs N]`; without a case, all of them."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import CASES
from benchmarks.race import environment, race, race_watching
from benchmarks.rivals import OURS, PEERS, Places
from benchmarks.telling import as_table, write_json
from benchmarks.work import ROOT


def main() -> int:
    """Run the cases asked for and print what they took."""
    asked = _arguments()
    peers = [peer for peer in PEERS if asked.peers is None or peer.name in asked.peers]
    if not (asked.venv / "bin" / "python").exists():
        print(f"{asked.venv} holds no environment for the peers; `make bench` makes it.", file=sys.stderr)
        return 2
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: its peer is left out.", file=sys.stderr)
        peers = [peer for peer in peers if peer.name != "word"]
    for case in CASES:
        if asked.cases and case.name not in asked.cases:
            continue
        with tempfile.TemporaryDirectory(prefix="reportgen-bench-") as folder:
            places = Places(Path(sys.executable).parent, asked.venv.absolute() / "bin", Path(folder))
            inputs = places.scratch / "inputs"
            inputs.mkdir()
            work = case.prepare(inputs, environment(places), asked.size)
            rivals = [OURS, *peers]
            if case.watched and case.before is not None:
                results = race_watching(rivals, work, places, runs=asked.runs, limit=asked.limit, save=case.before)
            else:
                results = race(rivals, work, places, runs=asked.runs, limit=asked.limit, before=case.before)
            print(as_table(case, asked.size, results), flush=True)
            write_json(asked.out / f"{case.name}.json", case, asked.size, results)
            if asked.keep:
                shutil.copytree(places.scratch / "out", asked.out / case.name, dirs_exist_ok=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="reportgen beside its peers")
    names = [case.name for case in CASES]
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"which cases: {', '.join(names)}; all without any")
    parser.add_argument("--runs", type=int, default=5, help="rounds that count, after one that warms up")
    parser.add_argument("--limit", type=float, default=300, help="seconds after which a run is stopped")
    parser.add_argument("--peers", nargs="*", choices=[peer.name for peer in PEERS], help="which peers; all without")
    parser.add_argument("--size", type=int, help="characters of the book, rows of the table, number of briefings")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv-bench", help="the peers' environment")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "benchmarks", help="where the JSON goes")
    parser.add_argument("--keep", action="store_true", help="keep every rival's last files, to look at")
    asked = parser.parse_args()
    if unknown := [name for name in asked.cases if name not in names]:
        parser.error(f"no case {unknown[0]!r}; there are {', '.join(names)}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
