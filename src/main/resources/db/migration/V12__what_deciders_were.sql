-- A decision keeps what its decider was in the project then, and an approval whether the team's change settled it.

alter table approval_voice add column roles text[] not null default '{lead}'; -- until now nobody else could decide
alter table approval_voice alter column roles drop default;

alter table approval add column by_team_change boolean not null default false; -- who had not decided needed not any more
update approval a set by_team_change = true
 where a.state in ('approved', 'remarks')
   and not exists (select from approval_voice v where v.approval_id = a.id and v.recorded_at = a.settled_at);
