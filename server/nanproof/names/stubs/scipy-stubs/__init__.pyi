# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from scipy import linalg as linalg
from scipy import misc as misc
from scipy import special as special
from scipy import stats as stats
