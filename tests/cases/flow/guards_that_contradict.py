# A guard that contradicts all that is known of a value says that it is something else by then: a count that another
# method moves on, a limit that a caller sets.

import torch


class Cache:
    def __init__(self):
        self.step: int = -1
        self.last: int | None = None

    def since(self):
        return self.step - self.last

    def change(self, old, new):
        if self.last is None:
            return new
        passed = self.step - self.last
        if passed == 0:
            raise ValueError("nothing has passed")
        self.last = self.step
        return (torch.relu(new) - old) / passed

    def rate(self, x):
        if self.step > 0:
            return torch.log(torch.relu(x) + self.step) / self.step
        return x

    def unguarded(self, x):
        return x / (self.step - self.last)


def later(x, length=-1):
    if length > 0:
        return torch.sqrt(torch.tensor(float(length))) * x
    return x
