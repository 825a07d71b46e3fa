"""The angle of something computed: a cosine is above 1 by rounding, and what nobody clips may be."""

import torch
import torch.nn.functional as F


class Margin(torch.nn.Module):
    def forward(self, x, labels):
        cosine = F.linear(F.normalize(x), F.normalize(self.weight))
        return torch.acos(cosine)
        #      ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity

    def each_with_each(self, x, centers):
        cosine = torch.einsum("bd,kd->bk", F.normalize(x, dim=-1), F.normalize(centers, dim=-1))
        return torch.acos(cosine), torch.acos(cosine.clamp(-1 + 1e-6, 1 - 1e-6))
        #      ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity

    def written_out(self, a, b):
        cosine = (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm(dim=-1) * b.norm(dim=-1))` can be 0, as a norm can
        return torch.acos(cosine)
        #      ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity


def rotation(r1, r2):
    m = r1.transpose(-1, -2) @ r2
    return torch.acos((m[..., 0, 0] + m[..., 1, 1] + m[..., 2, 2] - 1) / 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…2` stays between -1 and 1, which rounding can leave


def rotation_clipped(r1, r2):
    m = r1.transpose(-1, -2) @ r2
    cosine = (m[..., 0, 0] + m[..., 1, 1] + m[..., 2, 2] - 1) / 2
    return torch.acos(torch.clamp(cosine, -1 + 1e-6, 1 - 1e-6)), torch.atan2(cosine, 1 - cosine), torch.asin(cosine.sin())


def passed_on(x):
    """Whoever calls this knows what it passes."""
    return torch.asin(x)
