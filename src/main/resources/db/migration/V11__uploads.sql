-- Large files come in pieces, and go on where they stopped.
create table upload (
    token      text        primary key,
    name       text        not null,
    size       bigint      not null check (size > 0),
    received   bigint      not null default 0 check (received between 0 and size), -- acknowledged: these bytes are safe
    assembly   text        not null default '',  -- how the store calls it while it is put together; empty on a disk
    parts      int         not null default 0,   -- numbers of parts that were given out
    file_id    bigint      references file,      -- what became of it, once it is whole
    created_at timestamptz not null,
    touched_at timestamptz not null,             -- when something last came
    created_by bigint      not null references person
);
create index upload_by_person on upload (created_by);
create index upload_by_time on upload (touched_at);

create table upload_part ( -- the parts of which an upload is put together where the store keeps it in parts
    token  text   not null references upload on delete cascade,
    number int    not null,
    size   bigint not null,
    tag    text   not null,
    primary key (token, number)
);

-- which files have these bytes, and how much there is of distinct ones
create index file_by_hash on file (sha256, size);
