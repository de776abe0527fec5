-- Answer times of a month: over all projects by when a turn was closed; of one project there is an index since V4.
create index turn_closed on turn (closed_at) where closed_at is not null;
create index event_remark_raised on event (at) where kind = 'remark.raised';
