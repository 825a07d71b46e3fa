"""The probe: what breaks on ordinary inputs among all that a framework offers, whatever the catalogue says of it."""
