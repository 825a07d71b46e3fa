# A helper that imports nothing, and divides by a deviation, computes with the tensors that another file gives it.


def standardised(x):
    return (x - x.mean()) / x.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.std()` is a standard deviation and can be exactly 0


def bounded(x):
    return (x - x.mean()) / (x.std() + 1e-8)


def discounted(rewards, rate):
    total, returns = 0.0, []
    for each in reversed(rewards):
        total = each + rate * total
        returns.insert(0, total)
    return returns
