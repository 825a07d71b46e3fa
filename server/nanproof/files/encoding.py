"""What a file holds once its text, or a notebook's program, is another: everything else as it was, byte for byte."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import replace

from nanproof.files.loading import Source
from nanproof.files.problem import Problem
from nanproof.source.edited_cells import UnwritableCellError, edited_cells
from nanproof.source.notebook import Notebook, notebook
from nanproof.source.notebook_file import rewritten


def encoded(path: str, text: str, borders: Sequence[int], source: Source) -> Source | Problem:
    """Return a source with another text, in the encoding that its file has, byte order mark and line ends as they were.

    The borders are the offsets in bytes at which the cells of a notebook begin in its text, without the first.
    """
    if source.notebook is not None:
        return _with_program(path, text, borders, source, source.notebook)
    try:
        if source.text.encode(source.encoding) != source.data:
            return Problem(
                path, f"its fixes cannot be written: in its encoding, {source.encoding}, other lines would change, too"
            )
        return replace(source, text=text, data=text.encode(source.encoding))
    except UnicodeEncodeError as error:
        return Problem(path, f"its fixes cannot be written in its encoding, {error.encoding}")


def _with_program(
    path: str, program: str, borders: Sequence[int], source: Source, before: Notebook
) -> Source | Problem:
    mark = codecs.BOM_UTF8 if source.data.startswith(codecs.BOM_UTF8) else b""
    try:
        data = rewritten(source.data.decode("utf-8-sig"), edited_cells(before, program, borders))
        after = notebook(data)
    except UnwritableCellError:
        return Problem(path, "its fixes cannot be written: they would change a line that only IPython reads")
    if isinstance(after, str):
        return Problem(path, f"its fixes cannot be written: {after} any more")
    return Source(after.text, mark + data.encode(), source.encoding, after)
