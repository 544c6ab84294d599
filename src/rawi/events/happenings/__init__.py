"""What is said to have happened: events by PLOVER's kinds, with who did it to whom, where and when."""

from rawi.events.happenings.coding import happen

__all__ = ["happen"]
