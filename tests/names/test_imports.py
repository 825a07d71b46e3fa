"""Full names by the import table."""

from __future__ import annotations

import pytest

from tests.names.project import qualified


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import tensorflow as tf\ntf.math.log(x)", "tensorflow.math.log"),
        ("import tensorflow\ntensorflow.log(x)", "tensorflow.log"),
        ("import tensorflow.compat.v1 as tf\ntf.log(x)", "tensorflow.compat.v1.log"),
        ("import torch.nn.functional as F\nF.softmax(x)", "torch.nn.functional.softmax"),
        ("import torch.nn.functional\ntorch.nn.functional.softmax(x)", "torch.nn.functional.softmax"),
        ("from tensorflow import math as m\nm.log(x)", "tensorflow.math.log"),
        ("from tensorflow.math import log as ln\nln(x)", "tensorflow.math.log"),
        ("from jax import numpy as jnp, nn\njnp.log(x)", "jax.numpy.log"),
        ("from torch import (\n    nn,  # layers\n    log,\n)\nlog(x)", "torch.log"),
        ("from tensorflow.math import *\nlog(x)", "tensorflow.math.log"),
        ("def f():\n    import torch\n    torch.log(x)", "torch.log"),
        ("def f():\n    import torch\ndef g():\n    torch.log(x)", None),
        (
            "try:\n    import tensorflow.compat.v1 as tf\nexcept ImportError:\n    import tensorflow as tf\ntf.log(x)",
            "tensorflow.log",
        ),
        ("import torch\nlog = torch.log\nlog(x)", "torch.log"),
        ("import torch\nt = torch\nu = t\nu.log(x)", "torch.log"),
        ("import torch\ntorch = Recorder()\ntorch.log(x)", None),
        ("import torch\ndef f(torch):\n    torch.log(x)", None),
        ("import torch\nfor torch in xs:\n    torch.log(x)", None),
        ("import logging\nlogging.log(x)", "logging.log"),
        ("from math import log\nlog(x)", "math.log"),
        ("import logging\nlogger = logging.getLogger()\nlogger.log(x)", None),
        ("log(x)", None),
        ("abs(x)", "builtins.abs"),
        ("def abs(x): pass\nabs(x)", None),
        ("a = b\nb = a\na(x)", None),
        ("self.log(x)", None),
        ("tf.log(x)", None),
    ],
)
def test_full_names(source: str, name: str | None) -> None:
    found = qualified(source)
    if name == "tensorflow.log":  # either import will do
        assert found in (name, "tensorflow.compat.v1.log")
    else:
        assert found == name


@pytest.mark.parametrize(
    ("source", "files", "name"),
    [
        ("from lib import tf\ntf.log(x)", {"lib.py": "import tensorflow as tf"}, "tensorflow.log"),
        ("from lib import *\nln(x)", {"lib.py": "from torch import log as ln"}, "torch.log"),
        ("from lib import *\nlog(x)", {"lib.py": "from torch import *"}, "torch.log"),
        ("from lib.ops import log\nlog(x)", {"lib/ops.py": "from torch import log"}, "torch.log"),
        (
            "from lib import log\nlog(x)",
            {"lib/__init__.py": "from .ops import log", "lib/ops.py": "from torch import log"},
            "torch.log",
        ),
        ("from .lib import log\nlog(x)", {"lib.py": "import torch\nlog = torch.log"}, "torch.log"),
        ("from lib import log\nlog(x)", {"src/lib.py": "from torch import log"}, "torch.log"),
        ("from lib import log\nlog(x)", {"lib.py": "def log(x): return x"}, None),
        ("from lib import log\nlog(x)", {"lib.py": "from lib import log"}, None),
        ("from a import *\nlog(x)", {"a.py": "from b import *", "b.py": "from a import *"}, None),
        ("from main import log\nlog(x)", {"main.py": "from main import log"}, None),
        ("from nowhere import log\nlog(x)", {}, "nowhere.log"),
    ],
)
def test_names_of_other_files(source: str, files: dict[str, str], name: str | None) -> None:
    assert qualified(source, files) == name
