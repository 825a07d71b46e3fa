"""What is known to be wrong with a repair: asserted, so that whoever mends it takes it out here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.oracle.dressed.proof import Problem


@dataclass(frozen=True)
class Known:
    """A wrong outcome: the programs that have it (`framework-fault-style`, a pattern), its kind, an example, why."""

    programs: str
    kind: str
    example: str
    why: str

    def covers(self, problem: Problem) -> bool:
        """Whether a problem is this one."""
        return self.kind == problem.kind and fnmatchcase(str(problem.program), self.programs)


# FIXME: each of these.
KNOWN: tuple[Known, ...] = (
    Known("*-comprehension", "no twin", "torch-nll-comprehension",
          "what a comprehension runs through is not followed to where it is made"),
    Known("*-generator", "no twin", "torch-log-softmax-generator",
          "what a generator uses may be bound anew before it runs"),
    Known("*-squashed-helper-makes", "no twin", "torch-squashed-helper-makes",
          "the square of what a helper returns is not followed to the tanh that makes it"),
    Known("*-under-with", "no twin", "jax-log-softmax-made-under-with",
          "any `with` may be one that takes no gradient, or computes in another dtype"),
    Known("*-one-of-two-branches", "no twin", "torch-log-sigmoid-one-of-two-branches",
          "of two assignments neither is the one that reaches the use"),
    Known("numpy-log-of-share-*", "not finite", "numpy-log-of-share-annotated",
          "a share of what was clipped at 0 may be 0, and its logarithm, of which nobody tells, stays"),
    Known("tensorflow-log-of-share-half", "not finite", "tensorflow-log-of-share-half",
          "the derivatives at both epsilons overflow float16 together; what divide_no_nan gives is taken for float32"),
)  # fmt: skip


def unknown(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that are not known."""
    return [problem for problem in problems if not any(each.covers(problem) for each in KNOWN)]
