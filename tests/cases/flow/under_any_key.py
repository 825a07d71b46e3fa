"""What is put into a dictionary under keys that are computed is what its values are, by any key and all together."""

import torch


def by_a_comprehension(outputs):
    probs = {name: torch.sigmoid(x) for name, x in outputs.items()}
    return torch.log(probs["a"]), torch.log(probs[outputs.first])
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs["a"]` is a sigmoid, exactly 0 for inputs below -89
    #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[outputs.first]` is a sigmoid, exactly 0 for inputs below -89


def one_after_the_other(outputs):
    probs = {}
    for name, x in outputs.items():
        probs[name] = torch.sigmoid(x)
    return {name: torch.log(p) for name, p in probs.items()}
    #             ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89


def all_values(x):
    probs = {"a": torch.sigmoid(x), "b": torch.sigmoid(-x)}
    return sum(torch.log(p) for p in probs.values())
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89


def its_keys(outputs):
    probs = {name: torch.sigmoid(x) for name, x in outputs.items()}
    for name, p in probs.items():
        reveal_range(name)  # unknown
        reveal_range(p)  # [0, 1] float32


def floored(outputs):
    probs = {name: torch.sigmoid(x).clamp(min=1e-6) for name, x in outputs.items()}
    return sum(torch.log(p) for p in probs.values())


def only_the_keys_that_are_written(x, key):
    probs = {"a": torch.sigmoid(x)}
    reveal_range(probs[key])  # unknown
    reveal_range(probs["b"])  # unknown
