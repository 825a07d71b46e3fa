"""A uniform number in double precision is 0 once in 2**53 draws, however its precision is named."""

import torch


def drawn(model, x):
    y = model(x).double()
    a = torch.log(torch.rand_like(y))
    b = torch.log(torch.empty(3, dtype=torch.float64).uniform_())
    c = torch.log(torch.DoubleTensor(3).uniform_(0, 1))
    return a, b, c, torch.log(torch.rand(3, dtype=torch.double))


def like_what_another_is(model, x, h):
    double, single, half = model(x).to(torch.float64), model(x).float(), model(x).half()
    a = torch.log(torch.rand_like(single))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(single)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    b = torch.log(torch.empty_like(double).uniform_())
    c = torch.log(torch.zeros_like(h).uniform_(0, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.zeros_like(…iform_(…)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    d = torch.log(torch.rand_like(half))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(half)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    e = torch.log(torch.rand_like(double, dtype=torch.float32))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(…)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    f = torch.log(torch.FloatTensor(3).uniform_())
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.FloatTensor…niform_()` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # FIXME: nothing: it is of the dtype of what it is made by
    return a, b, c, d, e, f, torch.log(double.new_zeros(3).uniform_())
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `double.new_zeros(…niform_()` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0


def made_and_filled(model, x):
    noise = torch.zeros(3, dtype=torch.double)
    noise.uniform_()
    return torch.log(noise), torch.log(torch.rand(3).double())
    #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(3).double()` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0


def kept_in_half(model, x):
    half = model(x).half()
    return torch.log(torch.relu(half) + torch.full_like(half, 1e-8))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(…) + to…l_like(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
