"""Which jobs of a batch would write over each other's output, judged before anything runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.batch import messages
from reportgen.batch.job import Job, said
from reportgen.batch.record import KEPT
from reportgen.diagnostics import Problem
from reportgen.publishing import folder_key


def clashes(jobs: Iterable[Job], own: Sequence[Mapping[str, str]], given: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each job whose output an earlier one takes, or the run itself.

    Jobs that differ by what they have of their `own`, and are alike only by what is `given` to all, are told once.
    """
    first: dict[str, Job] = {}
    alike: dict[str, list[Job]] = {}
    for job in jobs:
        if not job.name:
            before = first.setdefault(repr(sorted(job.parameters.items())), job)
            if before is not job:
                told = {"first": before.number, "second": job.number, "parameters": said(job.parameters)}
                yield messages.SAME_PARAMETERS.at(job.span, job.cell, **told)
            continue
        # File systems may not tell case apart.
        before = first.setdefault(folder_key(job.name), job)
        if before is not job and (over := _typed_over(own[before.number - 1], own[job.number - 1], given)):
            alike.setdefault(over, []).append(job)
        elif before is not job:
            where, where_en = (f"（{before.cell}）", f" ({before.cell})") if before.cell else ("", "")
            told = {"first": before.number, "second": job.number, "where": where, "where_en": where_en}
            told["parameters"] = said(job.parameters)
            if (before.parameters, before.workbooks) != (job.parameters, job.workbooks):
                yield messages.SAME_NAME.at(job.span, job.cell, **told, name=job.name)
            else:
                yield messages.SAME_JOB.at(job.span, job.cell, **told)
        if job.name.casefold() in KEPT:
            yield messages.RESERVED_NAME.at(job.span, job.cell, name=job.name)
    for name, several in alike.items():
        count, output = len(several), several[0].name
        yield messages.TYPED_OVER.at(name=name, value=given[name], count=count, output=output)


def _typed_over(first: Mapping[str, str], second: Mapping[str, str], given: Iterable[str]) -> str | None:
    """Return the first parameter that was typed in place of two values, None where there is none."""
    texts = {name: [one[name] for one in (first, second) if name in one] for name in given}
    return next((name for name, several in texts.items() if len(set(several)) > 1), None)
