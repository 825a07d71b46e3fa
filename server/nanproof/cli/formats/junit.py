"""Findings as failed tests of JUnit, which every server of continuous integration shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree import ElementTree

from nanproof.findings.finding import Severity
from nanproof.printed.cells import printable
from nanproof.printed.paths import relative
from nanproof.printed.record import Record
from nanproof.printed.text import where

# What does not fail a run passes as a test.
_FAILS = (Severity.ERROR, Severity.WARNING)


def as_junit(records: Sequence[Record]) -> str:
    """Return a suite for each file that findings stand in, a test for each finding; one that passes for none."""
    suites = ElementTree.Element("testsuites", name="nanproof")
    for filename, group in groupby(records, key=lambda record: record.stretch.filename):
        _suite(suites, relative(filename), list(group))
    if not records:
        suite = ElementTree.SubElement(suites, "testsuite", name="nanproof", tests="1", failures="0", errors="0")
        ElementTree.SubElement(suite, "testcase", name="no findings", classname="nanproof")
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=False)


def _suite(suites: ElementTree.Element, name: str, records: Sequence[Record]) -> None:
    name = _readable(name)
    failures = sum(map(_fails, records))
    suite = ElementTree.SubElement(
        suites, "testsuite", name=name, tests=str(len(records)), failures=str(failures), errors="0"
    )
    for record in records:
        title = f"{where(record.stretch)} {record.code} {record.name}"
        test = ElementTree.SubElement(suite, "testcase", name=title, classname=name, file=name)
        if record.stretch.cell is None:
            test.set("line", str(record.stretch.start.row))
        kind = "failure" if _fails(record) else "system-out"
        told = ElementTree.SubElement(test, kind, {"message": _readable(record.message)} if kind == "failure" else {})
        told.text = "\n".join(_lines(record))


def _fails(record: Record) -> bool:
    return record.severity in _FAILS


def _lines(record: Record) -> Iterable[str]:
    yield from map(printable, record.message.split("\n"))
    for step in record.steps:
        yield f"  {where(step.stretch)}: {printable(step.message)}"


def _readable(text: str) -> str:
    """Return a text in which there is no character that XML cannot hold."""
    return " ".join(printable(line) for line in text.split("\n"))
