"""Logs as people paste them: indented, quoted, as links, and in the formats of older releases and of notebooks."""

from __future__ import annotations

import pytest

from nanproof.traces.report import Event, Trouble
from tests.traces.test_logs import log_of, report_of


def event_of(text: str) -> Event:
    return next(each for each in report_of(text.encode()).events if not each.vague)


def lines_of(event: Event) -> list[tuple[str, int]]:
    return [(each.path.rpartition("/")[2], each.line) for each in event.frames]


OWN_CHECK = """\
Traceback (most recent call last):
  File "/home/ada/project/train.py", line 9, in <module>
    main()
  File "/home/ada/project/train.py", line 5, in main
    assert torch.isfinite(loss)
AssertionError
"""


@pytest.mark.parametrize("before", ["    ", "        ", "\t", "> ", ">> "])
def test_what_is_indented_or_quoted_as_a_whole_is_read_as_it_was(before: str) -> None:
    pasted = "".join(f"{before}{line}\n" for line in OWN_CHECK.splitlines())
    assert event_of(pasted).frames == event_of(OWN_CHECK).frames
    for name in ("torch_log", "numpy_warning", "tensorflow_eager"):
        log = log_of(name).decode()
        told = event_of("".join(f"{before}{line}\n" for line in log.splitlines()))
        assert (told.operation, told.frames) == (event_of(log).operation, event_of(log).frames)


def test_jax_names_what_it_differentiates_from_the_inside_out() -> None:
    event = event_of(
        "Traceback (most recent call last):\n"
        '  File "/home/ada/project/fit.py", line 22, in <module>\n    step(w)\n'
        "jax._src.source_info_util.JaxStackTraceBeforeTransformation: FloatingPointError: invalid value (nan)"
        " encountered in mul\n"
        "When differentiating the code at the top of the callstack:\n"
        "/home/ada/project/fit.py:8:6 (norm)\n"
        "/home/ada/project/fit.py:14:9 (step)\n"
        "/home/ada/project/fit.py:22:0 (<module>)\n"
        "\nThe preceding stack trace is the source of the JAX operation.\n"
    )
    assert (event.trouble, lines_of(event)) == (Trouble.GRADIENT, [("fit.py", 22), ("fit.py", 14), ("fit.py", 8)])


def test_a_node_of_a_graph_is_told_where_it_was_made_and_not_where_it_ran() -> None:
    event = event_of(
        "Traceback (most recent call last):\n"
        '  File "run.py", line 40, in <module>\n    session.run(step)\n'
        '  File "/usr/lib/python3.5/site-packages/tensorflow/python/client/session.py", line 900, in run\n    ptr)\n'
        "tensorflow.python.framework.errors_impl.InvalidArgumentError: total : Tensor had NaN values\n"
        '\t [[Node: CheckNumerics = CheckNumerics[T=DT_FLOAT, message="total"](clone)]]\n\n'
        "Caused by op 'CheckNumerics', defined at:\n"
        '  File "run.py", line 38, in <module>\n    train()\n'
        '  File "/home/ada/project/trainer.py", line 32, in train\n    total = tf.check_numerics(total, "total")\n'
        '  File "/usr/lib/python3.5/site-packages/tensorflow/python/ops/gen_array_ops.py", line 9, in f\n    name)\n'
        "\nInvalidArgumentError (see above for traceback): total : Tensor had NaN values\n"
    )
    assert lines_of(event)[:2] == [("run.py", 38), ("trainer.py", 32)]


@pytest.mark.parametrize("path", ["/home/ada/project/trainer.py", "<ipython-input-9-1a2b>"])
def test_where_a_node_was_made_may_stand_behind_its_name(path: str) -> None:
    event = event_of(
        "InvalidArgumentError:  guess : Tensor had Inf values\n"
        f"\t [[node guess/CheckNumerics (defined at {path}:12) ]] [Op:__inference_step_99]\n\n"
        "Function call stack:\nstep\n"
    )
    assert [(each.path, each.line) for each in event.frames] == [(path, 12)]


def test_the_derivative_of_a_derivative_leads_to_the_line_of_the_forward_pass() -> None:
    events = report_of(
        b"[W anomaly_mode.cpp:104] Warning: Error detected in DivBackward0. Traceback of forward call that caused"
        b" the error:\n"
        b'  File "/opt/python/lib/python3.7/traceback.py", line 197, in format_stack\n    return format_list(stack)\n'
        b" (function _print_stack)\n\n"
        b"Previous calculation was induced by NormBackward1. Traceback of forward call that induced the previous"
        b" calculation:\n"
        b'  File "/home/ada/project/forces.py", line 44, in forces\n    r = torch.norm(d, dim=-1)\n'
        b" (function _print_stack)\n"
    ).events
    assert [(each.operation, each.frames[-1].line) for each in events] == [("DivBackward0", 197), ("NormBackward1", 44)]


LINKED = """\
AssertionError                            Traceback (most recent call last)
Cell In[7], [line 2](vscode-notebook-cell:?execution_count=7&line=2)
      [1](vscode-notebook-cell:?execution_count=7&line=1) x = 1
----> [2](vscode-notebook-cell:?execution_count=7&line=2) loss(x)

File [~/project/losses.py:31](https://file+.vscode-resource.example/home/ada/project/losses.py:31), in loss(x)
     [30](https://file+.vscode-resource.example/home/ada/project/losses.py:30) def loss(x):
---> [31](https://file+.vscode-resource.example/home/ada/project/losses.py:31)     assert not torch.isnan(x).any()

AssertionError:
"""


def test_links_of_vs_code_are_what_they_show() -> None:
    told = [(each.path, each.line, each.text) for each in event_of(LINKED).frames]
    assert told == [("<cell 7>", 2, "loss(x)"), ("~/project/losses.py", 31, "assert not torch.isnan(x).any()")]


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        ("/tmp/ipython-input-3-998877.py", 3),
        ("<ipython-input-3-998877>", 3),
        ("/tmp/ipython-input-1234567890.py", None),
    ],
)
def test_cells_of_colab(path: str, cell: int | None) -> None:
    event = event_of(
        "AssertionError                            Traceback (most recent call last)\n"
        f"{path} in <cell line: 0>()\n      3 x = 1\n----> 4 assert np.isfinite(x)\n\nAssertionError: \n"
    )
    assert [(each.path, each.line, each.cell) for each in event.frames] == [(path, 4, cell)]


def test_cells_of_databricks() -> None:
    event = event_of(
        "AssertionError                            Traceback (most recent call last)\n"
        "<command-12345> in <module>\n      3 x = 1\n----> 4 assert np.isfinite(x)\n\nAssertionError: \n"
    )
    assert [(each.path, each.line) for each in event.frames] == [("<command-12345>", 4)]


@pytest.mark.parametrize(("function", "node"), [("var", "Var"), ("std", "Std")])
def test_pytorch_warns_of_a_deviation_of_too_few(function: str, node: str) -> None:
    event = event_of(
        f"/home/ada/project/norm.py:8: UserWarning: {function}(): degrees of freedom is <= 0. Correction should be\n"
        f"  spread = x.{function}(dim=0)\n"
    )
    told = (event.framework, event.operation, event.trouble, event.sure, event.frames[0].text)
    assert told == ("torch", node, Trouble.VALUE, True, f"spread = x.{function}(dim=0)")


@pytest.mark.parametrize(
    "line",
    [
        "tensor(nan, grad_fn=<MeanBackward0>)",
        "tensor([nan, nan], grad_fn=<MulBackward0>)",
        "tf.Tensor(nan, shape=(), dtype=float32)",
        "<tf.Tensor: shape=(), dtype=float32, numpy=nan>",
        "Array(-inf, dtype=float32)",
        "nan",
        "3 0.25 nan",
        "[nan, 0.5]",
        "[2] scale=65536 (inf/nan in gradients, step skipped)",
        "NaN detected in the gradients of layer 3",
        "WARNING nan values found in loss, skipping this batch",
        "NaN or Inf found in input tensor.",
    ],
)
def test_a_loss_that_is_printed_alone_and_what_people_say_of_it(line: str) -> None:
    (event,) = report_of(f"before\n{line}\n".encode()).events
    assert (event.vague, event.at) == (True, 2)


@pytest.mark.parametrize(
    "line",
    [
        "tensor([0.0000, -inf, -inf])",
        "checking for NaN in gradients: True",
        "terminate if nan in loss",
        "dropped 3 rows with nan in outputs",
        "nan_loss_weight 0.5",
        "name       NaN",
        "10 20 30",
        "banana",
    ],
)
def test_what_is_no_loss(line: str) -> None:
    assert report_of(f"{line}\n".encode()).events == ()
