"""The CTC loss of a target that is longer than its input sums no alignment at all: it is infinite, and its gradient NaN."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn import CTCLoss


class Recognizer(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.rnn = nn.LSTM(80, 256, batch_first=True)
        self.out = nn.Linear(256, vocabulary)
        self.criterion = nn.CTCLoss(blank=0)

    def forward(self, x, targets, input_lengths, target_lengths):
        h, _ = self.rnn(x)
        log_probs = self.out(h).log_softmax(-1).transpose(0, 1)
        return self.criterion(log_probs, targets, input_lengths, target_lengths)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `targets` fit their inputs: of a longer one the loss is Inf, its gradient NaN
        # fixed (unsafe): nn.CTCLoss(blank=0, zero_infinity=True)
        # adds: , zero_infinity=True


def train(model, loader, optimizer):
    ctc = CTCLoss()
    for images, targets, lengths in loader:
        optimizer.zero_grad()
        logits = model(images)
        sizes = torch.full((logits.size(1),), logits.size(0))
        loss = ctc(F.log_softmax(logits, 2), targets, sizes, lengths)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `targets` fit their inputs: of a longer one the loss is Inf, its gradient NaN
        # fixed (unsafe): CTCLoss(zero_infinity=True)
        # adds: zero_infinity=True
        loss.backward()
        optimizer.step()


def ctc_objective(logits, targets, input_lengths, target_lengths):
    return F.ctc_loss(logits.log_softmax(-1), targets, input_lengths, target_lengths, reduction="mean")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `targets` fit their inputs: of a longer one the loss is Inf, its gradient NaN
    # fixed (unsafe): F.ctc_loss(logits.log_softmax(-1), targets, input_lengths, target_lengths, reduction="mean", zero_infinity=True)


def explicitly(model, optimizer, x, y, in_len, out_len):
    loss = F.ctc_loss(model(x).log_softmax(2), y, in_len, out_len, zero_infinity=False)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y` fit their inputs: of a longer one the loss is Inf, its gradient NaN
    # fixed (unsafe): F.ctc_loss(model(x).log_softmax(2), y, in_len, out_len, zero_infinity=True)
    loss.backward()
    optimizer.step()


# What is infinite becomes 0.
class Guarded(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.out = nn.Linear(256, vocabulary)
        self.criterion = nn.CTCLoss(blank=0, zero_infinity=True)

    def forward(self, h, targets, input_lengths, target_lengths):
        log_probs = self.out(h).log_softmax(-1)
        return self.criterion(log_probs, targets, input_lengths, target_lengths)


def positionally(model, optimizer, x, y, in_len, out_len):
    loss = F.ctc_loss(model(x).log_softmax(2), y, in_len, out_len, 0, "mean", True)
    loss.backward()
    optimizer.step()


# The lengths are asked before, or the loss is.
def skips_long_ones(model, optimizer, x, y, in_len, out_len):
    if (out_len > in_len).any():
        return
    loss = F.ctc_loss(model(x).log_softmax(2), y, in_len, out_len)
    loss.backward()
    optimizer.step()


def skips_infinite_ones(model, optimizer, loader):
    criterion = nn.CTCLoss()
    for x, y, in_len, out_len in loader:
        loss = criterion(model(x).log_softmax(2), y, in_len, out_len)
        if torch.isinf(loss) or torch.isnan(loss):
            continue
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def keeps_finite_ones(model, optimizer, x, y, in_len, out_len):
    loss = F.ctc_loss(model(x).log_softmax(2), y, in_len, out_len, reduction="none")
    loss = loss[torch.isfinite(loss)].sum()
    loss.backward()
    optimizer.step()


# Nobody differentiates it.
@torch.no_grad()
def validate(model, loader):
    criterion = nn.CTCLoss()
    return sum(criterion(model(x).log_softmax(2), y, a, b).item() for x, y, a, b in loader)
