-- A decision keeps what its decider was in the project then, an approval whether the team's change settled it, and a launch its runs.

alter table approval_voice add column roles text[] not null default '{lead}'; -- until now nobody else could decide
alter table approval_voice alter column roles drop default;

alter table approval add column by_team_change boolean not null default false; -- who had not decided needed not any more
update approval a set by_team_change = true
 where a.state in ('approved', 'remarks')
   and not exists (select from approval_voice v where v.approval_id = a.id and v.recorded_at = a.settled_at);

create table launch_run ( -- what was of a launch before it was launched again
    card_id     bigint      not null references launch on delete cascade,
    number      int         not null,              -- 1, 2, 3 …
    launched_at timestamptz not null,
    launched_by bigint references person,
    despite     text        not null default '',
    stopped_at  timestamptz not null,
    stopped_by  bigint references person,
    result      text        not null default '',
    verdict     text check (verdict in ('keep', 'change', 'stop')),
    primary key (card_id, number)
);
