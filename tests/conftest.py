"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of the code; speed is measured in bench/.
# The suite plays the same examples every time: a red run says something of what has changed.
settings.register_profile("house", deadline=None, derandomize=True)
# New ones are looked for on purpose: HYPOTHESIS_PROFILE=wild, and much longer with "long".
settings.register_profile("wild", deadline=None)
settings.register_profile(
    "long",
    max_examples=2000,
    stateful_step_count=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))
