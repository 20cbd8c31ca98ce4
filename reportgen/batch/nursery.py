"""Where building processes begin: `python -m reportgen.batch.nursery N` loads everything once and then copies itself.

It is asked on the Unix socket N. `BEGIN` comes with the two descriptors that `child.answer` wants, and is answered with
the number of the new process; `END` ends a process and is answered with how it ended, as `waitpid` says it. A copy
(fork) takes a moment, shares the memory of what is loaded, and no copy of it runs more than one thread when it begins.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import struct
import sys
import time
from collections.abc import Mapping
from contextlib import suppress

from reportgen.batch.child import MEMORY, answer
from reportgen.errors import Unwritable
from reportgen.loading import load
from reportgen.request import Format

QUESTION = struct.Struct("!cif")
"""What to do, a process's number, how many seconds it may still take to end by itself."""
REPLY = struct.Struct("!i")
BEGIN, END = b"b", b"e"

_AGAIN = 0.01


def stand_alone(environment: Mapping[str, str]) -> None:
    """Have nothing in common with the process that this one was begun by but the given environment and its errors."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    os.environ.clear()
    os.environ.update(environment)


def serve(line: socket.socket) -> None:
    """Begin and end processes until the other side is gone."""
    gc.disable()
    # What cannot be loaded for want of a folder is told by the job that wants it.
    with suppress(Unwritable):
        load(Format)
    gc.freeze()
    begun: set[int] = set()
    try:
        while True:
            question, descriptors, _, _ = socket.recv_fds(line, QUESTION.size, 2)
            if len(question) < QUESTION.size:
                return
            what, process, patience = QUESTION.unpack(question)
            if what == BEGIN:
                answered = _begun(descriptors, line)
                begun.add(answered)
            else:
                answered = _ended(process, patience)
                begun.discard(process)
            line.sendall(REPLY.pack(answered))
    finally:
        # They see by themselves that the run is gone, unless they stand still.
        for process in begun:
            _ended(process, 0.0)


def _begun(descriptors: list[int], line: socket.socket) -> int:
    copy = os.fork()
    if copy:
        for one in descriptors:
            os.close(one)
        return copy
    status = 1
    try:
        line.close()
        os.setsid()
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        answer(*descriptors)
        status = 0
    finally:
        os._exit(status)


def _ended(process: int, patience: float) -> int:
    """Return how a process ended, having it killed where it does not by itself; with it goes what it started."""
    until = time.monotonic() + patience
    found, status = os.waitpid(process, os.WNOHANG)
    while not found and time.monotonic() < until:
        time.sleep(_AGAIN)
        found, status = os.waitpid(process, os.WNOHANG)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process, signal.SIGKILL)
    if not found:
        _, status = os.waitpid(process, 0)
    return status


if __name__ == "__main__":
    stand_alone(dict(os.environ))
    with socket.socket(fileno=int(sys.argv[1])) as inherited:
        serve(inherited)
