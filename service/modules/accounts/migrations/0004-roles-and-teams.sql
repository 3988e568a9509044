-- A role that the partnership named itself: a bundle of built-in ones. Its parts never change; a changed role is a new one.
create table accounts.own_role (
  id uuid primary key,
  partnership_id uuid not null,
  name text not null,
  words text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  -- the first day on which it could be given to nobody any more; whoever holds it keeps it until it is ended
  until_on date
);

-- The built-in roles that a role of the partnership's own bundles.
create table accounts.own_role_part (
  partnership_id uuid not null,
  own_role_id uuid not null references accounts.own_role (id),
  role text not null,
  primary key (own_role_id, role)
);

create index own_role_partnership on accounts.own_role (partnership_id, name);
create index own_role_part_partnership on accounts.own_role_part (partnership_id);

-- People of one body who work together.
create table accounts.team (
  id uuid primary key,
  partnership_id uuid not null,
  organisation_id uuid not null references accounts.organisation (id),
  name text not null,
  from_on date not null,
  until_on date
);

-- Who belongs to a team, from when until when.
create table accounts.team_member (
  id uuid primary key,
  partnership_id uuid not null,
  team_id uuid not null references accounts.team (id),
  person_id uuid not null references accounts.person (id),
  leads boolean not null,
  from_on date not null,
  until_on date
);

create index team_partnership on accounts.team (partnership_id, organisation_id);
create index team_member_person on accounts.team_member (person_id);
create unique index team_member_once on accounts.team_member (team_id, person_id) where until_on is null;

-- A grant is proposed by one person and, where the role is powerful, holds only after another one said yes.
alter table accounts.role_grant
  add column id uuid,
  add column own_role_id uuid references accounts.own_role (id),
  add column team_id uuid references accounts.team (id),
  add column from_on date,
  -- the first day on which it no longer holds
  add column until_on date,
  add column powerful boolean not null default false,
  -- given by the service itself, as a partnership was set up
  add column set_up boolean not null default true,
  add column state text not null default 'confirmed' check (state in ('waiting', 'confirmed', 'turned-down', 'ended')),
  add column why text not null default '',
  add column proposed_by uuid,
  add column proposed_by_name text not null default '',
  add column confirmed_by uuid,
  add column confirmed_by_name text not null default '',
  add column confirmed_at timestamptz,
  add column ended_by_name text not null default '',
  add column ended_at timestamptz;

update accounts.role_grant set id = gen_random_uuid();
alter table accounts.role_grant drop constraint role_grant_pkey;
alter table accounts.role_grant
  alter column id set not null,
  alter column role drop not null,
  alter column set_up drop default,
  alter column powerful drop default,
  alter column state drop default,
  add primary key (id),
  add constraint one_kind_of_role check ((role is null) <> (own_role_id is null)),
  add constraint somebody_gave check (set_up or proposed_by is not null),
  add constraint nobody_gives_to_themselves check (set_up or proposed_by <> person_id),
  add constraint powerful_takes_two check (set_up or not powerful or state <> 'confirmed'
    or (confirmed_by is not null and confirmed_by <> proposed_by and confirmed_by <> person_id));
update accounts.role_grant set powerful = true
where role in ('administrator', 'governance-lead', 'safeguarding-reader', 'supervisor', 'setting-lead');
alter table accounts.role_grant
  add constraint powerful_by_name check (powerful or role is null or role not in
    ('administrator', 'governance-lead', 'safeguarding-reader', 'supervisor', 'setting-lead'));

create index role_grant_person on accounts.role_grant (person_id);

-- What was proposed, by whom and for whom never changes; a grant only goes on: waiting, confirmed, ended.
create function accounts.grant_goes_on() returns trigger
  language plpgsql
  as $$
begin
  if (new.id, new.partnership_id, new.person_id, new.set_up, new.powerful)
       is distinct from (old.id, old.partnership_id, old.person_id, old.set_up, old.powerful)
    or (new.role, new.own_role_id, new.team_id, new.from_on, new.proposed_by)
       is distinct from (old.role, old.own_role_id, old.team_id, old.from_on, old.proposed_by)
    or not (new.state = old.state
       or (old.state = 'waiting' and new.state in ('confirmed', 'turned-down', 'ended'))
       or (old.state = 'confirmed' and new.state = 'ended')) then
    raise exception 'a grant of a role is not rewritten';
  end if;
  return new;
end
$$;

create trigger goes_on before update on accounts.role_grant
  for each row execute function accounts.grant_goes_on();

-- Only the service itself sets roles up, and takes away what it set up.
create policy set_up_by_the_service on accounts.role_grant as restrictive for insert to goldenthread_app
  with check (not set_up or platform.actor() = 'service');
create policy kept_by_people on accounts.role_grant as restrictive for delete to goldenthread_app
  using (set_up and platform.actor() = 'service');

call platform.guard('accounts.own_role');
call platform.guard('accounts.own_role_part');
call platform.guard('accounts.team');
call platform.guard('accounts.team_member');
