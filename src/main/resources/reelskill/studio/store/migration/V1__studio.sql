-- Moments are milliseconds since 1970. Nothing in draft_version and credit_entry is ever changed or removed.

create table account (
    id text primary key,
    client_id text not null unique,
    created_at integer not null
);

create table token (
    hash text primary key,
    account_id text not null references account (id),
    issued_at integer not null,
    expires_at integer not null
);

create index token_of_account on token (account_id, issued_at);

create table claim (
    hash text primary key,
    session_id text not null references session (id),
    expires_at integer not null
);

create table session (
    id text primary key,
    task_id text not null unique,
    account_id text not null references account (id),
    name text not null,
    language text not null,
    created_at integer not null,
    -- The version that is current; undo and redo move it.
    head integer references draft_version (id),
    -- The sentence that the answer to the last question completes.
    question text
);

create table media (
    id text primary key,
    session_id text not null references session (id),
    name text not null,
    -- SHA-256 of the content; the same content is one file on disk.
    hash text not null,
    bytes integer not null,
    file text not null,
    facts text not null,
    created_at integer not null,
    unique (session_id, hash)
);

create table draft_version (
    id integer primary key autoincrement,
    session_id text not null references session (id),
    number integer not null,
    parent integer references draft_version (id),
    sentence text not null,
    draft text not null,
    created_at integer not null,
    unique (session_id, number)
);

create index child_version on draft_version (parent);

create table credit_entry (
    id integer primary key autoincrement,
    account_id text not null references account (id),
    amount integer not null,
    reason text not null,
    -- What it was for: a session's id.
    reference text not null,
    at integer not null
);

create index entry_of_account on credit_entry (account_id);

-- What running work may cost. A hold whose process died ends by itself.
create table credit_hold (
    id text primary key,
    account_id text not null references account (id),
    amount integer not null,
    expires_at integer not null
);

create index hold_of_account on credit_hold (account_id);

create table render_job (
    id text primary key,
    session_id text not null references session (id),
    draft text not null,
    format text not null,
    quality text not null,
    status text not null,
    progress real not null default 0,
    message text,
    -- The result, relative to the data folder.
    output text,
    owner text,
    lease_until integer,
    attempts integer not null default 0,
    created_at integer not null
);

create index waiting_job on render_job (status, created_at);
