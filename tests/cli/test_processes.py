"""Several processes answer as one does."""

import os
import signal
from pathlib import Path

import pytest

from nanproof.analysis import Diagnosis
from nanproof.cli.check import Request, check
from nanproof.cli.formats.output_format import OutputFormat
from nanproof.cli.processes import inspections, useful_processes
from nanproof.source.document import Document

from .stand_in import StandIn


class Killed(StandIn):
    """An engine whose process is killed by one file, as the kernel does when memory runs out."""

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        if b"KILL" in document.data:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().diagnose(document)


class Numbered(StandIn):
    """An engine that says in which process it ran."""

    def diagnose(self, document: Document) -> tuple[Diagnosis, ...]:
        raise ValueError(f"process {os.getpid()}., {document.path}")


def groups(tmp_path: Path) -> dict[str, list[str]]:
    """Plant two projects with so many files that each makes several chunks."""
    planted: dict[str, list[str]] = {}
    for root in ("one", "two"):
        (tmp_path / root).mkdir()
        for number in range(40):
            path = tmp_path / root / f"{number:02}.py"
            path.write_text("BOOM" if number == 7 else f"y = softmax(x)\nz{number} = tf.log(y)\n")
            planted.setdefault(str(tmp_path / root), []).append(str(path))
    return planted


def test_two_processes_find_what_one_finds_in_the_same_order(tmp_path: Path) -> None:
    files = groups(tmp_path)
    alone = list(inspections(files, StandIn, processes=1))
    together = list(inspections(files, StandIn, processes=2))
    assert together == alone
    assert [result.path for result in alone] == [path for paths in files.values() for path in paths]
    assert sum(len(result.records) for result in alone) == 78
    assert [result.problem.defect for result in alone if result.problem] == [True, True]


def test_a_killed_process_is_said_and_what_was_found_is_kept(tmp_path: Path) -> None:
    files = groups(tmp_path)
    last = list(files.values())[-1][-1]
    Path(last).write_text("KILL")
    results = list(inspections(files, Killed, processes=2))
    [problem] = [result.problem for result in results if result.problem and "killed" in result.problem.sentence]
    assert problem.defect
    assert "still to check" in problem.sentence


@pytest.mark.parametrize("files", [0, 1, 100])
def test_few_files_are_not_worth_a_process(files: int) -> None:
    assert useful_processes(files) == 1


def test_one_job_is_this_process_and_more_are_others(tmp_path: Path) -> None:
    files, here = groups(tmp_path), f"process {os.getpid()}."
    for jobs, is_here in ((1, True), (3, False)):
        told = [result.problem.sentence for result in inspections(files, Numbered, jobs) if result.problem]
        assert len(told) == 80
        assert {here in each for each in told} == {is_here}


def test_a_few_files_are_shared_among_the_jobs_too(tmp_path: Path) -> None:
    files = {root: paths[:2] for root, paths in groups(tmp_path).items()}
    told = [result.problem.sentence for result in inspections(files, Numbered, 4) if result.problem]
    assert len(told) == 4
    assert all(f"process {os.getpid()}." not in each for each in told)


def test_the_report_does_not_depend_on_the_jobs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups(tmp_path)
    reports = set()
    for jobs in (None, 1, 2, 100):
        assert check(Request([str(tmp_path)], OutputFormat.JSON, jobs=jobs), StandIn) == 2
        told = capsys.readouterr()
        assert told.out.count("NAN101") > 70
        reports.add((told.out, told.err))
    assert len(reports) == 1
