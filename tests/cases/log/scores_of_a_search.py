# What searches for the likeliest with a model that is done with training takes -inf for the score of what is not likely at all:
# information, where a context around it or around all its callers records nothing. Targets that a loss is computed of are
# trained on all the same, and so is what nobody says is unrecorded.

import torch
import torch.nn.functional as F
from torch import nn


class Translator(nn.Module):
    def __init__(self, model, width):
        super().__init__()
        self.model = model
        self.width = width

    def best(self, x):
        probabilities, places = F.softmax(self.model(x), -1).topk(self.width)
        return torch.log(probabilities), places
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `probabilities` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0

    def translate(self, x):
        with torch.no_grad():
            scores, places = self.best(x)
            return places[scores.view(-1).topk(self.width)[1]]


class Sampler(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.out = nn.Linear(n, n)

    @torch.inference_mode()
    def generate(self, x):
        p = torch.softmax(self.out(x), -1)
        return p.multinomial(1), p.log()
        #                        ^^^^^^^ NAN101 information: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0

    def loss(self, x, teacher):
        with torch.no_grad():
            target = torch.log(torch.softmax(teacher(x), -1))
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(teacher(x), -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        return F.mse_loss(F.log_softmax(self.out(x), -1), target)

    def train_step(self, x):
        with torch.no_grad():
            with torch.enable_grad():
                return -torch.log(torch.softmax(self.out(x), -1)).mean()
                #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(self.out(x), -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
