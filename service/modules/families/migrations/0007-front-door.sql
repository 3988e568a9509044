-- Where somebody turns who is afraid for a child: as a partnership sets it. Everybody may read it.
create table families.front_door (
  partnership_id uuid primary key,
  -- the local safeguarding partners' own document of thresholds: linked, never written again here
  threshold_name text not null,
  threshold_link text not null,
  -- where a referral to children's social care is made: a deep link into the council's own system
  referral_link text not null,
  -- after how many minutes in hours an unread concern is told to the deputies
  unread_minutes integer not null check (unread_minutes between 5 and 480),
  -- when readers are at work on a working day, as in 08:30
  opens text not null check (opens ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes text not null check (closes ~ '^([01]\d|2[0-3]):[0-5]\d$' and closes > opens),
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);

-- A number to ring at the partnership's own front door, with its hours.
create table families.front_door_number (
  id uuid primary key,
  partnership_id uuid not null,
  place integer not null check (place > 0),
  name text not null check (name <> ''),
  number text not null check (number ~ '\d{3}'),
  -- when it is answered, in words
  hours text not null,
  -- whether it is for nights, weekends and bank holidays
  out_of_hours boolean not null,
  -- when somebody last rang it to see that it is right
  checked_on date not null,
  unique (partnership_id, place)
);

-- Who reads what people tell, from when until when: for the whole partnership, or for one school or service. The role
-- alone opens nothing, and nobody names themselves.
create table families.concern_reader (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null,
  name text not null,
  -- the school or service whose concerns they read; null for all
  setting_id uuid,
  part text not null check (part in ('reader', 'deputy')),
  from_at timestamptz not null,
  ended_at timestamptz,
  named_by_name text not null,
  ended_by_name text not null default ''
);

create unique index concern_reader_once on families.concern_reader (partnership_id, person_id)
  where ended_at is null;

call platform.guard('families.front_door');
call platform.guard('families.front_door_number');
call platform.guard('families.concern_reader', 'select, insert, update');

create policy kept_by_people on families.front_door as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() <> 'visitor');
create policy changed_by_people on families.front_door as restrictive for update to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
create policy kept_by_people on families.front_door_number as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() <> 'visitor');

create policy not_for_visitors on families.concern_reader as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
create policy never_oneself on families.concern_reader as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and person_id <> platform.person()));
create policy ended_by_people on families.concern_reader as restrictive for update to goldenthread_app
  using (families.as_owner() or platform.actor() <> 'visitor');
revoke update on families.concern_reader from goldenthread_app;
grant update (ended_at, ended_by_name) on families.concern_reader to goldenthread_app;
