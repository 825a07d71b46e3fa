"""What a test computes to compare with: what it passes is its own, and a helper that tests alone call is one of them."""

import torch


def mixed(student, teacher, beta):
    mixture = ((1 - beta) * student.exp() + beta * teacher.exp()).log()
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: ...can be 0, as an exponential is for inputs below -104
    return teacher.exp() * (teacher - mixture)


def reference(p, q):
    return (p * (p.log() - q.log())).sum()


def test_mixed():
    student, teacher = torch.randn(2, 4).log_softmax(-1), torch.randn(2, 4).log_softmax(-1)
    assert mixed(student, teacher, 0.5).shape == (2, 4)


def test_reference(p, q):
    assert reference(p, q) >= 0 and torch.log(p).isfinite().all()
