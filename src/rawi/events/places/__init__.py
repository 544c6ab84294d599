"""Where things are said to happen: the words of a document that name places, and the places."""

from rawi.events.places.find import find_places

__all__ = ["find_places"]
