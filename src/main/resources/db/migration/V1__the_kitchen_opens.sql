-- Ranks are compared byte by byte (collate "C"); all times are instants (timestamptz), kept in UTC.

------------------------------------------------------------------------ history
-- One row a project: the number and the hash of its last event. Its lock makes a project's changes one after another.
create table chain (
    project_id bigint primary key,
    version    bigint not null default 0,
    head       bytea  not null default ''
);

create table event (
    project_id  bigint      not null references chain,
    number      bigint      not null,
    at          timestamptz not null, -- when it happened; for what was imported, long before it was recorded
    recorded_at timestamptz not null,
    actor_id    bigint,               -- null: the product itself
    kind        text        not null,
    card_id     bigint,               -- no foreign key: events outlive cards
    source      text,                 -- where it was imported from ('trello'), null for what happened here
    data        json        not null, -- json, not jsonb: the hash is over these very characters
    hash        bytea       not null,
    primary key (project_id, number)
);
create index event_of_card on event (card_id, number) where card_id is not null;
create index event_by_time on event (project_id, at desc, number desc);
create index event_by_actor on event (project_id, actor_id, at desc, number desc);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'history is never changed or removed';
end $$;
create trigger history_stays before update or delete on event
    for each row execute function refuse_to_rewrite_history();

------------------------------------------------------------------------ store
create table file (
    id           bigint generated always as identity primary key,
    sha256       bytea       not null,
    size         bigint      not null,
    name         text        not null,
    content_type text        not null, -- found from the content, never from the name
    width        int,
    height       int,
    location     text        not null, -- where the store keeps the bytes
    thumbnail    text,                 -- where the store keeps the small picture
    created_at   timestamptz not null,
    created_by   bigint
);

------------------------------------------------------------------------ people
create table agency (
    only_one   boolean primary key default true check (only_one),
    name       text        not null,
    created_at timestamptz not null
);

create table client (
    id         bigint generated always as identity primary key,
    name       text        not null,
    created_at timestamptz not null,
    created_by bigint
);

create table person (
    id            bigint generated always as identity primary key,
    name          text        not null,
    handle        text        not null unique check (handle = lower(handle)),
    email         text unique check (email = lower(email)), -- null: known by name alone, until invited
    client_id     bigint references client,                 -- null: of the agency
    agency_role   text check (agency_role in ('owner', 'account', 'specialist')),
    title         text        not null default '',
    language      text        not null default 'ru' check (language in ('ru', 'en')),
    time_zone     text        not null default 'Europe/Moscow',
    theme         text        not null default 'auto' check (theme in ('auto', 'light', 'dark')),
    password_hash text,
    picture_id    bigint references file,
    created_at    timestamptz not null,
    check ((client_id is null) = (agency_role is not null))
);
create index person_of_client on person (client_id);

create table departure ( -- a person who may no longer sign in
    person_id bigint primary key references person,
    at        timestamptz not null,
    by_id     bigint      not null references person
);

create table session (
    token_hash   bytea primary key,
    person_id    bigint      not null references person,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    device       text        not null,
    address      text        not null
);
create index session_of_person on session (person_id);

create table one_time_link (
    token_hash bytea primary key,
    purpose    text        not null check (purpose in ('set_up', 'sign_in')),
    person_id  bigint references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table attempt ( -- failed or costly tries, counted against a limit
    subject text        not null,
    at      timestamptz not null
);
create index attempt_by_subject on attempt (subject, at);

create table api_token (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person,
    name         text        not null,
    token_hash   bytea       not null unique,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_of_person on api_token (person_id);

------------------------------------------------------------------------ project
create table project (
    id         bigint generated always as identity primary key,
    key        text        not null unique check (key ~ '^[a-z][a-z0-9-]{1,31}$'),
    client_id  bigint references client, -- null: an inner project of the agency
    name       text        not null,
    services   text[]      not null default '{}',
    stage      text        not null check (stage in ('brief', 'setup', 'testing', 'steady', 'winding_down')),
    status     text        not null default 'live' check (status in ('live', 'paused', 'closed')),
    cards_made int         not null default 0, -- the last card number given
    created_at timestamptz not null,
    created_by bigint references person
);
create index project_of_client on project (client_id);

create table project_status ( -- every change of status, with who, when and why
    project_id bigint      not null references project,
    status     text        not null,
    reason     text        not null default '',
    at         timestamptz not null,
    by_id      bigint references person
);
create index project_status_of_project on project_status (project_id, at);

create table project_text ( -- strategy and business context; every version is kept
    project_id bigint      not null references project,
    kind       text        not null check (kind in ('strategy', 'business')),
    version    int         not null,
    body       text        not null,
    at         timestamptz not null,
    by_id      bigint references person,
    primary key (project_id, kind, version)
);

create table project_link (
    id         bigint generated always as identity primary key,
    project_id bigint not null references project,
    title      text   not null,
    url        text   not null,
    note       text   not null default ''
);
create index project_link_of_project on project_link (project_id, id);

create table member (
    project_id bigint      not null references project,
    person_id  bigint      not null references person,
    roles      text[]      not null,
    duty       text        not null default '', -- what they do here, in words
    since      timestamptz not null,
    by_id      bigint references person,
    primary key (project_id, person_id)
);
create index member_of_person on member (person_id);

create table invitation (
    id          bigint generated always as identity primary key,
    token_hash  bytea       not null unique,
    project_id  bigint references project,   -- null: to the agency itself
    person_id   bigint references person,    -- somebody known by name alone who is to take their place
    email       text,
    name        text        not null default '',
    client_id   bigint references client,    -- null: as one of the agency
    agency_role text,
    roles       text[]      not null default '{}',
    created_at  timestamptz not null,
    created_by  bigint      not null references person,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    accepted_by bigint references person,
    revoked_at  timestamptz
);
create index invitation_of_project on invitation (project_id);

------------------------------------------------------------------------ board
create table board_column (
    id          bigint generated always as identity primary key,
    project_id  bigint not null references project,
    name        text   not null,
    kind        text   not null check (kind in ('reference', 'intake', 'planned', 'doing', 'with_client', 'done', 'reports')),
    colour      text   not null default '',
    wip_limit   int,
    rank        text   collate "C" not null,
    archived_at timestamptz,
    archived_by bigint references person
);
create index board_column_of_project on board_column (project_id, rank);

create table label (
    id         bigint generated always as identity primary key,
    project_id bigint not null references project,
    name       text   not null,
    colour     text   not null
);
create index label_of_project on label (project_id);

create table card (
    id             bigint generated always as identity primary key,
    project_id     bigint      not null references project,
    number         int         not null,
    column_id      bigint      not null references board_column,
    rank           text        collate "C" not null,
    kind           text        not null check (kind in ('task', 'request', 'launch', 'report', 'reference')),
    title          text        not null,
    discipline     text,
    start_at       timestamptz,
    due_at         timestamptz,
    done_at        timestamptz, -- marked as done, wherever it stands
    cover_file_id  bigint references file,
    cover_colour   text,
    described      boolean     not null default false,
    comments       int         not null default 0,
    files          int         not null default 0,
    items          int         not null default 0,
    items_done     int         not null default 0,
    version        bigint      not null, -- number of the last event that changed what is seen of it
    created_at     timestamptz not null,
    created_by     bigint references person,
    archived_at    timestamptz,
    archived_by    bigint references person,
    unique (project_id, number)
);
create index card_in_column on card (column_id, rank) where archived_at is null;
create index card_on_board on card (project_id) where archived_at is null;
create index card_archived on card (project_id, archived_at) where archived_at is not null;

create table card_text ( -- apart from the card, so that a move does not copy it
    card_id     bigint primary key references card on delete cascade,
    description text  not null default '',
    version     int   not null default 1, -- of title and description, for two who edit at once
    source      jsonb                      -- what an import brought that has no place of its own here
);

create table card_label (
    card_id  bigint not null references card on delete cascade,
    label_id bigint not null references label on delete cascade,
    primary key (card_id, label_id)
);
create index card_label_by_label on card_label (label_id);

create table card_person (
    card_id   bigint not null references card on delete cascade,
    person_id bigint not null references person,
    primary key (card_id, person_id)
);
create index card_person_by_person on card_person (person_id);

create table card_affects (
    card_id    bigint not null references card on delete cascade,
    discipline text   not null,
    primary key (card_id, discipline)
);

create table checklist (
    id      bigint generated always as identity primary key,
    card_id bigint not null references card on delete cascade,
    name    text   not null,
    rank    text   collate "C" not null
);
create index checklist_of_card on checklist (card_id, rank);

create table checklist_item (
    id           bigint generated always as identity primary key,
    checklist_id bigint not null references checklist on delete cascade,
    body         text   not null,
    rank         text   collate "C" not null,
    due_at       timestamptz,
    person_id    bigint references person,
    done_at      timestamptz,
    done_by      bigint references person
);
create index checklist_item_of_checklist on checklist_item (checklist_id, rank);

create table custom_field (
    id         bigint generated always as identity primary key,
    project_id bigint not null references project,
    name       text   not null,
    type       text   not null check (type in ('text', 'number', 'date', 'checkbox', 'list')),
    options    text[] not null default '{}',
    on_face    boolean not null default false,
    rank       text   collate "C" not null
);
create index custom_field_of_project on custom_field (project_id, rank);

create table custom_field_value (
    card_id  bigint not null references card on delete cascade,
    field_id bigint not null references custom_field on delete cascade,
    value    text   not null,
    primary key (card_id, field_id)
);

------------------------------------------------------------------------ talk
create table comment (
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project,
    card_id    bigint      not null references card on delete cascade,
    kind       text        not null default 'message' check (kind in ('message', 'question', 'remark', 'decision')),
    author_id  bigint      not null references person,
    answers_id bigint references comment, -- the comment that it answers
    body       text        not null,
    version    int         not null default 1,
    created_at timestamptz not null,
    edited_at  timestamptz,
    deleted_at timestamptz,
    deleted_by bigint references person
);
create index comment_of_card on comment (card_id, created_at, id);

create table comment_version ( -- what it said before each edit
    comment_id bigint      not null references comment on delete cascade,
    version    int         not null,
    body       text        not null,
    at         timestamptz not null, -- when this wording was written
    primary key (comment_id, version)
);

create table attachment ( -- a file or a link on a card, said with a comment or by itself
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project,
    card_id    bigint      not null references card on delete cascade,
    comment_id bigint references comment on delete set null,
    file_id    bigint references file,
    url        text,
    title      text        not null,
    note       text        not null default '', -- e.g. that an import knows its name but not its content
    size       bigint,
    created_at timestamptz not null,
    created_by bigint references person
);
create index attachment_of_card on attachment (card_id, created_at, id);
create index attachment_of_file on attachment (file_id);
create index attachment_of_comment on attachment (comment_id) where comment_id is not null;

------------------------------------------------------------------------ search
create table search_document (
    id         bigint generated always as identity primary key,
    project_id bigint not null references project,
    card_id    bigint not null references card on delete cascade,
    comment_id bigint references comment on delete cascade, -- null: the card's own title and description
    body       text     not null,
    words      tsvector not null
);
create unique index search_document_of_card on search_document (card_id) where comment_id is null;
create unique index search_document_of_comment on search_document (comment_id) where comment_id is not null;
create index search_document_words on search_document using gin (words);

------------------------------------------------------------------------ bridge
create table import (
    id         bigint generated always as identity primary key,
    source     text        not null,
    source_id  text        not null, -- the board's id over there
    project_id bigint      not null references project,
    report     jsonb       not null,
    at         timestamptz not null,
    by_id      bigint      not null references person,
    unique (source, source_id, project_id)
);

create table imported ( -- what came from where, so that a second import brings nothing twice
    project_id bigint not null references project,
    source     text   not null,
    kind       text   not null,
    source_id  text   not null,
    own_id     bigint not null,
    primary key (project_id, source, kind, source_id)
);

------------------------------------------------------------------------ api
create table idempotency_key (
    person_id  bigint      not null references person,
    key        text        not null,
    request    bytea       not null, -- hash over method, path and body
    status     int,
    headers    jsonb,
    body       bytea,
    created_at timestamptz not null,
    primary key (person_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
