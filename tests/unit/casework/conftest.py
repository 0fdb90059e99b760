"""Property tests here run without a deadline: they may not depend on the machine's speed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
