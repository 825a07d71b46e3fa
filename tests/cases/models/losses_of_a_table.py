# A loss that is chosen from a table by its name, or handed to the models by a loop, is trained on as any other.
import torch
from keras import Sequential, layers
from keras import backend as K


def build(loss):
    model = Sequential([layers.Dense(1)])
    model.compile("adam", loss=loss)
    return model


def relative(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true))
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def relative_square(y_true, y_pred):
    return K.mean(K.square((y_true - y_pred) / y_true))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def relative_of_pairs(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true)) + 1.0
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y_true` can be 0 where the target of the error is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


LOSSES = {"relative": relative, "mended": mended}
NAMED = {"pairs": relative_of_pairs}


def chosen(name):
    return build(LOSSES[name])


for each in (relative_square, mended):
    build(each)

for name, loss in NAMED.items():
    build(loss)


# Silent: a table of what is only measured.
def relative_error(y_true, y_pred):
    return K.mean(K.abs((y_true - y_pred) / y_true))


METRICS = [relative_error]


def measured(y_true, y_pred):
    return [each(y_true, y_pred) for each in METRICS]


def entropy(p):
    return -(p * torch.log(p)).sum(-1).mean()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(net(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `p` passed as `p` here


def cross_entropy(p):
    return -torch.log(p[:, 0]).mean()
    #       ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p[:, 0]` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p[:, 0], 1e-10, 1.0))
    # or (unsafe): torch.log(p[:, 0] + 1e-8)
    # from: `torch.softmax(net(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `p` passed as `p` here


def trained(net, x):
    p = torch.softmax(net(x), -1)
    for term in (entropy, cross_entropy):
        loss = term(p)
        loss.backward()
