-- Telling people: in the page, and by mail.

create table notice_cursor ( -- up to where a project's history was read for those who are to be told of it
    project_id bigint primary key references project,
    version    bigint not null
);
-- what happened before people were told at all is nobody's news
insert into notice_cursor (project_id, version) select project_id, version from chain;

create table notice ( -- what somebody is told about a card, all of it since they last looked in one
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person,
    project_id bigint      not null references project,
    card_id    bigint      not null references card on delete cascade,
    reason     text        not null,             -- why, of the latest
    count      int         not null default 1,   -- how many things
    at         timestamptz not null,             -- of the latest
    actor_id   bigint references person,         -- who did it; null: the product itself
    comment_id bigint references comment on delete set null,
    words      text        not null default '',  -- how what was said begins
    read_at    timestamptz
);
create unique index notice_unread on notice (person_id, card_id) where read_at is null;
create index notice_of_person on notice (person_id, at desc, id desc);
create index notice_of_card on notice (card_id);

create table letter ( -- a mail that goes out; it stands here from the moment it is decided on
    id           bigint generated always as identity primary key,
    key          text        not null unique,    -- what it is, so that it is written once
    person_id    bigint references person,       -- null: to whoever wrote to us
    to_address   text        not null,
    message_id   text        not null,           -- the same at every try: who gets it twice sees it once
    thread       text        not null default '',-- the Message-ID under which a card's letters stand together
    reply_to     text        not null default '',
    unsubscribe  text        not null default '',-- the path of its one-click page
    subject      text        not null,
    plain        text        not null,           -- both texts go when it was sent
    html         text        not null,
    automatic    boolean     not null default false, -- answers a mail: nobody's machine shall answer it
    created_at   timestamptz not null,
    next_try_at  timestamptz not null,
    tries        int         not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    trouble      text        not null default '' -- what the mail server said last
);
create index letter_waiting on letter (next_try_at) where sent_at is null and given_up_at is null;
create index letter_of_person on letter (person_id, id);

create table telling ( -- one thing that one person is told, before it is gathered in a notice and a letter
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person,
    project_id bigint      not null references project,
    event      bigint      not null,
    notice_id  bigint      not null references notice on delete cascade,
    card_id    bigint      not null references card on delete cascade,
    comment_id bigint references comment on delete set null, -- the question, remark or decision; else what was said
    said_id    bigint references comment on delete set null, -- what was said about it
    actor_id   bigint references person,
    reason     text        not null,
    at         timestamptz not null,
    words      text        not null default '',
    mail_at    timestamptz,                      -- from when on a letter may tell of it; null: none shall
    letter_id  bigint references letter on delete set null, -- the letter that tells of it
    unique (person_id, project_id, event)
);
create index telling_to_mail on telling (mail_at) where mail_at is not null and letter_id is null;
create index telling_of_notice on telling (notice_id);
create index telling_of_card on telling (card_id);

create table mail_wish ( -- what somebody wants to be told by mail, where it is not as usual
    person_id bigint  not null references person,
    topic     text    not null,
    wanted    boolean not null,
    primary key (person_id, topic)
);

create table quiet_hours ( -- when somebody wants no mail, by their own clock; the usual hours, when there is no row
    person_id bigint primary key references person,
    starts    time not null,
    ends      time not null                      -- the same as the start: never quiet
);

create table seal ( -- the key by which this installation knows its own links and addresses again
    only_one boolean primary key default true check (only_one),
    key      bytea not null
);

create table own_address ( -- under which address the agency's people reached this installation last
    only_one boolean primary key default true check (only_one),
    url      text        not null,
    at       timestamptz not null
);

create table mail_received ( -- mails that were read, each once
    message_id   text primary key,
    received_at  timestamptz not null,
    from_address text        not null,
    outcome      text        not null,           -- said, refused, ignored
    person_id    bigint references person,
    comment_id   bigint references comment on delete set null
);
