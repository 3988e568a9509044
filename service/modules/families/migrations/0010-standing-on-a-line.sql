-- Somebody of another body stands to a child on a line of the sharing ledger, which names its agreement; of the body that
-- answers for the record nothing crosses, and there is none.
alter table families.standing add column disclosure_id uuid;

-- Whether the body that answers for a record may give to another for a purpose today.
create function families.agreed(giver uuid, taker uuid, for_purpose text) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
begin
  return sharing.agreed(giver, taker, for_purpose, (platform.now() at time zone 'Europe/London')::date);
end
$$;

-- The ways of standing that somebody of another body has only by an agreement and its line.
create function families.crosses(kind text) returns boolean
  language sql immutable parallel safe
  as $$ select kind in ('lead-worker', 'team-around', 'supervisor', 'setting-lead', 'named') $$;

-- No standing between two bodies begins without its line.
create function families.ask_for_line() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
begin
  if (new.agreement_id is null) <> (new.disclosure_id is null)
    or (families.crosses(new.kind) and new.disclosure_id is null
        and new.organisation_id <> (select c.owner_organisation_id from families.child c where c.id = new.child_id)) then
    raise exception 'a standing between two bodies needs its line of the sharing ledger' using errcode = '23514';
  end if;
  return new;
end
$$;

create trigger line_between_bodies before insert on families.standing
  for each row execute function families.ask_for_line();

-- As before, and between two bodies only with a line and while the agreement is in date: its end holds from the next
-- request on, whatever a page forgets to ask.
create or replace function families.stands(child uuid, kinds text[]) returns boolean
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
         and (c.level = 'protected' or s.kind <> 'glass')
         and (not families.crosses(s.kind)
              or s.organisation_id = c.owner_organisation_id
              or (s.disclosure_id is not null
                  and families.agreed(c.owner_organisation_id, s.organisation_id, s.purpose))))
  $$;

revoke execute on function families.agreed, families.crosses, families.ask_for_line from public;
grant execute on function families.agreed, families.crosses to goldenthread_app;
