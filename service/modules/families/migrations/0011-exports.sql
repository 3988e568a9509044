-- A file of many records, asked for by somebody who may read them: for what, why, and what a second person said. It is taken
-- once, by whoever asked, within a day.
create table families.export (
  id uuid primary key,
  partnership_id uuid not null,
  asked_by uuid not null,
  asked_by_name text not null check (asked_by_name <> ''),
  asked_at timestamptz not null,
  -- of one school or other setting alone; null for everybody they may read
  setting_organisation_id uuid,
  purpose text not null check (purpose <> ''),
  reason text not null check (length(reason) >= 20),
  -- how many records it was asked for; the second person reads the number and no name
  records integer not null check (records > 0),
  told_to uuid[] not null check (cardinality(told_to) > 0),
  decision text not null default '' check (decision in ('', 'approved', 'refused')),
  decided_by uuid,
  decided_by_name text not null default '',
  decided_at timestamptz,
  decision_words text not null default '',
  taken_at timestamptz,
  -- how many records were in the file: never more than were asked for
  taken_records integer check (taken_records between 0 and records),
  constraint second_person check (decided_by <> asked_by),
  constraint decided_whole check (
    (decision = '' and decided_by is null and decided_at is null)
    or (decision <> '' and decided_by is not null and decided_at is not null and decision_words <> '')
  ),
  constraint taken_once_approved check (
    taken_at is null
    or (decision = 'approved' and decided_at <= taken_at and taken_at < decided_at + interval '24 hours')
  ),
  check ((taken_at is null) = (taken_records is null))
);

-- Whose records it was asked for. Only somebody who may see the child sees the row.
create table families.export_record (
  id uuid primary key,
  partnership_id uuid not null,
  export_id uuid not null references families.export (id) on delete cascade,
  child_id uuid not null references families.child (id) on delete cascade,
  unique (export_id, child_id)
);

-- How often somebody asked for a file in a day, and whether an alarm was raised about it.
create table families.export_day (
  partnership_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  on_day date not null,
  asks integer not null,
  alarm_at timestamptz,
  told_to uuid[] not null,
  primary key (partnership_id, person_id, on_day)
);

create index export_partnership on families.export (partnership_id, asked_at desc);
create index export_record_child on families.export_record (child_id);

call platform.guard('families.export');
call platform.guard('families.export_record', 'select, insert, delete');
call platform.guard('families.export_day');
revoke update on families.export from goldenthread_app;
grant update (decision, decided_by, decided_by_name, decided_at, decision_words, taken_at, taken_records)
  on families.export to goldenthread_app;

create policy own_or_told on families.export as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (asked_by = platform.person() or platform.person() = any (told_to))));
create policy own_added on families.export as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and asked_by = platform.person() and decision = '' and taken_at is null));
create policy own_or_told_changed on families.export as restrictive for update to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (asked_by = platform.person() or platform.person() = any (told_to))));
create policy service_removed on families.export as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

create policy standing_seen on families.export_record as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service' or families.may_see(child_id));
create policy standing_added on families.export_record as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service' or families.may_see(child_id));
create policy service_removed on families.export_record as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

create policy own_or_told on families.export_day as restrictive for all to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service'
    or (platform.actor() = 'person' and (person_id = platform.person() or platform.person() = any (told_to))));

-- What a second person said stands, and a file is taken once: by whoever asked, never by whoever approved.
create function families.keep_export() returns trigger
  language plpgsql
  as $$
begin
  if platform.actor() = 'service' then
    return new;
  end if;
  if new.decision is distinct from old.decision
    and (old.decision <> '' or new.decided_by is distinct from platform.person()
         or not (platform.person() = any (old.told_to))) then
    raise exception 'a file is decided on once, by a second person who was told of it' using errcode = '23514';
  end if;
  if new.taken_at is distinct from old.taken_at
    and (old.taken_at is not null or old.asked_by is distinct from platform.person()) then
    raise exception 'a file is taken once, by whoever asked for it' using errcode = '23514';
  end if;
  return new;
end
$$;

create trigger kept_as_decided before update on families.export
  for each row execute function families.keep_export();

revoke execute on function families.keep_export from public;
