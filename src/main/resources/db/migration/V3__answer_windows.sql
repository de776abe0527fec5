-- When the agency's people answer. Times are the person's own, in their time zone (person.time_zone); days are calendar days there.

create table answer_week ( -- a person has set a week of their own, be it an empty one; whoever has none answers at the usual hours
    person_id bigint primary key references person,
    set_at    timestamptz not null,
    set_by    bigint      not null references person
);

create table answer_window (
    person_id bigint   not null references answer_week,
    weekday   smallint not null check (weekday between 1 and 7), -- 1: Monday
    starts    time     not null,
    ends      time     not null check (ends <> starts),          -- not after the start: on the next day
    primary key (person_id, weekday, starts)
);

create table day_off ( -- one day or several in a row
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person,
    first_day     date        not null,
    last_day      date        not null,
    substitute_id bigint references person,
    note          text        not null default '',
    created_at    timestamptz not null,
    created_by    bigint      not null references person,
    check (last_day >= first_day),
    check (substitute_id <> person_id)
);
create index day_off_of_person on day_off (person_id, last_day);

create table agency_calendar ( -- which country's public holidays the agency keeps; Russia's, when there is no row
    only_one boolean primary key default true check (only_one),
    country  text        not null check (country in ('ru', 'none')),
    set_at   timestamptz not null,
    set_by   bigint      not null references person
);

create table holiday ( -- what the agency sets for itself: a day off besides the public holidays, or one of them worked
    day    date primary key,
    kind   text        not null check (kind in ('off', 'worked')),
    name   text        not null default '',
    set_at timestamptz not null,
    set_by bigint      not null references person
);

create table window_change ( -- what of all this was changed: these settings are the agency's, not in any project's history
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    by_id     bigint      not null references person,
    person_id bigint references person, -- null: of the whole agency
    what      text        not null check (what in ('week', 'day_off', 'holiday', 'country')),
    was       text        not null,
    became    text        not null
);
create index window_change_of_person on window_change (person_id, id);
