"""What is put into a list of layers, and what only reads it, before a model is made of it."""

import torch
from torch import nn

def read_and_left_as_it_is(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    kept = layers
    return torch.log(nn.Sequential(*layers)(x)), kept
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Sequential(*layers)(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

def beside_others(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    longer = layers + [nn.Softplus()]
    return torch.log(nn.Sequential(*layers)(x)), longer
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Sequential(*layers)(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

def one_of_them(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    print(layers[0], len(layers))
    return torch.log(nn.Sequential(*layers)(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Sequential(*layers)(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

def with_heads_of_somebody(x, heads):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    layers += heads
    return torch.log(nn.Sequential(*layers)(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `nn.Sequential(*layers)(x)` stays above 0: log(0) is -inf

def of_somebody(x, heads):
    layers = list(heads)
    return torch.log(nn.Sequential(*layers)(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `nn.Sequential(*layers)(x)` stays above 0: log(0) is -inf

def replaced(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    layers[1] = nn.Softplus()
    return torch.log(nn.Sequential(*layers)(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `nn.Sequential(*layers)(x)` stays above 0: log(0) is -inf

def taken_away(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    del layers[1]
    return torch.log(nn.Sequential(*layers)(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `nn.Sequential(*layers)(x)` stays above 0: log(0) is -inf

def written_where_it_is_unpacked(x):
    return torch.log(nn.Sequential(*[nn.Linear(8, 1), nn.Sigmoid()])(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Sequential(*[…])(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

def made_where_it_is_unpacked(x, blocks):
    return torch.log(nn.Sequential(nn.Linear(8, 1), nn.Sigmoid(), *blocks())(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `nn.Sequential(…)(…)` stays above 0: log(0) is -inf

def changed_by_a_function_that_is_called_elsewhere(x):
    layers = [nn.Linear(8, 1), nn.Sigmoid()]
    undo = lambda: layers.clear()
    return torch.log(nn.Sequential(*layers)(x)), undo
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Sequential(*layers)(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

