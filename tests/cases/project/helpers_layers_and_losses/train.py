# The training, where the helpers of one file meet the network of another.

import torch
from net import Encoder
from ops import l2, log_prob, masked_mean, safe_div

enc = Encoder(8)
opt = torch.optim.Adam(enc.parameters())


def step(batch):
    x, y, lens = batch
    h, p = enc(x)
    unit = safe_div(h, l2(h).unsqueeze(-1))
    nll = -log_prob(p)[range(len(y)), y].mean()
    m = (torch.arange(x.size(1))[None] < lens[:, None]).float()
    pooled = masked_mean(h, m)
    loss = nll + unit.sum() + pooled.sum()
    opt.zero_grad()
    loss.backward()
    opt.step()
