"""How sure a mean over replications is: Student's 95 % confidence interval.

Student (W. S. Gosset): The Probable Error of a Mean, Biometrika 6 (1908), 1-25. Differences are
taken between runs with the same questions and the same luck (common random numbers), so what both
share falls out of them (A. M. Law: Simulation Modeling and Analysis, 5th ed. 2015, section 11.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt
from statistics import fmean, stdev
from typing import Final

_QUANTILES: Final = (
    inf, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""The 97.5 % points of Student's t, by degrees of freedom up to 30."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean, and where the true one lies with 95 % confidence."""

    mean: float
    low: float
    high: float

    @property
    def seen(self) -> bool:
        """Whether it can be told from nothing."""
        return self.low > 0.0 or self.high < 0.0


def quantile(freedom: int) -> float:
    """The 97.5 % point of Student's t; beyond the table by its expansion, off by below 0.002."""
    if freedom < len(_QUANTILES):
        return _QUANTILES[freedom]
    normal = 1.959964
    return normal + (normal**3 + normal) / (4 * freedom)


def estimate(values: Sequence[float]) -> Estimate:
    """The mean of values that were found independently. Of one value nothing is sure."""
    mean = fmean(values)
    if len(values) < 2:
        return Estimate(mean, -inf, inf)
    reach = quantile(len(values) - 1) * stdev(values) / sqrt(len(values))
    return Estimate(mean, mean - reach, mean + reach)


def expected(values: Sequence[float]) -> Estimate:
    """Where one more value will lie with 95 % confidence, and the mean."""
    mean = fmean(values)
    if len(values) < 2:
        return Estimate(mean, -inf, inf)
    reach = quantile(len(values) - 1) * stdev(values) * sqrt(1 + 1 / len(values))
    return Estimate(mean, mean - reach, mean + reach)
