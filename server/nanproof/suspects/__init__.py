"""Where a NaN may come from: all operations that an entry reaches, the likeliest to have spoilt the loss first."""
