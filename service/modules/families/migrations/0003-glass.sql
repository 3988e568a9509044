-- A protected record that was opened without a standing, in an emergency: why, until when, whom it was told to at once,
-- and what somebody else found who looked at it.
create table families.glass (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  standing_id uuid not null references families.standing (id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  category text not null check (category in ('danger-now', 'missing', 'urgent-health', 'lead-unreachable')),
  reason text not null check (length(reason) >= 20),
  opened_at timestamptz not null,
  until_at timestamptz not null check (until_at <= opened_at + interval '3 hours'),
  ended_at timestamptz,
  told_to uuid[] not null check (cardinality(told_to) > 0),
  review_due_on date not null,
  reviewed_by uuid check (reviewed_by <> person_id),
  reviewed_by_name text not null default '',
  reviewed_at timestamptz,
  finding text not null default '' check (finding in ('', 'right', 'not-right')),
  review_words text not null default '',
  check ((reviewed_at is null) = (finding = ''))
);

-- How often somebody asked in a day whether a child is known, and how many records that told them of.
create table families.search_day (
  partnership_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  asks integer not null,
  primary key (partnership_id, person_id, on_day)
);

-- Each question about a child beyond one's own, with its reason.
create table families.search_ask (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  asked_at timestamptz not null,
  reason text not null check (reason <> ''),
  -- which records it told of
  told uuid[] not null
);

-- Somebody asks about more children than anybody's work needs.
create table families.search_alarm (
  id uuid primary key,
  partnership_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  on_day date not null,
  raised_at timestamptz not null,
  told_to uuid[] not null,
  settled_at timestamptz,
  settled_by uuid,
  settled_words text not null default '',
  unique (partnership_id, person_id, on_day)
);

create index glass_partnership on families.glass (partnership_id, review_due_on) where reviewed_at is null;
create index glass_child on families.glass (child_id);
create index glass_standing on families.glass (standing_id);
create index search_ask_person on families.search_ask (partnership_id, person_id, on_day);

call platform.guard('families.glass');
call platform.guard('families.search_day');
call platform.guard('families.search_ask', 'select, insert, delete');
call platform.guard('families.search_alarm');
revoke update on families.glass from goldenthread_app;
grant update (ended_at, reviewed_by, reviewed_by_name, reviewed_at, finding, review_words) on families.glass
  to goldenthread_app;
revoke update on families.search_alarm from goldenthread_app;
grant update (settled_at, settled_by, settled_words) on families.search_alarm to goldenthread_app;

-- Whether a record is kept with more care, and so can be opened in an emergency by somebody who does not stand to it.
create function families.is_protected(child uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select platform.actor() = 'person' and exists (select from families.child c
      where c.id = child and c.level = 'protected' and c.partnership_id = platform.partnership())
  $$;

-- Whom to ring about a child of exactly this name and day of birth: never of a closed record, and never more than 21.
create function families.points_to(family text, born date)
  returns table (child_id uuid, given_key text, owner_organisation_id uuid, lead_person_id uuid, is_protected boolean)
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select c.id, c.given_key, c.owner_organisation_id,
           (select s.person_id from families.standing s
             where s.child_id = c.id and s.kind = 'lead-worker' and s.ended_at is null
             order by s.from_at, s.id limit 1),
           c.level = 'protected'
      from families.child c
     where c.partnership_id = platform.partnership() and platform.actor() = 'person'
       and c.family_key = family and c.born_on = born and c.level <> 'closed'
     order by c.id limit 21
  $$;

create policy told_seen on families.glass as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (person_id = platform.person() or platform.person() = any (told_to))));
create policy own_added on families.glass as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service'
    or (person_id = platform.person() and families.is_protected(child_id)));
create policy told_changed on families.glass as restrictive for update to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (person_id = platform.person() or platform.person() = any (told_to))));
create policy service_removed on families.glass as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');
create policy own_day on families.search_day as restrictive for all to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service' or person_id = platform.person());
create policy own_ask on families.search_ask as restrictive for all to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service' or person_id = platform.person());
create policy told_alarm on families.search_alarm as restrictive for all to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (person_id = platform.person() or platform.person() = any (told_to))));

-- Whoever breaks glass stands to the child for three hours at most; whoever answers a request for what is held, for as
-- long as the law gives, pauses included.
drop policy standing_added on families.standing;
create policy standing_added on families.standing as restrictive for insert to goldenthread_app
  with check (case
    when families.as_owner() or platform.actor() = 'service' then true
    when platform.actor() <> 'person' then false
    when kind = 'lead-worker' and person_id = platform.person() and families.is_new(child_id) then true
    when kind = 'glass' then person_id = platform.person() and from_at = platform.now()
      and families.is_protected(child_id)
    when kind = 'subject-access' then person_id = platform.person() and until_at <= platform.now() + interval '120 days'
    else families.stands(child_id, array['lead-worker']) end);

revoke execute on all functions in schema families from public;
grant execute on all functions in schema families to goldenthread_app;
