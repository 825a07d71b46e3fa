# Logarithms of exact and complex numbers are none of ours.

import cmath
import decimal

import sympy


def exact(x):
    return sympy.log(x), cmath.log(0), decimal.Decimal(0).log10(), decimal.Decimal(x).ln()
