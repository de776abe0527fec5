-- A turn knows in which answer window it was promised, so that it can be said as people say it: today 17–18.
alter table turn add column answer_from timestamptz; -- when that window begins; it ends at due_at

-- what answers a comment is found when the comment changes
create index comment_that_answers on comment (answers_id) where answers_id is not null;
