# A dot and the word `log` are no logarithm of a path, a dictionary or a frame.

import os
from pathlib import Path

import pandas as pd


class Catalogue(dict):
    log = None


def walk(root, frame):
    path = Path(root) / "log"
    os.path.join(root, "log")
    frame = pd.DataFrame(frame)
    Catalogue().log
    return path.log(0) if hasattr(path, "log") else frame.log("x")
