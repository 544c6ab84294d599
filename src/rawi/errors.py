"""Every error rawi raises on purpose.

::

    RawiError
    ├── InputError          one input could not be read; its message names the remedy
    │   ├── EmptyInput      nothing in it that could be read as text
    │   ├── EncryptedInput  locked by a password
    │   ├── DamagedInput    truncated, corrupt or not what its name says
    │   ├── TooLarge        over a limit that keeps one input from taking the machine
    │   └── UnknownFormat   no reader for this kind of file
    ├── FetchError          a URL could not be fetched
    ├── LedgerError         the ledger file cannot be used as it is
    │   └── LedgerTooNew    written by a newer rawi than this one
    ├── DecisionConflict    a decision would contradict an earlier one
    ├── PackError           a pack of known actors breaks its schema
    └── NotFound            no record has this id or name

Each class's docstring is its meaning; the message says which thing, and what to do.
"""

from __future__ import annotations


class RawiError(Exception):
    """Anything rawi reports on purpose; catch this to catch them all."""


class InputError(RawiError):
    """One input could not be read; the rest of the batch goes on."""


class EmptyInput(InputError):
    """There is no text in it: zero bytes, only white space, a scan without a text layer."""


class EncryptedInput(InputError):
    """It is locked by a password; give rawi an unlocked copy."""


class DamagedInput(InputError):
    """It is truncated, corrupt, or not what its name says."""


class TooLarge(InputError):
    """It is over a limit that keeps one input from taking the whole machine."""


class UnknownFormat(InputError):
    """rawi has no reader for this kind of file."""


class FetchError(RawiError):
    """A URL could not be fetched: no answer, an error status, a refused address."""


class LedgerError(RawiError):
    """The ledger file cannot be used as it is: not a ledger, damaged, locked by another writer."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer rawi; update rawi to open it."""


class PackError(RawiError):
    """A pack of known actors cannot be read or breaks its schema; the message lists every fault."""


class DecisionConflict(RawiError):
    """A decision would contradict an earlier one; the message says which, and how to take it back."""


class NotFound(RawiError):
    """No record in the ledger has this id or name."""
