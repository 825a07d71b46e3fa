# Where each branch asks what a setting is called, one of them is taken, though there is no last `else`: what stands before them
# is not met behind. Branches that ask different things leave something over, and so does one branch alone.

import tensorflow.compat.v1 as tf
import torch
from torch import nn


class Memory:
    def __init__(self, args, cell, y):
        outputs = []
        for t in range(args.length):
            with tf.variable_scope("out", reuse=t > 0):
                w = tf.get_variable("w", [args.size, args.classes])
                output = tf.matmul(cell(t), w)
            if args.label_type == "one_hot":
                output = tf.nn.softmax(output)
            elif args.label_type == "five_hot":
                output = tf.stack([tf.nn.softmax(o) for o in tf.split(output, 5, axis=1)], axis=1)
            outputs.append(output)
        self.loss = -tf.reduce_mean(y * tf.log(tf.stack(outputs, axis=1) + 1e-8))


class Gate(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.kind = kind
        self.out = nn.Linear(8, 8)

    def of_names(self, x):
        p = self.out(x)
        if self.kind in ("soft", "smooth"):
            p = torch.softmax(p, -1) + 1e-6
        elif self.kind == "hard":
            p = torch.ones_like(p)
        return torch.log(p)

    def of_one_name(self, x):
        p = torch.relu(self.out(x))
        if self.kind == "soft":
            p = torch.softmax(p, -1) + 1e-6
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0

    def of_two_settings(self, x, other):
        p = torch.relu(self.out(x))
        if self.kind == "soft":
            p = torch.softmax(p, -1) + 1e-6
        elif other == "hard":
            p = torch.ones_like(p)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0

    def of_names_that_do_not_bind(self, x):
        p = torch.relu(self.out(x))
        if self.kind == "soft":
            p = torch.softmax(p, -1) + 1e-6
        elif self.kind == "hard":
            x = torch.ones_like(p)
        return torch.log(p) + x
        #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
