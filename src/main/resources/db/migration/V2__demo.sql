-- The demo agency: whether it was opened here, and who its people are, so that one can still sign in as them after a restart.
create table demo (
    only_one  boolean primary key default true check (only_one),
    password  text        not null, -- of everybody in the demo, in the clear, for it is shown to whoever looks around
    opened_at timestamptz not null
);

create table demo_person (
    person_id bigint primary key references person,
    place     int  not null,
    what_ru   text not null,
    what_en   text not null
);
