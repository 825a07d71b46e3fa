"""What a source file says stays inside its code spans: no link of its own, no markup, nothing that cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nanproof.analysis import Project
from nanproof.lsp.hover import plain
from nanproof.lsp.proposal import LONGEST_SOURCE, titled
from nanproof.lsp.report import repairs_of
from nanproof.source.document import Document
from nanproof.source.positions import Encoding
from nanproof.source.quoting import code, shortened, sum_or_code, visible
from tests.names.project import Files

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARK = "Q7Z"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
KEYS = st.lists(
    st.sampled_from(
        ["`", "``", "```", " ", "a", "](command:x)", "[b", "<b>", "<script>", "&lt;", "*", "**", "_", "\\\\", "~~", "|",
         "\n", "# ", "- ", "$(x)", "https://e.vil", "<https://e.vil>", "![i](x)", "\u202e", "\u2066", "\x1b", "\x00",
         "\x9b", "\u200b", "\u2028", "\x85", "\ufeff", "é", "😀", "👩\u200d🚀"]
    ),
    max_size=4,
).map("".join)  # fmt: skip
PROGRAMS = {
    "operand": "y = torch.log(x['''KEY'''])",
    "producer": "p = torch.softmax(x['''KEY'''], 0)\ny = torch.log(p)",
    "argument": "p = torch.softmax(x, dim=d['''KEY'''])\ny = torch.log(1 - p)",
    "epsilon": "EPS = {'''KEY''': 1e-46}\ny = torch.log(torch.softmax(x, 0) + EPS['''KEY'''])",
    "quotient": "y = x['''KEY'''] / torch.linalg.norm(x['''KEY'''])",
    "cosine": "y = torch.acos(torch.nn.functional.cosine_similarity(x['''KEY'''], z, 0))",
    "bound": "y = torch.log(torch.clamp(torch.softmax(x, 0), min=['''KEY''', 1e-46][1]))",
    "exponent": "y = torch.log(1 + torch.exp(x['''KEY''']))",
    "mask": "y = torch.log(torch.clamp(torch.softmax(x['''KEY'''], 0), 0.0, 1.0))",
    "where": "p = torch.softmax(x['''KEY'''], 0)\ny = torch.where(p > 0, torch.log(p), m['''KEY'''])",
    "call": "def f(v):\n    return torch.log(v)\nf(torch.relu(x['''KEY''']))",
    "attribute": "p = torch.softmax(x.view(s['''KEY''']), 0)\ny = torch.log(p)",
}


def told(name: str, key: str) -> Iterator[str]:
    """Yield all that is said of a program in Markdown."""
    document = Document.from_text("a.py", f"import torch\n{PROGRAMS[name].replace('KEY', MARK + key + MARK)}\n")
    project = Project(None, Files({}))
    for diagnosis in project.diagnose(document):
        yield diagnosis.finding.message
        yield from (reason.message for reason in diagnosis.finding.reasons)
        yield from (fix.reason for fix in diagnosis.fixes)
        for offset in (diagnosis.finding.span.start, diagnosis.finding.operand_span.start):
            described = project.describe(document, offset)
            if described is not None:
                yield described.markdown


def leaves(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from leaves(token.children) if token.children else [token]


def is_seen(character: str) -> bool:
    return character in "\n\u200d" or unicodedata.category(character) not in UNSEEN


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(PROGRAMS)), KEYS)
def test_no_source_leaves_its_code_span(name: str, key: str) -> None:
    for markdown in told(name, key):
        for token in leaves(PARSER.parse(markdown)):
            assert token.type not in ("html_inline", "html_block", "image", "code_block", "fence"), markdown
            if token.type == "link_open":
                assert str(token.attrs["href"]).startswith("https://"), markdown
                assert "e.vil" not in str(token.attrs["href"]), markdown
            if token.type != "code_inline":
                assert MARK not in token.content, markdown
        assert all(map(is_seen, markdown)), ascii(markdown)


@pytest.mark.parametrize("key", ["` [a](command:evil) `", " [a](command:evil) ", "<b>"])
@pytest.mark.parametrize("name", sorted(PROGRAMS))
def test_the_link_of_a_stranger_is_never_live(name: str, key: str) -> None:
    said = list(told(name, key))
    spans = [token for markdown in said for token in leaves(PARSER.parse(markdown)) if token.type == "code_inline"]
    assert any(MARK in token.content for token in spans), "the source is quoted somewhere"
    for markdown in said:
        rendered = PARSER.render(markdown)
        assert 'href="command' not in rendered
        assert "<b>" not in rendered


@settings(deadline=None)
@given(st.text() | KEYS)
def test_a_code_span_holds_all_that_is_visible(source: str) -> None:
    tokens = leaves(PARSER.parse(f"before {code(source)} after"))
    (token,) = [token for token in tokens if token.type == "code_inline"]
    assert token.content == (visible(source) or " ")
    assert plain(f"before {code(source)} after") == f"before {visible(source) or ' '} after"


@settings(deadline=None)
@given(st.text())
def test_what_is_visible_is_one_line_that_can_be_seen(source: str) -> None:
    assert "\n" not in visible(source)
    assert all(map(is_seen, visible(source)))
    assert visible(visible(source)) == visible(source)


def test_what_can_be_seen_stays_as_it_is() -> None:
    for source in ("tf.log(x)", "x['é😀👩\u200d🚀']", "a  b".replace("  ", " ")):
        assert visible(source) == source
    assert code("x['`']") == "``x['`']``"
    assert code("`") == "`` ` ``"


@pytest.mark.parametrize("written", ["1e-8", "-1.0", "1_000", "(1e-4 + 1e-5)", "1.0 / 3", "1.0 - EPS_2", "f(1)"])
def test_sums_need_no_code_span(written: str) -> None:
    assert sum_or_code(written) == written


@pytest.mark.parametrize("written", ["x['`']", "1 * 2 * 3", "<b>", "1](x)", "_a - b_", "www.e.vil - 1", "a\n\nb", ""])
def test_everything_else_does(written: str) -> None:
    assert sum_or_code(written) == code(written)


@given(st.text(max_size=100), st.integers(3, 60))
def test_what_is_shortened_keeps_its_ends(source: str, longest: int) -> None:
    short = shortened(source, longest)
    assert len(short) <= longest or short == source
    assert short == source or "…" in short


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(sorted(PROGRAMS)), KEYS)
def test_titles_are_short_lines(name: str, key: str) -> None:
    source = f"import torch\n{PROGRAMS[name].replace('KEY', MARK + key + 'x' * 200)}\n"
    for diagnosis in Project(None, Files({})).diagnose(Document.from_text("a.py", source)):
        for repair in repairs_of(diagnosis.fixes, diagnosis.finding.reasons[0].place.document.lines, Encoding.UTF16):
            title = titled(repair)
            assert len(title) <= LONGEST_SOURCE + 60
            assert "\n" not in title
            assert all(map(is_seen, title))
