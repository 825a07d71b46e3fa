"""Spectrograms, decibels and ratios of signals: logarithms of powers, references that may be silence, losses in decibels."""

import math
import os
from pathlib import Path
from typing import Literal, NamedTuple, overload

import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset


class STFT(NamedTuple):
    n_fft: int = 1024
    hop: int = 256
    win: int = 1024


def hz_to_mel(f: float) -> float:
    return 2595.0 * math.log10(1.0 + f / 700.0)


def mel_to_hz(m: Tensor) -> Tensor:
    return 700.0 * (10.0 ** (m / 2595.0) - 1.0)


def mel_filters(sr: int, n_freq: int, n_mels: int = 80, norm: Literal["slaney"] | None = None) -> Tensor:
    freqs = torch.linspace(0, sr / 2, n_freq)
    points = mel_to_hz(torch.linspace(hz_to_mel(0.0), hz_to_mel(sr / 2), n_mels + 2))
    width = points[1:] - points[:-1]
    slopes = points[None] - freqs[:, None]
    down, up = -slopes[:, :-2] / width[:-1], slopes[:, 2:] / width[1:]
    fb = torch.minimum(down, up).clamp(min=0)
    if norm == "slaney":
        fb = fb * (2.0 / (points[2:] - points[:-2])).unsqueeze(0)
    return fb


class LogMel(nn.Module):
    def __init__(self, sr=22050, cfg=STFT(), floor=1e-5, power=2.0):
        super().__init__()
        self.cfg, self.floor, self.power = cfg, floor, power
        self.register_buffer("window", torch.hann_window(cfg.win))
        self.register_buffer("fb", mel_filters(sr, cfg.n_fft // 2 + 1))

    def spectrum(self, wav):
        n_fft, hop, win = self.cfg
        spec = torch.stft(wav, n_fft, hop_length=hop, win_length=win, window=self.window, return_complex=True)
        return spec.abs().pow(self.power)

    def forward(self, wav):
        mel = self.spectrum(wav).transpose(-1, -2) @ self.fb
        return torch.log(torch.clamp(mel, min=self.floor))

    def unfloored(self, wav):
        power = self.spectrum(wav)
        reveal_range(power)  # [0, inf] float32 takes nothing
        return torch.log10(power), torch.log2(power + 1e-10), power.add(1.0).log()
        #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `power` stays above 0: log10(0) is -inf
        # fixed: torch.log10(torch.clamp(power, min=1e-10))
        # or (unsafe): torch.log10(power + 1e-8)

    def energy(self, frames):
        rms = frames.square().mean(-1).sqrt()
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `frames.square().mean(-1)` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): frames.square().mean(-1).clamp(min=1e-10).sqrt()
        # or (unsafe): (frames.square().mean(-1) + 1e-8).sqrt()
        return 20 * torch.log10(rms), 20 * torch.log10(torch.maximum(rms, torch.tensor(1e-7)))
        #           ^^^^^^^^^^^^^^^^ NAN101 information: `rms` is a norm, exactly 0 for a vector of zeros: log10(0) is -inf; keep it above 0
        # fixed (unsafe): rms = frames.square().mean(-1).clamp(min=1e-12).sqrt()
        # adds: .clamp(min=1e-12)
        # from: `frames.square().mean(-1).sqrt()` made here, exactly 0 for a vector of zeros


def amplitude_to_db(x, ref=None, amin=1e-10, top_db=80.0):
    ref = x.max() if ref is None else ref
    db = 10.0 * torch.log10(x.clamp(min=amin)) - 10.0 * math.log10(max(amin, float(ref)))
    reveal_range(db)  # any value float32 takes nothing
    return torch.maximum(db, db.amax() - top_db) if top_db is not None else db


def normalise(wav: Tensor, kind: str = "peak") -> Tensor:
    if kind == "peak":
        return wav / wav.abs().max()
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `wav.abs().max()` can be 0 where all elements are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: wav / wav.abs().max().clamp(min=1e-7)
        # or (unsafe): wav / (wav.abs().max() + 1e-8)
    elif kind == "safe":
        peak = wav.abs().amax(-1, keepdim=True)
        return torch.where(peak > 0, wav / peak.clamp(min=1e-8), wav)
    elif kind == "rms":
        return wav / wav.pow(2).mean().sqrt()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `wav.pow(2).mean().sqrt()` is a norm and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: wav / wav.pow(2).mean().clamp(min=1e-12).sqrt()
        # from: `wav.pow(2).mean().sqrt()` made here, exactly 0 for a vector of zeros
    elif (scale := wav.std()) > 1e-6:
        return wav / scale
    return wav


def si_sdr(est: Tensor, ref: Tensor, eps: float = 1e-8, zero_mean: bool = True) -> Tensor:
    if zero_mean:
        est, ref = est - est.mean(-1, keepdim=True), ref - ref.mean(-1, keepdim=True)
    scale = (est * ref).sum(-1, keepdim=True) / (ref.pow(2).sum(-1, keepdim=True) + eps)
    target = scale * ref
    noise = est - target
    return 10 * torch.log10((target.pow(2).sum(-1) + eps) / (noise.pow(2).sum(-1) + eps))


def snr(est, ref):
    return 10 * torch.log10(ref.pow(2).sum(-1) / (ref - est).pow(2).sum(-1))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `ref.pow(2).sum(-1) / (ref - est).pow(2).sum(-1)` stays above 0: log10(0) is -inf
    # fixed: torch.log10(torch.clamp(ref.pow(2).sum(-1) / (ref - est).pow(2).sum(-1), min=1e-10))
    # or (unsafe): torch.log10(ref.pow(2).sum(-1) / (ref - est).pow(2).sum(-1) + 1e-8)
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…).pow(…).sum(…)` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): ref.pow(2).sum(-1) / (ref - est).pow(2).sum(-1).clamp(min=1e-7)
    # or (unsafe): ref.pow(2).sum(-1) / ((ref - est).pow(2).sum(-1) + 1e-8)


class Separator(nn.Module):
    def __init__(self, n_src=2, dim=64):
        super().__init__()
        self.enc = nn.Conv1d(1, dim, 16, stride=8)
        self.mask = nn.Sequential(nn.Conv1d(dim, n_src * dim, 1), nn.ReLU())
        self.dec = nn.ConvTranspose1d(dim, 1, 16, stride=8)
        self.n_src = n_src

    def forward(self, mix):
        w = torch.relu(self.enc(mix.unsqueeze(1)))
        m = self.mask(w).view(w.size(0), self.n_src, *w.shape[1:])
        wiener = m / m.sum(1, keepdim=True)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `m.sum(1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: m / m.sum(1, keepdim=True).clamp(min=1e-7)
        # or (unsafe): m / (m.sum(1, keepdim=True) + 1e-8)
        # from: `nn.ReLU()` made here, exactly 0 for inputs of 0 or less
        # from: `self.mask(w)` returned by this call
        ok = m / (m.sum(1, keepdim=True) + 1e-8)
        log_w = torch.log1p(w)
        return self.dec((wiener * w[:, None]).flatten(0, 1)), ok, log_w + w.log()
        #                                                                 ^^^^^^^ NAN101 warning: `w` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
        # fixed: w.clamp(min=1e-10).log()
        # or (unsafe): (w + 1e-8).log()
        # from: `torch.relu(self.enc(mix.unsqueeze(1)))` made here, exactly 0 for inputs of 0 or less


def train(loader: DataLoader, net: Separator, epochs=int(os.environ.get("EPOCHS", "1"))):
    opt = torch.optim.RMSprop(net.parameters(), lr=1e-4, centered=True)
    for mix, ref in (batch for _ in range(epochs) for batch in loader):
        est, ok, log_w = net(mix)
        loss = -si_sdr(est, ref).mean() - snr(est, ref).mean() + log_w.mean() + ok.mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
