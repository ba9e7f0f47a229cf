"""Bringing files over: real HTTP on loopback, real bytes."""
