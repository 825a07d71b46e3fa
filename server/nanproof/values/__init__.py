"""Numbers as the dtypes hold them: rounding, intervals, points, transfer functions. Pure arithmetic."""
