# All that is left of a row of a softmax may be 0: the probability of any class but the first is, once the first leads.
import tensorflow as tf
import torch


def of_any_but_the_first(logits):
    p = torch.softmax(logits, -1)
    loss = -torch.log(p[:, 1:].sum(dim=1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[:, 1:].sum(dim=1)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p[:, 1:].sum(dim=1), min=1e-10))
    # or (unsafe): torch.log(p[:, 1:].sum(dim=1) + 1e-8)
    # from: `torch.softmax(logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    loss.backward()


def of_the_first_two(logits):
    p = torch.softmax(logits, dim=-1)
    loss = -torch.log(p[..., :2].sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[..., :2].sum(-1)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p[..., :2].sum(-1), min=1e-10))
    # or (unsafe): torch.log(p[..., :2].sum(-1) + 1e-8)
    # from: `torch.softmax(logits, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    loss.backward()


def foreground(logits):
    p = tf.nn.softmax(logits)
    any_of_them = tf.reduce_sum(p[:, :-1], axis=-1)
    return -tf.reduce_mean(tf.math.log(any_of_them))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `any_of_them` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(any_of_them, 1e-10))
    # or (unsafe): tf.math.log(any_of_them + 1e-8)
    # from: `tf.nn.softmax(logits)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `any_of_them = tf.reduce_sum(p[:, :-1], axis=-1)` goes into `any_of_them` here


def foreground_loss(logits, labels):
    return foreground(logits) + tf.reduce_mean(labels)


# Silent: whole rows, all of a row, and as many as a name says, which may be all.
def whole_rows(logits, k):
    p = torch.softmax(logits, -1)
    rows = torch.log(p[1:].sum(-1)) + torch.log(p[0].sum(-1))
    loss = rows.mean() + torch.log(p[:, :].sum(-1)).mean() + torch.log(p[:, None].sum(-1)).mean()
    loss = loss + torch.log(p[:, :k].sum(-1)).mean()
    loss.backward()


def turned_round(logits):
    p = torch.softmax(logits, -1)
    loss = torch.log(p[:, 1:].t().sum(-1)).mean()
    loss.backward()


def mended(logits):
    p = torch.softmax(logits, -1)
    loss = -torch.log(p[:, 1:].sum(dim=1).clamp(min=1e-7)).mean()
    loss = loss - torch.logsumexp(torch.log_softmax(logits, -1)[:, 1:], dim=1).mean()
    loss.backward()
