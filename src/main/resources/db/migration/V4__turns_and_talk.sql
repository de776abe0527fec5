-- Whose turn it is, and the talk that opens turns: questions, remarks, decisions.

------------------------------------------------------------------------ turn
create table turn ( -- somebody is waited for, from when it is opened until it is closed
    id             bigint generated always as identity primary key,
    project_id     bigint      not null references project,
    card_id        bigint references card on delete set null,
    comment_id     bigint references comment on delete set null, -- what it is about
    topic          text        not null default '',          -- which part of it: the discipline that checks a decision
    purpose        text        not null check (purpose in ('answer', 'clarify', 'mend', 'confirm', 'raised', 'appeal', 'check', 'objection')),
    side           text        not null check (side in ('agency', 'client')),
    role           text,                                          -- anybody of this role; 'owner': the agency's owner
    person_id      bigint references person,                      -- this person alone; neither: anybody of the side
    urgent         boolean     not null default false,
    opened_at      timestamptz not null,
    opened_by      bigint references person,
    due_at         timestamptz,                                   -- what was promised; moved when the clock stood still
    paused_at      timestamptz,                                   -- since when the clock stands still; null: it runs
    paused_why     text check (paused_why in ('asker', 'project')),
    closed_at      timestamptz,
    closed_by      bigint references person,
    outcome        text,
    minutes        int,                                           -- contact time it took, as told by who closed it
    wall_seconds   bigint,                                        -- how long it was open with its clock running
    window_seconds bigint,                                        -- how much of that lay within the answer windows
    kept           boolean,                                       -- closed by when it was due; null where nothing was promised
    check ((paused_at is null) = (paused_why is null)),
    check ((closed_at is null) = (outcome is null)),
    check (person_id is null or role is null)
);
create index turn_open_in_project on turn (project_id) where closed_at is null;
create index turn_open_of_person on turn (person_id) where closed_at is null and person_id is not null;
create index turn_open_on_card on turn (card_id) where closed_at is null;
create index turn_about on turn (comment_id);
create index turn_closed_in_project on turn (project_id, closed_at) where closed_at is not null;
create index turn_closed_by on turn (closed_by, closed_at) where closed_at is not null;
create index turn_of_card on turn (card_id);

create table turn_pause ( -- every time its clock stood still
    turn_id bigint      not null references turn on delete cascade,
    why     text        not null,
    since   timestamptz not null,
    until   timestamptz,
    primary key (turn_id, since)
);

create table turn_snooze ( -- somebody looks at it later; it is theirs alone and changes nothing for others
    turn_id   bigint      not null references turn on delete cascade,
    person_id bigint      not null references person,
    until     timestamptz not null,
    at        timestamptz not null,
    primary key (turn_id, person_id)
);

-- what a card's face shows of it, so that a face is still one row
alter table card add column waits jsonb;
alter table card add column remarks int not null default 0; -- open remarks
alter table card add column must_fix int not null default 0; -- of these, such as hold the card back from being done

------------------------------------------------------------------------ talk
alter table project add column remarks_made int not null default 0; -- the last remark number given
alter table project add column urgent_quota int not null default 3 check (urgent_quota between 0 and 1000); -- urgent questions a month

create table question (
    comment_id  bigint primary key references comment on delete cascade,
    state       text        not null check (state in ('open', 'waiting', 'answered', 'reopened', 'redirected', 'merged', 'off_topic', 'card', 'withdrawn')),
    asked_of    text        not null,              -- as the asker addressed it: team, client, a role, person:N
    urgent      boolean     not null default false,
    over_quota  boolean     not null default false,
    depth       text check (depth in ('quick', 'deep')),
    promised_at timestamptz,                       -- the promise that was shown when it was asked
    reopened    int         not null default 0,
    redirected  int         not null default 0,
    answer_id   bigint references comment on delete set null,
    merged_into bigint references comment on delete set null,
    card_made   bigint references card on delete set null,
    reason      text        not null default '',
    settled_at  timestamptz,
    settled_by  bigint references person
);
create index question_merged_into on question (merged_into) where merged_into is not null;

create table remark (
    comment_id bigint primary key references comment on delete cascade,
    project_id bigint      not null references project,
    number     int         not null,               -- as in R-7
    weight     text        not null check (weight in ('must', 'suggestion')),
    state      text        not null check (state in ('open', 'fixed', 'confirmed', 'declined', 'appealed', 'settled', 'withdrawn')),
    raised     int         not null default 1,     -- how many times it was raised
    fixed_in   text        not null default '',    -- where: a version, a page, in words
    reason     text        not null default '',    -- why it was declined, or how it was settled
    changed_at timestamptz not null,
    changed_by bigint references person,
    unique (project_id, number)
);
create index remark_of_project on remark (project_id, state);

create table decision (
    comment_id bigint primary key references comment on delete cascade,
    state      text not null check (state in ('asked', 'fine', 'objected', 'settled', 'withdrawn')),
    reason     text not null default '',           -- why it was decided so
    outcome    text not null default ''            -- how an objection was settled
);

create table decision_check ( -- one for each discipline that a decision affects
    comment_id bigint      not null references decision on delete cascade,
    discipline text        not null,
    verdict    text check (verdict in ('fine', 'objection')),
    reason     text        not null default '',
    at         timestamptz,
    by_id      bigint references person,
    primary key (comment_id, discipline)
);

create table contact_time ( -- minutes spent on talking with the client; never changed, corrected by a line of its own
    id         bigint generated always as identity primary key,
    project_id bigint      not null references project,
    person_id  bigint      not null references person,
    card_id    bigint references card on delete set null,
    comment_id bigint references comment on delete set null,
    minutes    int         not null check (minutes between -1440 and 1440),
    at         timestamptz not null
);
create index contact_time_of_project on contact_time (project_id, at);
create index contact_time_of_comment on contact_time (comment_id);

create table discipline_words ( -- which words in a decision suggest asking a discipline; the agency's, over all projects
    discipline text primary key,
    words      text        not null,
    changed_at timestamptz not null,
    changed_by bigint references person
);
