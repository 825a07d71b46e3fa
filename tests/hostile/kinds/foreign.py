"""What has a name in .py and was written by, or for, something else."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.kinds.parts import FOUND, alone, lines, source

_MINIFIED = "def a(b,c=0):\n d=torch.softmax(b,-1)\n if c:d=d+1e-9\n return torch.log(d),torch.log(b)/c\n"

KINDS: dict[str, Callable[[], bytes]] = {
    "generated from a protocol": source(
        lambda: (
            "DESCRIPTOR = _pool.AddSerializedFile(b'"
            + "\\n\\x0bfoo.proto\\x12\\x03" * 5_000
            + "')\n"
            + lines(500, lambda n: f"_M{n} = _reflection.Make('M{n}', (_message.Message,), {{'D': D.m['M{n}']}})")
        )
    ),
    "minified": alone(lambda: "import torch\n" + _MINIFIED * 30),
    "minified into one line": source(lambda: "a=lambda b:(" + "c:=b+1,d:=torch.exp(c)," * 50 + "d)"),
    "a table of test vectors": source(
        lambda: "V = [\n" + lines(5_000, lambda n: f"    (b'{n:032x}', {n}, 0x{n:x}),") + "]"
    ),
    "Python 2": source(lambda: "print 'x' % p\nexec 'x' in y\nraise E, 'x'\nexcept E, e:\nx <> y\n`x`\n0777L\n" * 100),
    "Cython": source(
        lambda: "cimport numpy as np\ncdef double f(double[:] x) nogil:\n    return log(x[0]) / x[1]\n" * 100
    ),
    "a stub": source(
        lambda: lines(1_000, lambda n: f"def f{n}(x: int = ..., *, y: str | None = ...) -> list[int]: ...")
    ),
    "magics of a notebook": source(
        lambda: "%matplotlib inline\n!pip install torch\n?torch.log\ntorch.log??\n%%time\n" * 100
    ),
    "a notebook": alone(lambda: '{"cells": [' + '{"source": ["torch.log(p) / x\\n"]},' * 1_000 + "]}"),
    "a template": source(
        lambda: "{% for x in y %}\n{{ x }} = torch.log({{ p }})\n{% endfor %}\n<%= x %>\n${x}\n" * 200
    ),
    "a patch": source(lambda: "--- a/x.py\n+++ b/x.py\n@@ -1,2 +1,2 @@\n-p = torch.log(p)\n+p = torch.log(x)\n" * 20),
    "a doctest transcript": source(lambda: ">>> p = torch.log(p)\n... / x\ntensor([nan])\n" * 30),
    "a traceback": source(
        lambda: 'Traceback (most recent call last):\n  File "x.py", line 1, in <module>\nE: x\n' * 300
    ),
    "C": source(
        lambda: "#include <math.h>\nint main(void) { double x = log(0.0) / 0; return 0; } /* x */ // y\n" * 200
    ),
    "HTML": source(lambda: "<html><script>var x = Math.log(0) / 0;</script><a href='x'>&amp;</a></html>\n" * 50),
    "JSON": alone(lambda: '{"a": ' * 3_000 + "1" + "}" * 3_000),
    "JSON on one line": alone(lambda: "[" + '{"log": 1.0, "x": null, "y": true}, ' * 10_000 + "]"),
    "CSV": alone(lambda: "a,b,c\n" + "1.0,2.0,/3.0\n" * 20_000),
    "prose": source(lambda: "It's the log of a softmax, and/or what it isn't: \"don't\" divide / by it.\n" * 1_000),
    "Markdown": source(lambda: "# Title\n\n```python\np = torch.log(p)\n```\n[x](y) **b** `c`\n" * 20),
    "YAML": alone(lambda: "a: &a\n  - b: [x, y]\n  <<: *a\n" * 2_000),
    "a shell script": alone(lambda: "#!/bin/sh\nfor x in $(ls); do echo $((1 / 0)) > /dev/null; done\n" * 500),
    "a shebang of a megabyte": alone(lambda: "#!" + "x" * 1_000_000 + " python\n" + FOUND),
    "only a shebang": alone(lambda: "#!python"),
    "base64 of a wheel": alone(lambda: "P = '''" + "UEsDBBQAAAAIA/+" * 60_000 + "'''\n"),
}
