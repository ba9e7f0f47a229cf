"""What is measured of the running service, for Prometheus and for whoever asks how it is."""

from imref.meters.meters import Meters

__all__ = ["Meters"]
