"""Translation with padding: attention whose rows may be masked throughout, losses averaged over tokens, lengths as divisors."""

import random
from itertools import chain

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

PAD, BOS, EOS = 0, 1, 2
NEG_INF = float("-inf")


def collate(pairs):
    src, tgt = zip(*pairs)
    src, tgt = (pad_sequence(list(side), batch_first=True, padding_value=PAD) for side in (src, tgt))
    return src, tgt, src.ne(PAD).sum(-1)


class Encoder(nn.Module):
    def __init__(self, vocab, dim):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim, padding_idx=PAD)
        self.rnn = nn.GRU(dim, dim, batch_first=True, bidirectional=True)
        self.bridge = nn.Linear(2 * dim, dim)

    def forward(self, src, lengths):
        packed = pack_padded_sequence(self.embed(src), lengths.cpu(), batch_first=True, enforce_sorted=False)
        out, h = self.rnn(packed)
        out, _ = pad_packed_sequence(out, batch_first=True)
        return self.bridge(out), torch.tanh(self.bridge(torch.cat([h[-2], h[-1]], dim=-1)))

    def sentence_vector(self, src):
        e = self.embed(src)
        norms = e.norm(dim=-1, keepdim=True)
        unit = e / norms
        #      ^^^^^^^^^ NAN102 warning: `norms` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
        # fixed: e / norms.clamp(min=1e-6)
        # or (unsafe): e / (norms + 1e-8)
        # from: `e.norm(dim=-1, keepdim=True)` made here, exactly 0 for a row of padding
        mask = src.ne(PAD).unsqueeze(-1)
        mean = (e * mask).sum(1) / mask.sum(1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `mask.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (e * mask).sum(1) / mask.sum(1).clamp(min=1.0)
        # or (unsafe): (e * mask).sum(1) / (mask.sum(1) + 1e-8)
        # from: `mask.sum(1)` made here, exactly 0 where nothing matches
        safe_mean = (e * mask).sum(1) / mask.sum(1).clamp(min=1)
        return unit.sum(1) + mean + safe_mean


class Additive(nn.Module):
    def __init__(self, dim, fill=NEG_INF):
        super().__init__()
        self.query, self.key, self.score = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, 1, bias=False)
        self.fill = fill

    def energies(self, h, memory):
        return self.score(torch.tanh(self.query(h)[:, None] + self.key(memory)))[..., 0]

    def forward(self, h, memory, mask):
        e = self.energies(h, memory).masked_fill(~mask, self.fill)
        return torch.bmm(torch.softmax(e, -1)[:, None], memory).squeeze(1)
        #                ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `e` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
        # fixed: nothing
        # from: `self.score(torch.tanh(self.query(h)[:, None] + self.key(memory)))` made here, unbounded
        # from: `self.energies(h, memory)` returned by this call


class Renormalised(Additive):
    def forward(self, h, memory, mask):
        a = torch.softmax(self.energies(h, memory), dim=-1) * mask
        a = a / a.sum(-1, keepdim=True)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `a.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # from: `torch.softmax(self.energies(h, memory), dim=-1)` made here, values in [0, 1]
        return torch.einsum("bs,bsd->bd", a, memory)


class Offset(Additive):
    def forward(self, h, memory, mask):
        a = torch.exp(self.energies(h, memory).clamp(max=20.0)) * mask
        a = a / (a.sum(-1, keepdim=True) + 1e-9)
        reveal_range(a)  # any value float32 takes 0
        return torch.einsum("bs,bsd->bd", a, memory)


class Decoder(nn.Module):
    def __init__(self, vocab, dim, attention="additive"):
        super().__init__()
        kinds = {"additive": Additive, "renormalised": Renormalised, "offset": Offset}
        self.embed = nn.Embedding(vocab, dim, padding_idx=PAD)
        self.attend = kinds[attention](dim)
        self.cell = nn.GRUCell(2 * dim, dim)
        self.generator = nn.Sequential(nn.Linear(dim, vocab), nn.LogSoftmax(dim=-1))

    def forward(self, tgt, h, memory, mask, forcing=0.5):
        token, outputs = tgt[:, 0], []
        for t in range(1, tgt.size(1)):
            h = self.cell(torch.cat((self.embed(token), self.attend(h, memory, mask)), -1), h)
            logp = self.generator(h)
            outputs.append(logp)
            token = tgt[:, t] if random.random() < forcing else logp.argmax(-1)
        return torch.stack(outputs, 1)


def token_loss(logp, tgt):
    keep = tgt[:, 1:] != PAD
    picked = logp.gather(-1, tgt[:, 1:, None]).squeeze(-1)
    nll = -(picked * keep).sum() / keep.sum()
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `keep.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: -(picked * keep).sum() / keep.sum().clamp(min=1.0)
    # or (unsafe): -(picked * keep).sum() / (keep.sum() + 1e-8)
    # from: `keep.sum()` made here, exactly 0 where nothing matches
    per_sentence = -(picked * keep).sum(1) / keep.sum(1).float().clamp(min=1.0)
    probability = logp.exp()
    smooth = -torch.log(probability.gather(-1, tgt[:, 1:, None])).squeeze(-1)[keep].mean()
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `keep` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
    reveal_range(probability)  # [0, inf] float32 takes nothing
    return nll + per_sentence.mean() + smooth


def train(enc, dec, loader, lr=1e-3):
    opt = torch.optim.Adam(chain(enc.parameters(), dec.parameters()), lr=lr)
    total, tokens = 0.0, 0
    for src, tgt, lengths in loader:
        memory, h = enc(src, lengths)
        loss = token_loss(dec(tgt, h, memory, src != PAD), tgt)
        opt.zero_grad()
        loss.backward()
        opt.step()
        n = int((tgt != PAD).sum())
        total, tokens = total + loss.item() * n, tokens + n
    return total / tokens if tokens else float("nan")
