-- What somebody told who was afraid for a child, as they told it. Anybody may add one; nobody who only tells can read one.
create table families.concern (
  id uuid primary key,
  partnership_id uuid not null,
  -- one press of a button on one showing of the form, as a digest: what comes again is the same concern
  press text not null,
  told_at timestamptz not null,
  way text not null check (way in ('anybody', 'child', 'at-work')),
  happened text not null,
  about text not null,
  -- whether somebody is in danger now, in the sender's own answer
  danger text not null check (danger in ('yes', 'no', 'not-known')),
  -- who tells, as they call themselves
  sender text not null,
  sender_id uuid,
  setting text not null,
  setting_id uuid,
  reach text not null,
  reach_is_safe text not null check (reach_is_safe in ('yes', 'no', 'not-said')),
  unique (partnership_id, press)
);

create index concern_told on families.concern (partnership_id, told_at);

-- Of a receipt only digests are kept: of its first words, by which wrong tries are counted, and of all of them.
create table families.concern_receipt (
  concern_id uuid primary key references families.concern (id) on delete cascade,
  partnership_id uuid not null,
  locator text not null,
  code text not null,
  wrong_tries integer not null default 0,
  tried_at timestamptz
);

create index concern_receipt_locator on families.concern_receipt (partnership_id, locator);

-- What became of it, one step after the other; none is ever rewritten.
create table families.concern_step (
  id uuid primary key,
  partnership_id uuid not null,
  concern_id uuid not null references families.concern (id) on delete cascade,
  nth integer not null check (nth > 0),
  kind text not null check (kind in ('read', 'acted', 'answered', 'handed', 'linked')),
  act text not null check (act in ('', 'rang', 'social-care', 'police', 'early-help', 'setting', 'no-further')),
  -- what was done and why, or what the sender reads
  words text not null,
  to_person uuid,
  to_name text not null default '',
  child_id uuid,
  said_at timestamptz not null,
  said_by uuid,
  said_by_name text not null,
  unique (concern_id, nth),
  check ((kind = 'acted') = (act <> '')),
  check ((kind = 'handed') = (to_person is not null)),
  check ((kind = 'linked') = (child_id is not null))
);

-- Wrong receipts by browser, so that guessing ends.
create table families.receipt_try (
  partnership_id uuid not null,
  browser text not null,
  tries integer not null,
  tried_at timestamptz not null,
  primary key (partnership_id, browser)
);

-- Whether the person who acts reads this concern: they were named a reader and still are, and it belongs to their school
-- or service, or was handed to them; or an officer was let in to the record of a child that it was linked to.
create function families.reads_concern(asked uuid) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select platform.actor() = 'person' and (
      exists (
        select
          from families.concern_reader r
          join families.concern c on c.partnership_id = r.partnership_id
         where c.id = asked
           and r.partnership_id = platform.partnership()
           and r.person_id = platform.person()
           and r.ended_at is null
           and r.from_at <= platform.now()
           and (r.setting_id is null or r.setting_id = c.setting_id
             or exists (select from families.concern_step s where s.concern_id = c.id and s.to_person = r.person_id)))
      or exists (
        select
          from families.concern_step s
         where s.concern_id = asked
           and s.kind = 'linked'
           and s.partnership_id = platform.partnership()
           and families.stands(s.child_id, array['subject-access'])))
  $$;

-- How many wait, for whoever may know that and nothing more.
create function families.unread_concerns() returns integer
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select count(*)::integer
      from families.concern c
     where c.partnership_id = platform.partnership()
       and not exists (select from families.concern_step s where s.concern_id = c.id)
  $$;

-- What a receipt shows, and no word of what was told. Ten wrong tries, by one browser or on one receipt, and nothing
-- opens for an hour; every try is counted while its rows are held.
create function families.open_receipt(locator_given text, code_given text, browser_given text)
  returns table (standing text, told_at timestamptz, read_at timestamptz, acted_at timestamptz, answer text)
  language plpgsql security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
#variable_conflict use_column
declare
  home uuid := platform.partnership();
  moment timestamptz := platform.now();
  hour_ago timestamptz := platform.now() - interval '1 hour';
  tried integer;
  found_id uuid;
begin
  insert into families.receipt_try (partnership_id, browser, tries, tried_at)
    values (home, browser_given, 0, moment)
    on conflict do nothing;
  select case when t.tried_at > hour_ago then t.tries else 0 end into tried
    from families.receipt_try t where t.partnership_id = home and t.browser = browser_given for update;
  perform from families.concern_receipt r where r.partnership_id = home and r.locator = locator_given for update;
  if tried >= 10 or exists (select from families.concern_receipt r where r.partnership_id = home
      and r.locator = locator_given and r.wrong_tries >= 10 and r.tried_at > hour_ago) then
    return query select 'locked', null::timestamptz, null::timestamptz, null::timestamptz, null::text;
    return;
  end if;
  select r.concern_id into found_id from families.concern_receipt r
    where r.partnership_id = home and r.locator = locator_given and r.code = code_given;
  if found_id is null then
    update families.receipt_try t set tries = tried + 1, tried_at = moment
      where t.partnership_id = home and t.browser = browser_given;
    update families.concern_receipt r
      set wrong_tries = case when r.tried_at > hour_ago then r.wrong_tries else 0 end + 1, tried_at = moment
      where r.partnership_id = home and r.locator = locator_given;
    delete from families.receipt_try t where t.partnership_id = home and t.tried_at < moment - interval '1 day';
    return query select 'unknown', null::timestamptz, null::timestamptz, null::timestamptz, null::text;
    return;
  end if;
  return query
    select 'open', c.told_at,
           (select min(s.said_at) from families.concern_step s where s.concern_id = c.id),
           (select min(s.said_at) from families.concern_step s where s.concern_id = c.id and s.kind = 'acted'),
           (select s.words from families.concern_step s where s.concern_id = c.id and s.kind = 'answered'
             order by s.nth desc limit 1)
      from families.concern c where c.id = found_id;
end
$$;

call platform.guard('families.concern', 'select, insert, delete');
call platform.guard('families.concern_receipt', 'select, insert, delete');
call platform.guard('families.concern_step', 'select, insert, delete');
call platform.guard('families.receipt_try', 'select');

create policy readers_only on families.concern as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true else families.reads_concern(id) end);
-- Whoever tells may say who they are, and never that they are somebody else.
create policy told_by_anybody on families.concern as restrictive for insert to goldenthread_app
  with check (families.as_owner() or platform.actor() = 'service' or sender_id is null
    or sender_id = platform.person());
create policy ended_by_service on families.concern as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

create policy for_nobody on families.concern_receipt as restrictive for select to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');
create policy ended_by_service on families.concern_receipt as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

create policy readers_only on families.concern_step as restrictive for select to goldenthread_app
  using (case when families.as_owner() or platform.actor() = 'service' then true
         else families.reads_concern(concern_id) end);
create policy said_by_readers on families.concern_step as restrictive for insert to goldenthread_app
  with check (case when families.as_owner() or platform.actor() = 'service' then true
              when said_by is distinct from platform.person() then false
              else families.reads_concern(concern_id) end);
create policy ended_by_service on families.concern_step as restrictive for delete to goldenthread_app
  using (families.as_owner() or platform.actor() = 'service');

create policy for_nobody on families.receipt_try as restrictive for select to goldenthread_app
  using (families.as_owner());

revoke execute on function families.reads_concern(uuid), families.unread_concerns(),
  families.open_receipt(text, text, text) from public;
grant execute on function families.reads_concern(uuid), families.unread_concerns(),
  families.open_receipt(text, text, text) to goldenthread_app;
