-- A desk reads open turns over all projects: what somebody opened, what is the owner's, what runs late, and what was put off.
create index turn_open_opened_by on turn (opened_by) where closed_at is null;
create index turn_open_of_owner on turn (project_id) where closed_at is null and role = 'owner';
create index turn_open_due on turn (due_at) where closed_at is null and paused_at is null;
create index turn_open_of_client on turn (opened_at) where closed_at is null and paused_at is null and side = 'client';
create index turn_snooze_of_person on turn_snooze (person_id, until);
create index day_off_of_substitute on day_off (substitute_id, last_day) where substitute_id is not null;
