"""Time expressions, as TIMEX3 has them: what the text says of when, from when that counts, which dates it covers.

items cut the tokens to what patterns match; the rules of calendar, relative, length and clock say what a match means; anchoring
resolves that against the day of publication and the date the text is at. All words are in times.yaml.
"""

from rawi.events.times.find import find_times

__all__ = ["find_times"]
