-- Whether an agreement in date lets one body give to another for a purpose on a day: signed by every party, begun, not run out
-- and not ended, and going that way. It says yes or no and nothing else; the walls of other rooms ask it.
create function sharing.agreed(giver uuid, taker uuid, for_purpose text, on_day date) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  set app.as_owner = 'on'
  as $$
    select exists (
      select
        from sharing.agreement a
        cross join lateral (
          select v.id, v.direction, v.ends_on
            from sharing.agreement_version v
           where v.agreement_id = a.id
             and v.begins_on <= on_day
             and (select count(*) from sharing.agreement_party p where p.version_id = v.id) > 1
             and not exists (
               select from sharing.agreement_party p
                where p.version_id = v.id
                  and not exists (select from sharing.agreement_signature n
                                   where n.version_id = v.id and n.organisation_id = p.organisation_id))
           order by v.number desc
           limit 1) governing
       where a.partnership_id = platform.partnership()
         and giver <> taker
         and (a.ended_on is null or on_day < a.ended_on)
         and on_day <= governing.ends_on
         and (governing.direction = 'both-ways'
              or exists (select from sharing.agreement_party p
                          where p.version_id = governing.id and p.place = 1 and p.organisation_id = giver))
         and (select count(*) from sharing.agreement_ground g
               where g.version_id = governing.id and g.purpose = for_purpose
                 and g.organisation_id in (giver, taker)) = 2)
  $$;

revoke execute on function sharing.agreed from public;
grant execute on function sharing.agreed to goldenthread_app;
