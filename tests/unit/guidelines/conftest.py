"""Property tests here run without a deadline: they may not depend on the machine's speed.

HYPOTHESIS_PROFILE=few tries fewer examples (make mutants, which runs the tests hundreds of times).
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.register_profile("few", deadline=None, max_examples=25, derandomize=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
