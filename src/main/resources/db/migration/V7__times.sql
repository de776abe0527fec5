-- A project's questions: listed in their order, counted by month when one is urgent, offered when another is merged into one.
create index comment_question_of_project on comment (project_id, id) where kind = 'question';
