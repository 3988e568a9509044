create schema if not exists families;

-- A child whom somebody helps, or who is on the way. There is no list of all children: a record is opened for a reason.
create table families.child (
  id uuid primary key,
  partnership_id uuid not null,
  given_names text not null check (given_names <> ''),
  family_name text not null check (family_name <> ''),
  known_as text not null default '',
  -- the names without accents, spaces and capitals, so that a person is found however they are typed
  given_key text not null,
  family_key text not null,
  born_on date,
  due_on date,
  level text not null default 'normal' check (level in ('normal', 'protected', 'closed')),
  -- the one body that answers for this record
  owner_organisation_id uuid not null,
  -- the school, nursery or other setting that the child goes to
  setting_organisation_id uuid,
  -- where the child goes may be told to nobody but those named
  setting_is_safe boolean not null default false,
  opened_because text not null check (opened_because <> ''),
  opened_by uuid,
  opened_at timestamptz not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by_name text not null,
  check (born_on is not null or due_on is not null)
);

-- Who stands where to a child, from when, until when and for what: the one row behind every access to a record.
create table families.standing (
  id uuid primary key,
  partnership_id uuid not null,
  child_id uuid not null references families.child (id) on delete cascade,
  person_id uuid not null,
  kind text not null check (kind in ('lead-worker', 'team-around', 'supervisor', 'setting-lead', 'named', 'glass',
    'subject-access', 'the-child', 'parent')),
  -- for which body they stand here; a child and a parent stand for themselves
  organisation_id uuid check (organisation_id is not null or kind in ('the-child', 'parent')),
  -- the agreement between the two bodies, where it is not the body that answers for the record
  agreement_id uuid,
  purpose text not null,
  because text not null default '',
  -- whether the family reads that this person is around
  is_shown_to_family boolean not null default true,
  from_at timestamptz not null,
  until_at timestamptz,
  -- ended, whatever any clock says
  ended_at timestamptz,
  ended_by uuid,
  given_by uuid,
  check (until_at is null or until_at > from_at),
  check (kind <> 'glass' or (until_at is not null and until_at <= from_at + interval '3 hours' and because <> ''))
);

create index child_partnership on families.child (partnership_id, family_key, born_on);
create index standing_partnership on families.standing (partnership_id, person_id) where ended_at is null;
create index standing_child on families.standing (child_id, person_id);
create unique index standing_once on families.standing (child_id, person_id, kind)
  where ended_at is null and kind <> 'glass';

-- Whether the person who acts stands to a child in one of these ways, now. Of a closed record only a named list knows; a
-- glass that was broken opens a protected record and no other. It reads as the owner: the rules below ask it.
create function families.stands(child uuid, kinds text[]) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select platform.actor() = 'person' and exists (
      select
        from families.standing s join families.child c on c.id = s.child_id
       where s.child_id = child
         and s.person_id = platform.person()
         and s.partnership_id = platform.partnership()
         and c.partnership_id = platform.partnership()
         and s.kind = any (kinds)
         and s.ended_at is null
         and s.from_at <= platform.now()
         and (s.until_at is null or platform.now() < s.until_at)
         and (c.level <> 'closed' or s.kind in ('lead-worker', 'named', 'the-child', 'subject-access'))
         and (c.level = 'protected' or s.kind <> 'glass'))
  $$;

-- Whether the person who acts may see anything of a child at all.
create function families.may_see(child uuid) returns boolean
  language sql stable
  as $$ select families.stands(child, array['lead-worker', 'team-around', 'supervisor', 'setting-lead', 'named', 'glass',
    'subject-access', 'the-child', 'parent']) $$;

-- Whether they may write something of a child at all: what a glass, a supervisor or an access request opens is only read.
create function families.may_write(child uuid) returns boolean
  language sql stable
  as $$ select families.stands(child, array['lead-worker', 'team-around', 'setting-lead', 'the-child', 'parent']) $$;

-- Whether a record was opened by the person who acts and nobody stands to the child yet: they become the lead worker.
create function families.is_new(child uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select exists (select from families.child c where c.id = child and c.opened_by = platform.person()
                      and c.partnership_id = platform.partnership())
       and not exists (select from families.standing s where s.child_id = child)
  $$;

-- Whether the rules for the application do not hold here: a function of this schema reads as the owner.
create function families.as_owner() returns boolean
  language sql stable
  as $$ select current_user <> 'goldenthread_app' $$;

-- The second wall round a table with a column child_id: on top of the tenant's, a standing.
create procedure families.wall(walled regclass)
  language plpgsql
  as $$
begin
  execute format('create policy standing_seen on %s as restrictive for select to goldenthread_app
    using (case when families.as_owner() or platform.actor() = ''service'' then true
           else families.may_see(child_id) end)', walled);
  execute format('create policy standing_added on %s as restrictive for insert to goldenthread_app
    with check (case when families.as_owner() or platform.actor() = ''service'' then true
                else families.may_write(child_id) end)', walled);
  execute format('create policy standing_changed on %s as restrictive for update to goldenthread_app
    using (case when families.as_owner() or platform.actor() = ''service'' then true
           else families.may_write(child_id) end)', walled);
  execute format('create policy standing_removed on %s as restrictive for delete to goldenthread_app
    using (families.as_owner() or platform.actor() = ''service'')', walled);
end
$$;

call platform.guard('families.child');
call platform.guard('families.standing');

create policy standing_seen on families.child as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true else families.may_see(id) end);
create policy standing_added on families.child as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and opened_by = platform.person()));
create policy standing_changed on families.child as restrictive for update to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         else families.stands(id, array['lead-worker']) end);
create policy standing_removed on families.child as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

-- Everybody sees their own standings, those that have ended too.
create policy standing_seen on families.standing as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         when platform.actor() <> 'person' then false
         when person_id = platform.person() then true
         else families.may_see(child_id) end);
create policy standing_added on families.standing as restrictive for insert to goldenthread_app
  with check (case when families.as_owner() or platform.actor() = 'service' then true
              when platform.actor() <> 'person' then false
              when kind = 'lead-worker' and person_id = platform.person() and families.is_new(child_id) then true
              when kind in ('glass', 'subject-access') then false
              else families.stands(child_id, array['lead-worker']) end);
-- A standing is ended and never rewritten: its own person may end it, and the lead worker.
create policy standing_changed on families.standing as restrictive for update to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         when platform.actor() <> 'person' then false
         when person_id = platform.person() then true
         else families.stands(child_id, array['lead-worker']) end);
create policy standing_removed on families.standing as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');
revoke update on families.standing from goldenthread_app;
grant update (ended_at, ended_by) on families.standing to goldenthread_app;

-- Functions are for the application alone, never for whoever else comes to the server.
revoke execute on all functions in schema families from public;
grant execute on all functions in schema families to goldenthread_app;
