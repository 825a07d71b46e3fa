"""Message passing over edges by hand: degrees that may be 0, attention by scattered exponentials, means of neighbours."""

import torch
from torch import nn
from torch.nn import functional as F


def degree(index, num_nodes, dtype=torch.float32):
    out = torch.zeros(num_nodes, dtype=dtype, device=index.device)
    return out.scatter_add_(0, index, torch.ones_like(index, dtype=dtype))


def gcn_norm(edge_index, num_nodes, add_self_loops=False):
    row, col = edge_index
    if add_self_loops:
        loop = torch.arange(num_nodes, device=row.device)
        row, col = torch.cat([row, loop]), torch.cat([col, loop])
    deg = degree(col, num_nodes)
    inv_sqrt = deg.pow(-0.5)
    inv_sqrt[inv_sqrt == float("inf")] = 0
    return row, col, inv_sqrt[row] * inv_sqrt[col]


def gcn_norm_unmasked(edge_index, num_nodes):
    row, col = edge_index[0], edge_index[1]
    deg = degree(col, num_nodes)
    d = deg.rsqrt()
    #   ^^^^^^^^^^^ NAN103 information: `deg` is a count of each value, exactly 0 for values that do not occur: rsqrt(0) is Inf; keep it above 0
    # fixed: deg.clamp(min=1.0).rsqrt()
    # or (unsafe): (deg + 1e-8).rsqrt()
    # from: `out.scatter_add_(0, index, torch.ones_like(index, dtype=dtype))` made here, exactly 0 for values that do not occur
    # from: `degree(col, num_nodes)` returned by this call
    return row, col, d[row] * d[col]


def sym_laplacian(adj):
    deg = adj.sum(dim=-1)
    d = torch.where(deg > 0, deg, torch.ones_like(deg)).rsqrt()
    return torch.eye(adj.size(-1)) - d.unsqueeze(-1) * adj * d.unsqueeze(-2)


def laplacian_of_relu(logits):
    adj = torch.relu(logits)
    deg = adj.sum(-1)
    reveal_range(deg)  # [0, inf] float32 takes 0, 10000
    return adj / torch.sqrt(deg[:, None] * deg[None, :])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: adj / torch.sqrt(deg[:, None] * deg[None, :]).clamp(min=1e-7)
    # or (unsafe): adj / (torch.sqrt(deg[:, None] * deg[None, :]) + 1e-8)
    # from: `torch.relu(logits)` made here, exactly 0 for inputs of 0 or less
    # from: `deg = adj.sum(-1)` goes into `deg` here
    # from: `torch.sqrt(deg[:, None] * deg[None, :])` made here, values in [0, inf]


class GATLayer(nn.Module):
    def __init__(self, d_in, d_out, heads=4, negative_slope=0.2):
        super().__init__()
        self.proj = nn.Linear(d_in, heads * d_out, bias=False)
        self.att_src = nn.Parameter(torch.empty(1, heads, d_out))
        self.att_dst = nn.Parameter(torch.empty(1, heads, d_out))
        self.heads, self.d_out, self.slope = heads, d_out, negative_slope
        nn.init.xavier_uniform_(self.att_src)
        nn.init.xavier_uniform_(self.att_dst)

    def edge_softmax(self, score, dst, n):
        biggest = torch.full((n, self.heads), -torch.inf).scatter_reduce_(
            0, dst[:, None].expand_as(score), score, reduce="amax", include_self=False
        )
        weight = torch.exp(score - biggest[dst])
        total = torch.zeros(n, self.heads).index_add_(0, dst, weight)
        return weight / total[dst]

    def naive_softmax(self, score, dst, n):
        weight = score.exp()
        #        ^^^^^^^^^^^ NAN104 information: `score` is a leaky ReLU, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): score.clamp(max=30.0).exp()
        # from: `F.leaky_relu(alpha, self.slope)` made here, unbounded
        # from: `alpha` passed as `score` here
        total = torch.zeros(n, self.heads).index_add(0, dst, weight)
        return weight / (total[dst] + 1e-16)

    def forward(self, x, edge_index, naive=False):
        src, dst = edge_index.unbind(0)
        h = self.proj(x).view(-1, self.heads, self.d_out)
        alpha = (h * self.att_src).sum(-1)[src] + (h * self.att_dst).sum(-1)[dst]
        alpha = F.leaky_relu(alpha, self.slope)
        soft = self.naive_softmax if naive else self.edge_softmax
        a = soft(alpha, dst, x.size(0))
        return torch.zeros_like(h).index_add_(0, dst, h[src] * a.unsqueeze(-1)).flatten(1)


class SAGEMean(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.lin = nn.Linear(2 * d, d)

    def aggregate(self, x, src, dst, clamp=True):
        total = torch.zeros_like(x).index_add_(0, dst, x[src])
        count = torch.bincount(dst, minlength=x.size(0)).to(x.dtype).unsqueeze(-1)
        if clamp:
            return total / count.clamp_(min=1)
        return total / count
        #      ^^^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: total / count.clamp(min=1.0)
        # or (unsafe): total / (count + 1e-8)
        # from: `torch.bincount(dst, minlength=x.size(0))` made here, exactly 0 for values that do not occur

    def forward(self, x, edge_index):
        src, dst = edge_index
        out = self.lin(torch.cat([x, self.aggregate(x, src, dst)], -1)).relu_()
        alone = self.aggregate(x, src, dst, clamp=False)
        unit = out / out.norm(p=2, dim=-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `out.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed: out / out.norm(p=2, dim=-1, keepdim=True).clamp(min=1e-6)
        # or: F.normalize(out, dim=-1)
        # or (unsafe): out / (out.norm(p=2, dim=-1, keepdim=True) + 1e-8)
        # from: `self.lin(torch.cat([x, self.aggregate(x, src, dst)], -1)).relu_()` made here, values in [0, inf]
        # from: `out.norm(p=2, dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros
        return F.normalize(out, p=2.0, dim=-1), unit, alone


def link_loss(z, pos, neg):
    logits_pos = (z[pos[0]] * z[pos[1]]).sum(-1)
    logits_neg = (z[neg[0]] * z[neg[1]]).sum(-1)
    hand = -torch.log(torch.sigmoid(logits_pos)).mean() - torch.log(1 - torch.sigmoid(logits_neg)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(logits_pos)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(logits_pos)
    # or: torch.log(torch.clamp(torch.sigmoid(logits_pos), 1e-10, 1.0))
    # from: `torch.sigmoid(logits_pos)` made here, exactly 0 in float32 for inputs below -89
    #                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.sigmoid(logits_neg)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: F.logsigmoid(-logits_neg)
    # or: torch.log(torch.clamp(1 - torch.sigmoid(logits_neg), 1e-10, 1.0))
    # from: `torch.sigmoid(logits_neg)` made here, exactly 1 in float32 for inputs above 17
    usual = -F.logsigmoid(logits_pos).mean() - F.logsigmoid(-logits_neg).mean()
    masked = (
        -torch.log(torch.sigmoid(logits_pos) + 1e-15).mean() - torch.log(1 - torch.sigmoid(logits_neg) + 1e-15).mean()
        #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `torch.sigmoid(…) + 1e-15` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact
        # fixed (unsafe): F.logsigmoid(logits_pos)
        # from: `torch.sigmoid(logits_pos)` made here, values in [0, 1]
        #                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `1 - torch.sigmo…+ 1e-15` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact
        # fixed (unsafe): F.logsigmoid(-logits_neg)
        # from: `torch.sigmoid(logits_neg)` made here, values in [0, 1]
    )
    return hand + usual + masked
