-- How long a kind of record is kept, as this partnership adopted it, every version.
create table sharing.retention_rule (
  id uuid primary key,
  partnership_id uuid not null,
  class text not null,
  trigger text not null,
  years integer not null check (years between 0 and 200),
  months integer not null check (months between 0 and 11),
  days integer not null check (days between 0 and 366),
  -- the law, the judgement or the schedule that says so
  authority text not null check (authority <> ''),
  -- the job that answers for it
  owner text not null check (owner <> ''),
  adopted_on date not null,
  adopted_by uuid,
  adopted_by_name text not null,
  ended_on date,
  check (years + months + days > 0)
);

create unique index retention_rule_class on sharing.retention_rule (partnership_id, class) where ended_on is null;

-- Why something is kept beyond its rule, and until when: an inquiry, a claim, a question that is open.
create table sharing.retention_hold (
  id uuid primary key,
  partnership_id uuid not null,
  -- a whole class, or all that is about one subject
  class text,
  subject_kind text,
  subject_id text,
  title text not null,
  reason text not null check (reason <> ''),
  from_on date not null,
  -- null: until somebody ends it; then it is asked about every year
  until_on date,
  set_by uuid,
  set_by_name text not null,
  ended_on date,
  ended_by_name text not null default '',
  ended_why text not null default '',
  version integer not null,
  check ((subject_kind is null) = (subject_id is null)),
  check ((class is null) <> (subject_id is null))
);

create index retention_hold_in_force on sharing.retention_hold (partnership_id) where ended_on is null;

-- A list that the rules made, for a person to approve: nothing is deleted before.
create table sharing.disposal (
  id uuid primary key,
  partnership_id uuid not null,
  number integer not null,
  class text not null,
  class_title text not null,
  of_children boolean not null,
  rule_id uuid not null references sharing.retention_rule (id),
  -- the rule in words, as it stood
  rule_words text not null,
  authority text not null,
  made_on date not null,
  state text not null check (state in ('waiting', 'done', 'turned-back')),
  turned_back_why text not null default '',
  turned_back_by_name text not null default '',
  done_at timestamptz,
  records integer not null default 0,
  rows_deleted integer not null default 0,
  files_deleted integer not null default 0,
  -- of the ids that were deleted, so that a certificate can be held against a backup
  digest text,
  version integer not null,
  unique (partnership_id, number),
  check ((state = 'done') = (done_at is not null))
);

-- One class waits on one list at a time.
create unique index disposal_waiting on sharing.disposal (partnership_id, class) where state = 'waiting';

-- What stands on a list. Its title goes when the record goes.
create table sharing.disposal_item (
  partnership_id uuid not null,
  disposal_id uuid not null references sharing.disposal (id) on delete cascade,
  record_id text not null,
  subject_kind text not null,
  subject_id text not null,
  title text not null,
  triggered_on date not null,
  due_on date not null,
  -- why a person struck it from the list; null where it stays on it
  kept_because text,
  kept_by_name text not null default '',
  primary key (disposal_id, record_id)
);

-- Who approved a list: for records of children two different people.
create table sharing.disposal_approval (
  partnership_id uuid not null,
  disposal_id uuid not null references sharing.disposal (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  approved_at timestamptz not null,
  -- the list's version that they saw
  of_version integer not null,
  primary key (disposal_id, person_id)
);

-- A file whose record is gone: deleted after the rows, and named here until it is.
create table sharing.file_to_delete (
  id uuid primary key,
  partnership_id uuid not null,
  disposal_id uuid not null references sharing.disposal (id) on delete cascade,
  path text not null
);

call platform.guard('sharing.retention_rule', 'select, insert, update');
call platform.guard('sharing.retention_hold', 'select, insert, update');
call platform.guard('sharing.disposal', 'select, insert, update');
call platform.guard('sharing.disposal_item');
call platform.guard('sharing.disposal_approval', 'select, insert, delete');
call platform.guard('sharing.file_to_delete', 'select, insert, delete');

create policy at_work on sharing.retention_hold as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.disposal_item as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.disposal_approval as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.file_to_delete as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
