-- What somebody asked of what is held about them: to see it, to put it right, to delete it, to stop its use. Anybody may
-- add one; only people at work read them.
create table sharing.rights_request (
  id uuid primary key,
  partnership_id uuid not null,
  -- what people write in letters: RR-7K3F9Q
  reference text not null,
  kind text not null check (kind in ('see', 'correct', 'delete', 'stop')),
  came_how text not null check (came_how in ('form', 'young-form', 'letter', 'in-person', 'telephone')),
  received_on date not null,
  received_at timestamptz not null,
  -- who asks, and for whom
  asker_name text not null,
  asks_for text not null check (asks_for in ('me', 'my-child', 'somebody-else')),
  about_name text not null,
  born_on date,
  words text not null,
  -- how an answer reaches them safely; '' where they said none
  email text not null,
  other_way text not null,
  safe_to_write text not null check (safe_to_write in ('yes', 'no', 'not-said')),
  support text not null,
  -- a person looked who they are, and by what right they ask for somebody else
  identity_how text,
  identity_on date,
  identity_by_name text not null default '',
  -- one month more, or two, with the reason that was told
  extended_months integer not null default 0 check (extended_months between 0 and 2),
  extended_reason text not null default '',
  extended_on date,
  -- what would harm somebody if it were given: tested by a person before anything leaves
  harm_found text check (harm_found in ('none', 'some-kept-back')),
  harm_words text not null default '',
  harm_asked text not null default '',
  harm_by_name text not null default '',
  harm_on date,
  gathered_at timestamptz,
  -- how it was answered
  outcome text check (outcome in ('given', 'partly-given', 'corrected', 'not-corrected', 'deleted', 'not-deleted',
    'stopped', 'not-stopped', 'nothing-held', 'not-who-they-said', 'withdrawn')),
  outcome_words text not null default '',
  answered_on date,
  answered_by_name text not null default '',
  version integer not null,
  unique (partnership_id, reference),
  check ((outcome is null) = (answered_on is null)),
  check ((identity_on is null) = (identity_how is null))
);

create index rights_request_open on sharing.rights_request (partnership_id, received_on) where answered_on is null;
create index rights_request_email on sharing.rights_request (partnership_id, email);
create index rights_request_answered on sharing.rights_request (partnership_id, answered_on);

-- A stretch of time that does not count, because we had to ask something back.
create table sharing.rights_pause (
  id uuid primary key,
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  reason text not null check (reason in ('identity', 'clarification')),
  -- what was asked
  words text not null,
  from_on date not null,
  until_on date,
  by_name text not null,
  check (until_on is null or until_on >= from_on)
);

create index rights_pause_request on sharing.rights_pause (request_id, from_on);

-- Whom in our records a request is about, as a person found out.
create table sharing.rights_subject (
  partnership_id uuid not null,
  request_id uuid not null references sharing.rights_request (id) on delete cascade,
  kind text not null check (kind in ('child', 'person', 'address')),
  subject_id text not null,
  title text not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (request_id, kind, subject_id)
);

create index rights_subject_whose on sharing.rights_subject (partnership_id, kind, subject_id);

call platform.guard('sharing.rights_request');
call platform.guard('sharing.rights_pause');
call platform.guard('sharing.rights_subject');

-- whoever comes without an account may ask, and reads nothing of it
create policy read_at_work on sharing.rights_request as restrictive for select to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy changed_at_work on sharing.rights_request as restrictive for update to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy gone_at_work on sharing.rights_request as restrictive for delete to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.rights_pause as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
create policy at_work on sharing.rights_subject as restrictive to goldenthread_app
  using (platform.actor() in ('person', 'service'));
