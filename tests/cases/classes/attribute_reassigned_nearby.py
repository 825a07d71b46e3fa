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
