-- Materials, their versions, what was approved, where remarks are pinned, and launches.

alter table comment drop constraint comment_kind_check;
alter table comment add constraint comment_kind_check
    check (kind in ('message', 'question', 'remark', 'decision', 'approval'));
alter table turn drop constraint turn_purpose_check;
alter table turn add constraint turn_purpose_check
    check (purpose in ('answer', 'clarify', 'mend', 'confirm', 'raised', 'appeal', 'check', 'objection', 'approve', 'chase'));

create table material ( -- what is shown to the client: its versions are what counts
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project,
    card_id     bigint      not null references card on delete cascade,
    name        text        not null,
    versions    int         not null default 0,   -- the last version number given
    created_at  timestamptz not null,
    created_by  bigint      not null references person,
    archived_at timestamptz,
    archived_by bigint references person
);
create index material_of_card on material (card_id);
create index material_of_project on material (project_id, id);

create table material_version ( -- never changed
    id          bigint generated always as identity primary key,
    material_id bigint      not null references material on delete cascade,
    number      int         not null,
    kind        text        not null check (kind in ('files', 'text', 'link')),
    body        text        not null default '',   -- the text, or the link's address
    note        text        not null default '',   -- what became otherwise
    sha256      bytea       not null,              -- of the file; of several files, the text or the address as docs/decisions/0013 says
    created_at  timestamptz not null,
    created_by  bigint      not null references person,
    unique (material_id, number)
);
create index material_version_by_hash on material_version (sha256);

create table material_file ( -- never changed
    version_id bigint not null references material_version on delete cascade,
    place      int    not null,                    -- 0, 1 …
    file_id    bigint not null references file,
    name       text   not null,
    primary key (version_id, place)
);
create index material_file_of_file on material_file (file_id);

create table material_words ( -- versions whose text search knows, or that have none
    version_id bigint primary key references material_version on delete cascade,
    read_at    timestamptz not null
);

create table approval ( -- one version that was put before the client
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references project,
    comment_id  bigint      not null references comment, -- what was said when it was asked; one may ask for several versions
    material_id bigint      not null references material,
    version_id  bigint      not null references material_version,
    needs       text        not null check (needs in ('any', 'all')), -- one decision maker, or each of them
    state       text        not null check (state in ('asked', 'approved', 'remarks', 'changes', 'withdrawn', 'superseded')),
    due_at      timestamptz,
    asked_at    timestamptz not null,
    asked_by    bigint      not null references person,
    settled_at  timestamptz,
    settled_by  bigint references person,
    reason      text        not null default '',   -- why it was withdrawn
    reminded_at timestamptz,                       -- when the client was reminded before the term
    chased_at   timestamptz,                       -- when the term had passed and the account was asked to see to it
    check ((state = 'asked') = (settled_at is null))
);
create unique index approval_open on approval (version_id) where state = 'asked';
create index approval_of_comment on approval (comment_id);
create index approval_of_version on approval (version_id);
create index approval_of_project on approval (project_id, id);
create index approval_of_material on approval (material_id);
create index approval_due on approval (due_at) where state = 'asked';

create table approval_voice ( -- what somebody decided about a version; never changed, never removed
    id               bigint generated always as identity primary key,
    approval_id      bigint      not null references approval,
    version_id       bigint      not null references material_version,
    sha256           bytea       not null,         -- of what was decided about, as it was then
    verdict          text        not null check (verdict in ('approved', 'remarks', 'changes')),
    person_id        bigint      not null references person, -- who decided
    way              text        not null check (way in ('page', 'mail', 'api', 'elsewhere')),
    at               timestamptz not null,         -- when they decided
    comment          text        not null default '',
    recorded_at      timestamptz not null,
    recorded_by      bigint references person,     -- who wrote down what was decided elsewhere
    evidence         text        not null default '',
    evidence_file_id bigint references file,
    check ((way = 'elsewhere') = (recorded_by is not null))
);
create index approval_voice_of_approval on approval_voice (approval_id);
create index approval_voice_of_version on approval_voice (version_id);

create function refuse_to_rewrite_what_was_shown() returns trigger language plpgsql as $$
begin
    raise exception 'a version and a decision about it are never changed';
end $$;
create trigger version_stays before update on material_version
    for each row execute function refuse_to_rewrite_what_was_shown();
create trigger version_file_stays before update on material_file
    for each row execute function refuse_to_rewrite_what_was_shown();
create trigger voice_stays before update or delete on approval_voice
    for each row execute function refuse_to_rewrite_what_was_shown();

create table pin ( -- a remark or a question that stands on a place of a version
    comment_id  bigint primary key references comment on delete cascade,
    material_id bigint not null references material on delete cascade,
    version_id  bigint not null references material_version on delete cascade, -- the version on which it was set
    number      int    not null,                   -- its marker, within the material
    place       jsonb  not null,
    unique (material_id, number)
);

create table pin_place ( -- where it is on a later version
    comment_id bigint not null references pin on delete cascade,
    version_id bigint not null references material_version on delete cascade,
    place      jsonb,                              -- null: it has no place there
    primary key (comment_id, version_id)
);

create index pin_of_version on pin (version_id);
create index pin_place_of_version on pin_place (version_id);

create table launch ( -- what a launch card knows beside what every card knows
    card_id     bigint primary key references card on delete cascade,
    hypothesis  text        not null default '',
    channel     text        not null default '',
    audience    text        not null default '',
    budget      numeric(14, 2) check (budget >= 0),
    currency    text        not null default 'RUB' check (currency in ('RUB', 'USD', 'EUR', 'KZT', 'BYN')),
    starts_on   date,
    stops_on    date,
    result      text        not null default '',
    verdict     text check (verdict in ('keep', 'change', 'stop')),
    launched_at timestamptz,
    launched_by bigint references person,
    despite     text        not null default '',   -- the account's reason for launching what was not approved
    stopped_at  timestamptz,
    stopped_by  bigint references person,
    version     int         not null default 1,    -- counts the edits
    check (stops_on is null or starts_on is null or stops_on >= starts_on)
);

-- search finds the text inside materials, too
alter table search_document add column version_id bigint references material_version on delete cascade;
drop index search_document_of_card;
create unique index search_document_of_card on search_document (card_id) where comment_id is null and version_id is null;
create unique index search_document_of_version on search_document (version_id) where version_id is not null;

-- whoever comes by a letter's link to decide is signed in for a day only
alter table session add column life_days int not null default 60 check (life_days between 1 and 60);
