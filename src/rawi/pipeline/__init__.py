"""The order of work: rooms before the ledger, the ledger, what is settled over it.

`read` and `reread` are the two ways in; `work` is what is done to each document before the ledger.
"""

from rawi.attribution import Method
from rawi.pipeline.run import Interrupted, Options, Stage, Summary, Watcher, read, reread, unwatched
from rawi.pipeline.work import Job, work

__all__ = ["Interrupted", "Job", "Method", "Options", "Stage", "Summary", "Watcher", "read", "reread", "unwatched", "work"]
