-- What every other migration stands on: the application's role, who and when it is, and the guard on every table.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

-- The role belongs to the whole server, so another database may have made it, or be making it now.
do $$
begin
  if not exists (select from pg_roles where rolname = 'goldenthread_app') then
    begin
      create role goldenthread_app nologin nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'goldenthread_app', 'member') then
    execute format('grant goldenthread_app to %I', current_user);
  end if;
end
$$;

grant usage on schema platform to goldenthread_app;

-- The partnership that the transaction acts for; null, and so equal to nothing, where none is set.
create function platform.partnership() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.partnership_id', true), '')::uuid $$;

-- The partnership that owns what everybody may read and nobody may write.
create function platform.library() returns uuid
  language sql immutable parallel safe
  as $$ select '00000000-0000-7000-8000-000000000001'::uuid $$;

-- Who acts, where it is a person.
create function platform.person() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

-- The time as the application says it is; null where it has not said.
create function platform.now() returns timestamptz
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

-- The second lock on a table with a column partnership_id. The application sees the rows of its partnership and of the
-- library, and writes those of its partnership. The owner is held by it too, except in a transaction that says it acts
-- as the owner; the application cannot say so, because that policy is not for its role.
create procedure platform.guard(guarded regclass, rights text default 'select, insert, update, delete')
  language plpgsql
  as $$
declare
  home name := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = guarded);
begin
  if rights !~ '^(select|insert|update|delete)(, (insert|update|delete))*$' then
    raise exception 'not rights: %', rights;
  end if;
  execute format('grant usage on schema %I to goldenthread_app', home);
  execute format('grant %s on table %s to goldenthread_app', rights, guarded);
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy seen on %s for select to goldenthread_app
    using (partnership_id in (platform.partnership(), platform.library()))', guarded);
  execute format('create policy added on %s for insert to goldenthread_app
    with check (partnership_id = platform.partnership() and partnership_id <> platform.library())', guarded);
  execute format('create policy changed on %s for update to goldenthread_app
    using (partnership_id = platform.partnership() and partnership_id <> platform.library())
    with check (partnership_id = platform.partnership() and partnership_id <> platform.library())', guarded);
  execute format('create policy removed on %s for delete to goldenthread_app
    using (partnership_id = platform.partnership() and partnership_id <> platform.library())', guarded);
  execute format('create policy owned on %s to %I
    using (current_setting(''app.as_owner'', true) = ''on'')', guarded, current_user);
end
$$;
