"""What is written out stays so where it is only looked at, and where all that is made of it is still known."""

import numpy as np
import torch


def report(p):
    p[0] = 1


def printed():
    p = np.zeros(3)
    print(p)
    return np.log(p).sum()
    #      ^^^^^^^^^ NAN101 warning: `p` is 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(p, 1e-10, 1.0))
    # or (unsafe): np.log(p + 1e-8)


def handed():
    p = np.zeros(3)
    report(p)
    return np.log(p).sum()


def filled():
    p = np.zeros(3)
    p.fill(1)
    return np.log(p).sum()


def shadowed(print):
    p = np.zeros(3)
    print(p)
    return np.log(p).sum()


def rows():
    return np.log(np.array([[0.0, 1.0], [1.0, 2.0]])).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([[0.0, 1.0], [1.0, 2.0]])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.maximum(np.array([[0.0, 1.0], [1.0, 2.0]]), 1e-10))
    # or (unsafe): np.log(np.array([[0.0, 1.0], [1.0, 2.0]]) + 1e-8)


def empty():
    return np.log(np.array([])).sum()


def twice():
    a = np.array([0.0, 1.0])
    return np.log(np.array([a, a])).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([a, a])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(np.array([a, a]), 1e-10, 1.0))
    # or (unsafe): np.log(np.array([a, a]) + 1e-8)


def sums():
    a, b = np.array([0.0, 1.0]), np.array([1.0, 2.0])
    return np.log(np.array([a + b, a])).sum()


def given(p):
    return np.log(p).sum()
    #      ^^^^^^^^^ NAN101 warning: `p` is 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(p, 1e-10, 1.0))
    # or (unsafe): np.log(p + 1e-8)


given(np.zeros(3))


def given_by_name(*, p):
    return np.log(p).sum()
    #      ^^^^^^^^^ NAN101 warning: `p` is 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(p, 1e-10, 1.0))
    # or (unsafe): np.log(p + 1e-8)


given_by_name(p=np.zeros(3))


def given_several(*p):
    return np.log(p).sum()
    #      ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(p, 1e-10))


given_several(np.zeros(3), np.zeros(2))


def unpacked(p, q):
    return np.log(p).sum()
    #      ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(p, 1e-10))


unpacked(*[np.zeros(3), 1])


class State:
    def __init__(self):
        self.p = np.array([0.0, 1.0])
        self.q, self.r = np.array([0.0, 1.0]), 1
        self.s = np.array([0.0, 1.0])
        self.s += 1
        for self.t in np.array([[0.0, 1.0]]):
            pass

    def all(self):
        return np.log(self.p).sum(), np.log(self.q).sum(), np.log(self.s).sum(), np.log(self.t).sum()
        #      ^^^^^^^^^^^^^^ NAN101 warning: `self.p` holds 0: log(0) is -inf; keep it above 0
        # fixed: np.log(np.clip(self.p, 1e-10, 1.0))
        # or (unsafe): np.log(self.p + 1e-8)


def spaced_in_rows():
    return np.log(np.array([np.linspace(0, 1, 5), np.linspace(1, 2, 5)]))


def chosen():
    a = np.array([0.0, 1.0, 2.0])
    return np.log(np.array([a.max(), a.min()]))


def together():
    a = np.array([0.0, 1.0, 2.0])
    return np.log(np.repeat(a, 2) + 0)


def reordered():
    a = np.array([0.0, 1.0, 2.0])
    return np.log(a[::-1]), np.log(a.reshape(3, 1)), np.log(np.array([a, [1.0, 2.0, 3.0]])), np.log(a * a), np.log(np.sort(a))
    #                       ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `a.reshape(3, 1)` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.maximum(a.reshape(3, 1), 1e-10))
    # or (unsafe): np.log(a.reshape(3, 1) + 1e-8)
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `np.array([a, [1.0, 2.0, 3.0]])` holds 0: log(0) is -inf; keep it above 0
    # fixed: np.log(np.maximum(np.array([a, [1.0, 2.0, 3.0]]), 1e-10))
    # or (unsafe): np.log(np.array([a, [1.0, 2.0, 3.0]]) + 1e-8)
