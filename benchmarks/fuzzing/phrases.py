"""What is typed into a text: pieces of Python, lines that change what others mean, and characters that break things."""

from __future__ import annotations

PIECES = [
    "import tensorflow as tf\n", "from torch import log, softmax\n", "from main import *\n", "import torch\n",
    "p = tf.nn.softmax(x)\n", "tf.log(p)", "torch.log(", "log(softmax(x))", "x.log()", "log", "self.p", "def f(x):\n",
    "class A(A):\n", "    ", "return ", "\n", "\n    ", "(", ")", "[", "]", "{", "}", ":", ",", ".", "*", "**", "=",
    ":=", "+=", "lambda x: ", "for x in x", "if ", "else", "elif x:\n", "while True:\n", "try:\n", "except:\n",
    "finally:\n", "with x as x:\n", "match x:\n", "case _:\n", "global x\n", "nonlocal x\n", "del x\n", "@", "async ",
    "await ", "yield ", "x = x\n", "x, *y = y, *x\n", "0", "1e-8", "1e999", "-", "not ", "\\\n", "#", '"""', "'",
    "f'{x", "\t", "\r", "\r\n", "\x0c", "\x00", "é", "😀", "\ud83d", "\ufeff", "dtype=tf.float16", "name=",
    "...", "x[x > 0]",
]  # fmt: skip

# Lines that change what others mean.
LINES = [
    "eps = 0\n", "self.eps = 1e-8\n", "assert x > 0\n", "torch.set_default_dtype(torch.float64)\n", "return x\n",
    "class B(A):\n    def forward(self, x):\n        return x\n", "def f(x):\n    return x\n", "@tf.function\n",
    "import tensorflow.compat.v1 as tf\n", "# nanproof: ignore\n", "x.clamp_(1e-6)\n", "x[0] = 0\n", "global x\n",
    "from m import *\n", "# logits\n",
]  # fmt: skip

# Lines that are typed key by key.
TYPED = [
    "loss = -torch.sum(y * torch.log(torch.softmax(logits, dim=-1)))",
    "q = tf.math.log(tf.nn.softmax(x))",
    "return x / x.norm(dim=-1, keepdim=True)",
    "y = torch.sqrt(torch.relu(x)) + np.log(1 - p)",
    "def loss(p, q=0.0):",
    "if p.min() > 0: p = torch.log(p)",
    "w = [torch.exp(a['k']) for a in (x, y)]",
    "from torch.nn import functional as F",
    "# é 中文 😀 nanproof: ignore[NAN101]",
    's = f\'{torch.log(p)!r}\' + """a\n b"""',
]

# Of one, two, three and four bytes; of one and two units in UTF-16; marks that combine; halves of a pair.
CHARACTERS = [
    "a", "é", "ß", "e\u0301", "中", "日本語", "한", "\u200d", "\u202e", "😀", "👩\u200d👩\u200d👧",
    "\U0001d465", "\U0010ffff",
    "\ud83d", "\ude00", "\ud83d\ude00", "\udfff", "\ufeff", "\ufffd", "\x00", "\x7f", "\xa0", "\xad", "\x1b",
]  # fmt: skip

# The first three end a line for Python and for editors, the others only for `str.splitlines`.
LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]

OPENING = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}

# How a file of the project begins that reads another one.
IMPORTS = [
    "from {module} import *\n", "from {module} import f, p, eps, A\n", "from {module} import f, p\n",
    "import {module}\nq = torch.log({module}.p)\n", "import {module} as m\nq = torch.log(m.f(z))\n",
    "from .{module} import f as g\nq = torch.log(g(z))\n", "from . import {module}\n",
]  # fmt: skip

# What a file gives to those that import it, and what they make of it.
GIVEN = [
    "p = torch.softmax(z, -1)\n", "p = torch.relu(z)\n", "p = torch.softmax(z, -1) + eps\n", "eps = 0\n",
    "eps = 1e-8\n", "eps = 1e-46\n", "def f(x):\n    return torch.sigmoid(x)\n", "def f(x):\n    return torch.log(x)\n",
    "def f(x, low=0.0):\n    return x.clamp(low)\n",
    "class A:\n    eps = 1e-8\n\n    def forward(self, x):\n        return x.abs()\n",
]  # fmt: skip
TAKEN = [
    "q = torch.log(p)\n", "q = torch.log(p + eps)\n", "q = torch.log(f(z))\n", "q = f(torch.relu(z))\n",
    "q = 1 / f(p)\n", "class B(A):\n    def loss(self, x):\n        return torch.log(self.forward(x) + self.eps)\n",
    "def loss(x):\n    return torch.sqrt(f(x) + eps)\n",
]  # fmt: skip
