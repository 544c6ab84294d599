"""Whether it stands: who copies whom, which claims say the same thing, on how many independent voices."""

from rawi.corroboration.comparing import Likeness, Prepared, Said, compare, prepare
from rawi.corroboration.copying import Repeats, Signed, repeats, signed
from rawi.corroboration.gathering import ALIKE, gather
from rawi.corroboration.happenings import Told, join
from rawi.corroboration.judging import judge
from rawi.corroboration.signing import sign
from rawi.corroboration.subjects import related
from rawi.records import Maker

MAKER = Maker("rawi.corroboration", "2")

__all__ = [
    "ALIKE", "MAKER", "Likeness", "Prepared", "Repeats", "Said", "Signed", "Told",
    "compare", "gather", "join", "judge", "prepare", "related", "repeats", "sign", "signed",
]  # fmt: skip
