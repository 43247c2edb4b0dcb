"""The crawler lives through weeks in seconds, on a web of made-up outlets with the faults of real ones."""
