-- Version 1. Text columns named in the singular of a record's plural field hold JSON (spans, names, settings).

CREATE TABLE maker (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    UNIQUE (name, version, settings)
) STRICT;

-- documents ------------------------------------------------------------------------------------------------------------

CREATE TABLE document (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    external_id TEXT,
    path TEXT,
    url TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT NOT NULL,
    genre TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker,
    indexed INTEGER NOT NULL DEFAULT 0,     -- 1 once its blocking keys are in document_block
    title TEXT,
    authors TEXT NOT NULL,
    translators TEXT NOT NULL,
    notes TEXT NOT NULL,
    frame TEXT NOT NULL,
    text TEXT NOT NULL                      -- last, so that a question about the rest need not read it
) STRICT;
CREATE INDEX document_order ON document (coalesce(path, url, ''), coalesce(external_id, ''), id);
CREATE INDEX document_sha256 ON document (sha256, maker);
CREATE INDEX document_waiting ON document (n) WHERE indexed = 0;

CREATE TABLE original (
    document INTEGER PRIMARY KEY REFERENCES document,
    path TEXT,
    url TEXT,
    media_type TEXT,
    given TEXT NOT NULL,
    data BLOB NOT NULL                      -- zlib
) STRICT;

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE skipped (
    n INTEGER PRIMARY KEY,
    path TEXT,
    document TEXT,
    start INTEGER,
    "end" INTEGER,
    reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX skipped_once
    ON skipped (coalesce(path, ''), coalesce(document, ''), coalesce(start, -1), coalesce("end", -1), reason);

-- who is named ---------------------------------------------------------------------------------------------------------

CREATE TABLE mention (
    n INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    refers_to TEXT,
    described TEXT NOT NULL DEFAULT '[]',   -- the nouns and states the text describes it by
    key TEXT
) STRICT;
CREATE INDEX mention_document ON mention (document);
CREATE INDEX mention_key ON mention (key) WHERE key IS NOT NULL;

CREATE TABLE alias (
    n INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    key TEXT NOT NULL,
    other TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX alias_document ON alias (document);
CREATE INDEX alias_key ON alias (key, other);
CREATE INDEX alias_other ON alias (other, key);

CREATE TABLE actor (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    identifiers TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_name (
    actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
    text TEXT NOT NULL,
    documents INTEGER NOT NULL,
    outlets TEXT NOT NULL,
    PRIMARY KEY (actor, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_key (
    key TEXT PRIMARY KEY,
    actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_key_actor ON actor_key (actor);

CREATE TABLE dirty_key (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Keys that share a block may be one actor.
CREATE TABLE key_block (
    block TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (block, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_block_key ON key_block (key);
-- What the documents say of a key, as it was when they last changed.
CREATE TABLE key_profile (
    key TEXT PRIMARY KEY,
    documents INTEGER NOT NULL,
    described TEXT NOT NULL,
    near TEXT NOT NULL,
    ties TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dirty_key_block (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Keys of a block that are one actor or may be, how sure that is, and why.
CREATE TABLE likeness (
    block TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (block, first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_first ON likeness (first);
CREATE INDEX likeness_second ON likeness (second);

-- Keys whose actor is to be made again.
CREATE TABLE open_key (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- what is said ---------------------------------------------------------------------------------------------------------

CREATE TABLE claim (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    spans TEXT NOT NULL,
    text TEXT NOT NULL,
    cue TEXT NOT NULL,
    commitment TEXT NOT NULL,
    evidence TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker,
    context BLOB NOT NULL,                  -- what the encoder makes of it
    firsthand INTEGER NOT NULL,             -- 1 where the article speaks of itself around it
    cluster TEXT                            -- null until settled
) STRICT;
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_open ON claim (n) WHERE cluster IS NULL;
CREATE INDEX claim_cluster ON claim (cluster) WHERE cluster IS NOT NULL;

CREATE VIRTUAL TABLE claim_words USING fts5 (
    text, content = 'claim', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE link (
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    kind TEXT NOT NULL,
    refers_to TEXT NOT NULL,
    key TEXT,                               -- of the mention it is printed as
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_key ON link (key) WHERE key IS NOT NULL;

-- Which mentions stand in a claim's content.
CREATE TABLE claim_mention (
    claim INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
    mention INTEGER NOT NULL REFERENCES mention ON DELETE CASCADE,
    PRIMARY KEY (claim, mention)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_mention_mention ON claim_mention (mention);

CREATE TABLE relation (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    claim TEXT,
    subject TEXT,                           -- mention keys, null where nobody is named
    object TEXT,
    subject_text TEXT NOT NULL,
    subject_spans TEXT NOT NULL,
    object_text TEXT NOT NULL,
    object_spans TEXT NOT NULL,
    kind TEXT NOT NULL,
    since TEXT,
    until TEXT,
    evidence TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker
) STRICT;
CREATE INDEX relation_document ON relation (document);
CREATE INDEX relation_subject ON relation (subject) WHERE subject IS NOT NULL;
CREATE INDEX relation_object ON relation (object) WHERE object IS NOT NULL;

CREATE TABLE event (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    claim TEXT,
    kind TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    since TEXT,
    until TEXT,
    date_text TEXT,                         -- null where the event has no date
    place TEXT,
    evidence TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker
) STRICT;
CREATE INDEX event_document ON event (document);

CREATE TABLE party (
    event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
    role TEXT NOT NULL,                     -- source, target, instrument, harm
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    key TEXT,
    effect TEXT,                            -- of a harm
    low INTEGER,
    high INTEGER,
    part INTEGER,
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_key ON party (key) WHERE key IS NOT NULL;

CREATE TABLE time (
    n INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    since TEXT,
    until TEXT,
    maker INTEGER NOT NULL REFERENCES maker
) STRICT;
CREATE INDEX time_document ON time (document);

CREATE TABLE quantity (
    n INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    claim TEXT,
    value REAL NOT NULL,
    low REAL,
    high REAL,
    approximate INTEGER NOT NULL,
    unit TEXT NOT NULL,
    whole REAL,
    evidence TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker
) STRICT;
CREATE INDEX quantity_document ON quantity (document);

CREATE TABLE loaded (
    n INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    about TEXT,                             -- a mention key
    reason TEXT NOT NULL,
    maker INTEGER NOT NULL REFERENCES maker
) STRICT;
CREATE INDEX loaded_document ON loaded (document);

-- whether it stands ----------------------------------------------------------------------------------------------------

CREATE TABLE signature (
    document INTEGER PRIMARY KEY REFERENCES document,
    minhash BLOB NOT NULL,
    subjects BLOB NOT NULL,                 -- numbers of the words that say what it is about
    blocks BLOB NOT NULL
) STRICT;

-- Documents that share a blocking key may be compared; the first by rank meet all others of the block.
CREATE TABLE document_block (
    block INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (block, rank, document)
) STRICT, WITHOUT ROWID;

-- Documents to be compared with those they meet.
CREATE TABLE dirty_document (document INTEGER PRIMARY KEY) STRICT;

-- Documents whose claims were held against each other, the lower number first.
CREATE TABLE near (
    first INTEGER NOT NULL,
    second INTEGER NOT NULL,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_second ON near (second);

-- `document` repeats `of`; of several that it repeats, one is its original.
CREATE TABLE repeat (
    document INTEGER NOT NULL,
    of INTEGER NOT NULL,
    kind TEXT NOT NULL,
    similarity REAL NOT NULL,
    credited INTEGER NOT NULL,
    PRIMARY KEY (document, of)
) STRICT, WITHOUT ROWID;
CREATE INDEX repeat_of ON repeat (of);

CREATE TABLE copy (
    document INTEGER PRIMARY KEY,
    of INTEGER NOT NULL,
    kind TEXT NOT NULL,
    similarity REAL NOT NULL
) STRICT;
CREATE INDEX copy_of ON copy (of);

-- Claims that are alike, the lower number first; the score is the log odds that they say the same.
CREATE TABLE alike (
    claim INTEGER NOT NULL,
    other INTEGER NOT NULL,
    score REAL NOT NULL,
    dispute TEXT,                           -- in what they are two versions that cannot both be true
    PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_other ON alike (other, claim);

CREATE TABLE cluster (
    id TEXT PRIMARY KEY,
    statement TEXT NOT NULL,
    claims TEXT NOT NULL,
    status TEXT NOT NULL,
    voices INTEGER NOT NULL,
    voice_names TEXT NOT NULL,
    disputed_by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- what people decided --------------------------------------------------------------------------------------------------

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    other TEXT,                             -- of a decision on two actors; both are keys then
    verdict TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    retracted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_subject ON decision (subject);

-- Packs of known actors that people added.
CREATE TABLE pack (
    name TEXT PRIMARY KEY,
    yaml TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Earlier published first.
CREATE VIEW document_rank AS
    SELECT n AS document, coalesce(published, '9999') || ' ' || id AS rank FROM document;
