# A backward pass adds to the gradients where they lie: what is computed of one before is not the same behind it, also under another name. A copy is, and so is all that is no gradient.

import torch


def before_the_pass(w, loss):
    p = torch.softmax(w.grad, 0)
    loss.backward()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(w.grad, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(w.grad, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def by_a_name(w, loss):
    g = w.grad
    p = torch.softmax(g, 0)
    loss.backward()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(g, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(g, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_an_attribute(self, loss):
    p = torch.softmax(self.w.grad[0], 0)
    torch.autograd.backward(loss)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(self.w.grad[0], 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(self.w.grad[0], 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def by_hand(w, loss):
    e = torch.exp(w.grad)
    loss.backward()
    return torch.log(1 + e)
    #      ^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(w.grad)` overflows, it is Inf; use PyTorch's own
    # fixed: nothing


def of_a_copy(w, loss):
    g = w.grad.clone()
    p = torch.softmax(g, 0)
    loss.backward()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(g, 0)
    # removes: p = torch.softmax(g, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(g, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_the_data(w, loss):
    p = torch.softmax(w.data, 0)
    loss.backward()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(w.data, 0)
    # removes: p = torch.softmax(w.data, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(w.data, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def behind_the_pass(w, loss):
    loss.backward()
    p = torch.softmax(w.grad, 0)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(w.grad, 0)
    # removes: p = torch.softmax(w.grad, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(w.grad, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_a_view(w, loss):
    g = w.grad.view(-1)
    p = torch.softmax(g, 0)
    loss.backward()
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: log_p
    # adds: log_p = torch.log_softmax(g, 0)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(g, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104
