-- What is known of a child: one thing that somebody said, with whose words these are, and who may read it.
create table families.entry (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  field_group text not null check (field_group in ('strengths', 'worries', 'health', 'own-words')),
  kind text not null,
  body text not null check (body <> ''),
  whose_words text not null check (whose_words <> ''),
  source text not null check (source <> ''),
  said_on date not null,
  -- whoever wrote it down; null where that was the service itself, which brings in what another system held
  author_person_id uuid,
  author_name text not null check (author_name <> ''),
  -- of a parent's health the parent: it is theirs
  about_person_id uuid,
  confidence text not null check (confidence in ('known', 'worried', 'not-known', 'not-so')),
  would_help text not null default '',
  review_on date not null,
  -- everybody round the child to whom this part is open, or only those named
  seen_by text not null default 'around' check (seen_by in ('around', 'named')),
  version integer not null default 1,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  check (about_person_id is null or (field_group = 'health' and seen_by = 'named')),
  check (field_group <> 'own-words' or seen_by = 'named')
);

-- "Is it safe for them to read this?", answered for one reader of one entry, by whom and why.
create table families.entry_viewer (
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  entry_id uuid not null references families.entry (id) on delete cascade,
  person_id uuid not null,
  may_read boolean not null,
  why text not null default '',
  answered_by uuid,
  answered_by_name text not null,
  answered_at timestamptz not null,
  primary key (entry_id, person_id)
);

-- What somebody has to say against an entry: it stands beside it wherever it is read, and is never rewritten.
create table families.contest (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  entry_id uuid not null references families.entry (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  comes_as text not null,
  account text not null check (account <> ''),
  said_at timestamptz not null,
  answer_due_on date not null
);

-- Family, friends and others round a child, as the record names them. Workers stand in standing.
create table families.person_around (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  name text not null check (name <> ''),
  also_called text not null default '',
  tie text not null check (tie <> ''),
  -- their account, where they have one
  person_id uuid,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- Where a child can be reached. A safe address is told to nobody but those named.
create table families.address (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  kind text not null check (kind in ('home', 'second-home', 'staying', 'telephone')),
  words text not null check (words <> ''),
  is_safe boolean not null,
  -- whoever may read a safe one
  named uuid[] not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null
);

create index entry_child on families.entry (child_id, field_group, said_on);
create index entry_viewer_child on families.entry_viewer (child_id);
create index contest_entry on families.contest (entry_id);
create index contest_child on families.contest (child_id);
create index person_around_child on families.person_around (child_id);
create index address_child on families.address (child_id);

call platform.guard('families.entry');
call platform.guard('families.entry_viewer');
call platform.guard('families.contest', 'select, insert, delete');
call platform.guard('families.person_around');
call platform.guard('families.address');
call families.wall('families.entry');
call families.wall('families.entry_viewer');
call families.wall('families.contest');
call families.wall('families.person_around');
call families.wall('families.address');

-- How whoever acts comes to a child's words: to help, to answer a request for all that is held, or for themselves.
create function families.comes_to_help(child uuid) returns boolean
  language sql stable
  as $$ select families.stands(child, array['lead-worker', 'team-around', 'supervisor', 'setting-lead', 'named', 'glass']) $$;
create function families.comes_to_answer(child uuid) returns boolean
  language sql stable
  as $$ select families.stands(child, array['subject-access']) $$;

-- The family is not one reader: what a child or parent reads was answered for them, one entry at a time.
create policy viewer_seen on families.entry as restrictive for select to goldenthread_app
  using (case
    when families.as_owner() or platform.actor() = 'service' then true
    when exists (select from families.entry_viewer v
                  where v.entry_id = id and v.person_id = platform.person() and not v.may_read)
      then families.comes_to_answer(child_id)
    when author_person_id = platform.person() then true
    when exists (select from families.entry_viewer v
                  where v.entry_id = id and v.person_id = platform.person() and v.may_read) then true
    when families.comes_to_answer(child_id) then true
    else seen_by = 'around' and families.comes_to_help(child_id) end);
create policy author_added on families.entry as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service' or author_person_id = platform.person());
create policy entry_seen on families.contest as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         else exists (select from families.entry e where e.id = entry_id) end);
create policy own_added on families.contest as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service' or person_id = platform.person());
create policy named_seen on families.address as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service' or not is_safe or platform.person() = any (named));

revoke execute on all functions in schema families from public;
grant execute on all functions in schema families to goldenthread_app;
