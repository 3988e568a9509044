-- That a concern lay unread for longer than a partnership lets it lie, and that its readers and deputies were told so.
create table families.concern_alarm (
  concern_id uuid primary key references families.concern (id) on delete cascade,
  partnership_id uuid not null,
  raised_at timestamptz not null
);

call platform.guard('families.concern_alarm', 'select, insert, delete');

create policy raised_by_service on families.concern_alarm as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service');
create policy seen_by_readers on families.concern_alarm as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         else families.reads_concern(concern_id) end);
create policy ended_by_service on families.concern_alarm as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

-- Whether anybody is named to read: where nobody is, nothing is taken in, and the page says whom to ring.
create function families.front_door_is_read() returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select exists (
      select from families.concern_reader r
       where r.partnership_id = platform.partnership()
         and r.setting_id is null
         and r.from_at <= platform.now()
         and r.ended_at is null)
  $$;

revoke execute on function families.front_door_is_read() from public;
grant execute on function families.front_door_is_read() to goldenthread_app;
