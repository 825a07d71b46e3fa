# Of two assignments to an attribute in one method the later one counts.

import torch


class Pipeline:
    def run(self, x):
        self.p = torch.softmax(x, -1)
        self.p = torch.clamp(self.p, min=1e-8)
        return torch.log(self.p)

    def other(self, x):
        self.q = torch.clamp(torch.softmax(x, -1), min=1e-8)
        self.q = torch.softmax(x, -1)
        return torch.log(self.q)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.q` is a softmax

    def changed_later(self, x):
        self.r = torch.sigmoid(x)
        reveal_range(self.r)  # [0, 1] float32
        self.r = x + 10

    def changed_in_a_branch(self, x, hot, cold):
        self.s = torch.sigmoid(x) + 1
        if cold:
            self.s = torch.sigmoid(x) - 1
            return self.s
        reveal_range(self.s)  # [1, 2] float32
        if hot:
            self.s = torch.sigmoid(x)
        reveal_range(self.s)  # [0, 2] float32
        return torch.log(self.s)
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `self.s` is a sigmoid

    def changed_at_the_end_of_a_turn(self, x):
        self.t = torch.sigmoid(x) + 1
        for _ in range(3):
            # FIXME: from the second turn on it is [0, 1]
            reveal_range(self.t)  # [1, 2] float32
            self.t = torch.sigmoid(x)
