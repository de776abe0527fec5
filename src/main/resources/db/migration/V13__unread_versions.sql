-- What search does not know yet: versions that are to be read, and those whose material was renamed since.
create table unread_version (
    version_id bigint primary key references material_version on delete cascade,
    due_at     timestamptz not null                -- from when on it is read; later for what could not be read
);
create index unread_version_by_time on unread_version (due_at);

insert into unread_version (version_id, due_at)
select v.id, v.created_at from material_version v
 where not exists (select from material_words w where w.version_id = v.id);
drop table material_words;
