-- What a person answers to what somebody says against an entry: once, in their own name, and never rewritten.
create table families.contest_answer (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  contest_id uuid not null unique references families.contest (id) on delete cascade,
  finding text not null check (finding in ('put-right', 'both-stand', 'stays')),
  words text not null check (words <> ''),
  answered_by uuid not null,
  answered_by_name text not null check (answered_by_name <> ''),
  answered_at timestamptz not null
);

create index contest_answer_child on families.contest_answer (child_id);

call platform.guard('families.contest_answer', 'select, insert, delete');
call families.wall('families.contest_answer');

-- Whoever reads what is said against an entry reads its answer.
create policy contest_seen on families.contest_answer as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         else exists (select from families.contest c where c.id = contest_id) end);
-- Somebody who helps answers in their own name, and nobody answers themselves.
create policy others_answered on families.contest_answer as restrictive for insert to goldenthread_app
  with check (case when families.as_owner() or platform.actor() = 'service' then true
         else answered_by = platform.person()
           and families.stands(child_id, array['lead-worker', 'team-around', 'setting-lead'])
           and exists (select from families.contest c
                        where c.id = contest_id and c.child_id = contest_answer.child_id
                          and c.person_id <> platform.person()) end);
