"""What holds for all tests: drawn examples are the same in every run, and no machine is too slow for them."""

from hypothesis import settings

settings.register_profile("the same everywhere", deadline=None, derandomize=True)
settings.load_profile("the same everywhere")
