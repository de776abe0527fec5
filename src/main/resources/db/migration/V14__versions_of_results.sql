-- What came of a launch is edited by several: each edit knows which text it was made from.

alter table launch add column result_version int not null default 0;     -- counts the edits of the result of the run that is on
alter table launch_run add column result_version int not null default 0;

update launch set result_version = 1 where verdict is not null;
update launch_run set result_version = 1 where verdict is not null;
