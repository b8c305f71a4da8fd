-- What versions are called. A name that is given again goes over to the other version.
create table version_name (
    session_id text not null references session (id),
    name text not null collate nocase,
    version_id integer not null references draft_version (id),
    primary key (session_id, name)
);
