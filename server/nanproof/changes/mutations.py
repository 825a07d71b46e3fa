"""What is known by name to change a value where it lies, and what is known to leave all values as they are.

Words only; `effects.py` asks them of a call. Observed on NumPy 2.4 and PyTorch 2.13 (tests/oracle/test_mutations.py).
"""

from __future__ import annotations


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Known to leave what they are given as it is: Python's own, and methods of tensors, containers and loggers.
PURE_BUILTINS = _words("""
    print len range float int bool str repr isinstance issubclass type abs min max sum zip enumerate list tuple dict
    set sorted reversed round hasattr id format super any all slice frozenset complex divmod ord chr hash callable
    iter next getattr
""")
# Of these, those that run what gives their elements: of a generator, code.
ITERATING = _words("sum min max sorted zip enumerate list tuple dict set any all frozenset next reversed")
PURE_METHODS = _words("""
    size dim item numpy tolist detach cpu cuda to float double half bfloat16 long int bool type view reshape ravel
    flatten squeeze unsqueeze transpose permute t expand expand_as view_as contiguous clone copy astype numel
    nelement chunk split narrow index_select gather argmax argmin eq ne gt lt ge le type_as new_zeros new_ones
    new_tensor get_shape as_list get keys values items append extend add_scalar info debug warning error format join
    startswith endswith lower upper split strip masked_select topk unbind roll repeat tile backward
    is_floating_point sort argsort unfold
""")

# Functions that write into their first argument. `at` is that of a ufunc: `np.add.at(x, i, 1)`.
FUNCTIONS_THAT_CHANGE = _words("""
    copyto put place putmask fill_diagonal put_along_axis shuffle at
    vector_to_parameters all_reduce all_gather all_gather_into_tensor reduce_scatter reduce_scatter_tensor broadcast
    all_to_all all_to_all_single recv irecv
""")
# Functions of Python's own modules that do.
LIBRARY_FUNCTIONS_THAT_CHANGE = _words("""
    random.shuffle operator.iadd operator.isub operator.imul operator.itruediv operator.ifloordiv operator.imod
    operator.ipow operator.imatmul operator.iand operator.ior operator.ixor operator.ilshift operator.irshift
    operator.iconcat operator.setitem operator.delitem
""")
METHODS_THAT_CHANGE = _words("""
    fill put resize partition itemset assign assign_add assign_sub reverse clear update pop insert remove popitem
    __iadd__ __isub__ __imul__ __itruediv__ __ifloordiv__ __imod__ __ipow__ __imatmul__ __iand__ __ior__ __ixor__
    __ilshift__ __irshift__ __setitem__ __delitem__
""")
# NumPy's and Python's change their receiver and give None; PyTorch's give another tensor, which is used.
METHODS_THAT_CHANGE_AS_STATEMENTS = _words("sort byteswap")
# These change no value: only what is done on the way back, or where the memory lies.
METHODS_THAT_KEEP_VALUES = _words("requires_grad_ detach_ share_memory_ rename_ retain_grad")
FUNCTIONS_THAT_KEEP_VALUES = _words("clip_grad_norm_ clip_grad_value_ clip_grads_with_norm_")
# Methods that put what they are given into their receiver, where nothing is done with the result.
METHODS_THAT_HOLD = _words("append extend add insert update setdefault appendleft extendleft push put")
# Functions that make an attribute of what they are given: the place of its name, and of the value.
ATTRIBUTE_SETTERS = _words("setattr __setattr__ register_buffer register_parameter add_module register_module")

# What these do to what is computed afterwards no argument of theirs tells.
FOR_ALL = _words("set_grad_enabled set_default_dtype set_floatx set_autocast_enabled")
RUN_ANYTHING = FOR_ALL | _words("eval exec run cond while_loop")
CODE = _words("eval exec")
RANDOM = _words("""
    rand randn randint random uniform normal bernoulli bernoulli_ dropout multinomial rand_like randn_like permutation
    sample choice randperm poisson categorical gumbel_softmax
""")

# Where `out` stands among the arguments of NumPy's functions, where the catalogue does not say.
OUT_AT = {
    **dict.fromkeys(
        _words("""
            bitwise_count bitwise_invert bitwise_not conj conjugate deg2rad degrees fix frexp invert isfinite isinf
            isnan isnat isneginf isposinf logical_not modf positive rad2deg radians reciprocal signbit spacing
        """),
        1,
    ),
    **dict.fromkeys(
        _words("""
            all any argmax argmin around bitwise_and bitwise_left_shift bitwise_or bitwise_right_shift bitwise_xor
            choose concat concatenate copysign divmod dot gcd heaviside lcm ldexp left_shift matmul matvec median
            nanargmax nanargmin nanmedian nextafter outer ptp right_shift round stack vecdot vecmat
        """),
        2,
    ),
    **dict.fromkeys(
        _words("""
            compress cumprod cumsum nancumprod nancumsum nanpercentile nanprod nanquantile percentile quantile take
        """),
        3,
    ),
    "is_busday": 4, "busday_count": 5, "trace": 5, "busday_offset": 6,
}  # fmt: skip

# Where `inplace` stands among the arguments of functions of PyTorch, and of the constructors of its layers.
INPLACE_AT = {
    **dict.fromkeys(("relu", "relu6", "selu", "silu", "mish", "hardswish", "hardsigmoid"), 1),
    **dict.fromkeys(("elu", "celu", "leaky_relu"), 2),
    **dict.fromkeys(("threshold", "hardtanh"), 3),
    **dict.fromkeys(("dropout", "alpha_dropout", "dropout1d", "dropout2d", "dropout3d", "feature_alpha_dropout"), 3),
    "rrelu": 4,
}
LAYER_INPLACE_AT = {
    **dict.fromkeys(("ReLU", "ReLU6", "SELU", "SiLU", "Mish", "Hardswish", "Hardsigmoid"), 0),
    **dict.fromkeys(("ELU", "CELU", "LeakyReLU"), 1),
    **dict.fromkeys(("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"), 1),
    **dict.fromkeys(("Threshold", "Hardtanh", "RReLU"), 2),
}

# Operations whose result may be the operand itself, or lie in the same memory.
VIEWS = _words("""
    view reshape ravel flatten squeeze unsqueeze transpose permute t expand expand_as view_as contiguous detach
    narrow select chunk split unbind to float double half bfloat16 int long bool short cpu cuda type type_as numpy
    asarray as_tensor from_numpy swapaxes expand_dims broadcast_to diagonal real identity rearrange T H mT mH data imag
    flat requires_grad_ detach_ asanyarray convert_to_tensor atleast_1d atleast_2d atleast_3d ascontiguousarray
    asfortranarray as_strided moveaxis movedim rollaxis swapdims unfold unflatten tensor_split hsplit vsplit dsplit
    array_split frombuffer from_dlpack sliding_window_view broadcast_arrays broadcast_tensors require view_as_real
    view_as_complex resolve_conj resolve_neg adjoint positive pin_memory untyped_storage meshgrid
    dropout alpha_dropout dropout1d dropout2d dropout3d feature_alpha_dropout
    conj conjugate as_subclass to_dense coalesce sum_to_size to_dlpack split_with_sizes unsafe_split unsafe_chunk
    flip fliplr flipud rot90 unstack matrix_transpose permute_dims real_if_close trim_zeros asmatrix nditer
""")
# Functions that may give a view of any of their arguments, or hold them.
VIEWS_OF_ANY = _words("partial dict einsum ndarray masked_array masked_where masked_invalid recarray memmap")
# Python's own tables of names: whoever changes what they hold changes what a name holds.
TABLES_OF_NAMES = _words("globals locals vars")
# What these change is a variable, which is the one tensor of TensorFlow that can be.
UPDATES = _words("apply_gradients minimize apply fit train_on_batch train_step update step")
# Assigned to, these change how the array that they belong to is read.
LAYOUT = _words("shape dtype strides data real imag flat T")
