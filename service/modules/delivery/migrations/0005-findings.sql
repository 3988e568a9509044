-- What somebody from outside the work found: an inspection, an audit, a review, children themselves.
create table delivery.finding (
  id uuid primary key,
  partnership_id uuid not null,
  -- short, for people to name it by: F3
  number integer not null,
  kind text not null check (kind in ('inspection', 'audit', 'review', 'children')),
  title text not null,
  words text not null,
  found_by text not null,
  found_on date not null,
  source_title text not null,
  source_link text not null,
  framework_slug text not null,
  element_key text not null,
  owner_person_id uuid,
  owner_name text not null,
  owner_organisation text not null,
  due_on date,
  state text not null check (state in ('open', 'ready', 'closed')),
  -- what shows that it is mended
  evidence text not null,
  closed_on date,
  -- somebody other than its owner
  closed_by_name text not null,
  closed_by uuid,
  closing_words text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, number),
  check (state <> 'closed' or (closed_on is not null and closed_by_name <> '' and closing_words <> ''))
);

create index finding_open on delivery.finding (partnership_id, due_on) where state <> 'closed';
create index finding_element on delivery.finding (partnership_id, framework_slug, element_key);

-- What was said of a finding, and how its state moved. Nothing here is ever changed.
create table delivery.finding_note (
  id uuid primary key,
  partnership_id uuid not null,
  finding_id uuid not null references delivery.finding (id),
  words text not null,
  state_before text not null,
  state_after text not null,
  said_at timestamptz not null,
  said_by_name text not null
);

create index finding_note_finding on delivery.finding_note (finding_id, said_at);

call platform.guard('delivery.finding');
call platform.guard('delivery.finding_note', 'select, insert');
