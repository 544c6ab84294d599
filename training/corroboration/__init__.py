"""Trains what tells which claims say the same thing."""
