"""The fields that each kind of entry of the catalogue's files may have, and their types."""

from __future__ import annotations

FUNCTION = {
    "title": str, "noun": str, "operand": str, "domain": dict, "gradient": dict, "overflows": bool, "degenerate":
    bool, "doubted_by": list, "met_in_losses": bool, "far": list, "rule": str, "at_edge": str, "outside": str,
    "steep": str, "reaches": dict, "transfer": str, "without_axis": str, "gives": list, "witness": dict,
    "gradient_witness": dict, "ignores": float, "joint": str, "apart": list, "excused_by": str, "weighs": str,
    "stays": str, "undefined": str,
}  # fmt: skip
DOMAIN = {"low": float, "high": float, "low_open": bool, "high_open": bool, "hole": float, "poles": bool}
FRAMEWORK = {
    "name": str, "title": str, "roots": list, "tensor": str, "default_dtype": str, "flushes_subnormals": bool,
    "trained": list, "clip_is_flat_since": str, "stops_at_its_bounds": list, "stops_at_its_bounds_in_xla": list,
    "shared_methods": list, "casts_numbers": bool, "divides_by_gaps": list,
}  # fmt: skip
SETS = ("divides_by_gaps", "shared_methods", "stops_at_its_bounds", "stops_at_its_bounds_in_xla")
FILE = {
    "framework": dict, "constants": dict, "modules": dict, "operations": dict, "methods": dict,
    "layers": dict, "activations": dict, "masks": dict, "values": dict, "gradients": dict, "writing": dict,
    "twins": dict, "kept": dict, "models": dict, "backward": dict, "probabilities": dict,
}  # fmt: skip
WRITING = {"modules": dict, "tensor": str, "gradient": str, "calls": dict, "homes": dict, "gone": list}
MODELS = {"themselves": list, "applied": list, "compiled": str, "losses": list}
BACKWARD = {
    "stops": list, "places": list, "samples": list, "attributes": list, "shows": list, "contexts": list,
    "records": list, "taken_by": list, "optimizers": list, "reports": list, "reporting": list,
    "reporting_labelled": list, "draws": list, "drawing": list, "derives": list, "hooks": list, "hooked": list,
    "saves": list, "saved": list,
}  # fmt: skip
KEPT = {"operands": list, "results": list, "nothing": list, "others": list}
MASK = {"call": str, "arguments": str, "method": str, "method_arguments": str, "within": dict}
OPERATION = {"is": str, "parameters": str, "aliases": list, "defaults": dict, "inplace": bool, "guards": str}
LAYER = {"is": str, "parameters": str, "call": str, "aliases": list, "defaults": dict, "guards": str}
