-- What somebody is unhappy with. Anybody may add one, a child too; it is never shown to whom it is about.
create table sharing.complaint (
  id uuid primary key,
  partnership_id uuid not null,
  reference text not null,
  came_how text not null check (came_how in ('form', 'young-form', 'letter', 'in-person', 'telephone')),
  received_on date not null,
  received_at timestamptz not null,
  -- '' where they did not say
  name text not null,
  email text not null,
  other_way text not null,
  safe_to_write text not null check (safe_to_write in ('yes', 'no', 'not-said')),
  words text not null,
  wish text not null,
  acknowledged_on date,
  acknowledged_how text not null default '',
  acknowledged_by_name text not null default '',
  progress text not null default '',
  outcome text check (outcome in ('upheld', 'partly-upheld', 'not-upheld', 'withdrawn')),
  outcome_words text not null default '',
  answered_on date,
  answered_by_name text not null default '',
  version integer not null,
  unique (partnership_id, reference),
  check ((outcome is null) = (answered_on is null)),
  -- an answer is no answer where nobody was told that we heard
  check (outcome is null or acknowledged_on is not null)
);

create index complaint_open on sharing.complaint (partnership_id, received_on) where answered_on is null;
create index complaint_email on sharing.complaint (partnership_id, email);
create index complaint_answered on sharing.complaint (partnership_id, answered_on);

-- Whom a complaint is about, among those who can sign in: they never see it.
create table sharing.complaint_about (
  partnership_id uuid not null,
  complaint_id uuid not null references sharing.complaint (id) on delete cascade,
  person_id uuid not null,
  primary key (complaint_id, person_id)
);

create index complaint_about_person on sharing.complaint_about (partnership_id, person_id);

call platform.guard('sharing.complaint');
call platform.guard('sharing.complaint_about');

create policy read_at_work on sharing.complaint as restrictive for select to goldenthread_app
  using (platform.actor() = 'service' or (platform.actor() = 'person' and not exists (
    select from sharing.complaint_about about
     where about.complaint_id = complaint.id and about.person_id = platform.person())));
create policy changed_at_work on sharing.complaint as restrictive for update to goldenthread_app
  using (platform.actor() = 'service' or (platform.actor() = 'person' and not exists (
    select from sharing.complaint_about about
     where about.complaint_id = complaint.id and about.person_id = platform.person())));
create policy gone_at_work on sharing.complaint as restrictive for delete to goldenthread_app
  using (platform.actor() in ('person', 'service'));
