"""Whether it stands: who copies whom, which claims say the same thing, on how many independent voices."""

from rawi.corroboration.copying import Repeats, Signed, repeats
from rawi.corroboration.gathering import gather
from rawi.corroboration.happenings import Told, join
from rawi.corroboration.judging import judge
from rawi.corroboration.pairing import pairs
from rawi.corroboration.sameness import same
from rawi.corroboration.signing import sign, unpack
from rawi.records import Maker

MAKER = Maker("rawi.corroboration", "1")

__all__ = ["MAKER", "Repeats", "Signed", "Told", "gather", "join", "judge", "pairs", "repeats", "same", "sign", "unpack"]
