-- What was done to personal data, and never a word of it: who, by what relationship and for what purpose, to whose
-- record. Entries stand in chains, one for each organisation that people act from, each entry sealed with the one before.

-- The role belongs to the whole server, so another database may have made it, or be making it now. Nobody signs in as it:
-- it owns the one function that writes, and may do nothing but add entries and move heads.
do $$
begin
  if not exists (select from pg_roles where rolname = 'goldenthread_audit') then
    begin
      create role goldenthread_audit nologin nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'goldenthread_audit', 'member') then
    execute format('grant goldenthread_audit to %I', current_user);
  end if;
end
$$;

-- In which order this database wrote entries, over all chains: no clock can be trusted with that.
create sequence platform.audit_number;

-- One touch of personal data, sealed with the one before it in its chain: codes and numbers, and never a word.
create table platform.audit_entry (
  partnership_id uuid not null,
  chain uuid not null,
  sequence bigint not null check (sequence > 0),
  number bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null check (actor in ('visitor', 'person', 'service')),
  person_id uuid check ((actor = 'person') = (person_id is not null)),
  service text check (service ~ '^[a-z0-9][a-z0-9.-]{0,79}$' and (actor = 'service') = (service is not null)),
  roles text not null check (roles ~ '^([a-z][a-z-]{0,39}( [a-z][a-z-]{0,39}){0,19})?$'),
  relationship text not null check (relationship ~ '^[a-z][a-z0-9-]{0,39}$'),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
  act text not null check (act ~ '^[a-z][a-z-]{0,39}\.[a-z][a-z0-9-]{0,59}$'),
  way text not null check (way in ('read', 'written', 'disclosed', 'refused', 'deleted')),
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
  subject_id uuid not null,
  part_kind text check (part_kind ~ '^[a-z][a-z0-9-]{0,59}$'),
  part_id uuid check ((part_kind is null) = (part_id is null)),
  correlation text check (correlation ~ '^[A-Za-z0-9-]{1,64}$'),
  -- name=HMAC-SHA256 in hexadecimal, sorted by name, a blank between two; empty where there are none
  digests text not null
    check (digests ~ '^([a-z][a-z0-9-]{0,39}=[0-9a-f]{64}( [a-z][a-z0-9-]{0,39}=[0-9a-f]{64})*)?$'),
  previous bytea not null check (octet_length(previous) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (partnership_id, chain, sequence)
);

create unique index audit_entry_number on platform.audit_entry (number);
create index audit_entry_subject on platform.audit_entry (partnership_id, subject_kind, subject_id, number);
create index audit_entry_person on platform.audit_entry (partnership_id, person_id, number) where person_id is not null;
create index audit_entry_at on platform.audit_entry (partnership_id, at);

-- Where each chain ends.
create table platform.audit_head (
  partnership_id uuid not null,
  chain uuid not null,
  sequence bigint not null check (sequence >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  at timestamptz not null,
  primary key (partnership_id, chain)
);

call platform.guard('platform.audit_entry', 'select');
call platform.guard('platform.audit_head', 'select');

create policy appended on platform.audit_entry for insert to goldenthread_audit
  with check (partnership_id = platform.partnership());
create policy known on platform.audit_head for select to goldenthread_audit
  using (partnership_id = platform.partnership());
create policy begun on platform.audit_head for insert to goldenthread_audit
  with check (partnership_id = platform.partnership());
create policy moved on platform.audit_head for update to goldenthread_audit
  using (partnership_id = platform.partnership()) with check (partnership_id = platform.partnership());

grant usage on schema platform to goldenthread_audit;
grant insert on platform.audit_entry to goldenthread_audit;
grant select, insert, update on platform.audit_head to goldenthread_audit;
grant usage on sequence platform.audit_number to goldenthread_audit;

-- One value with its length before it, so that no two lists of values read alike; -1 stands for no value.
create function platform.audit_field(value text) returns bytea
  language sql immutable parallel safe
  as $$ select case when value is null then int4send(-1)
    else int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') end $$;

-- An entry as the bytes that are sealed: docs/guides/audit.md says the same in words.
create function platform.audit_canonical(e platform.audit_entry) returns bytea
  language sql stable parallel safe
  as $$ select platform.audit_field('golden-thread-audit-1')
    || platform.audit_field(e.partnership_id::text) || platform.audit_field(e.chain::text)
    || platform.audit_field(e.sequence::text) || platform.audit_field(e.number::text)
    || platform.audit_field(e.id::text)
    || platform.audit_field(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || platform.audit_field(e.actor) || platform.audit_field(e.person_id::text) || platform.audit_field(e.service)
    || platform.audit_field(e.roles) || platform.audit_field(e.relationship) || platform.audit_field(e.purpose)
    || platform.audit_field(e.act) || platform.audit_field(e.way)
    || platform.audit_field(e.subject_kind) || platform.audit_field(e.subject_id::text)
    || platform.audit_field(e.part_kind) || platform.audit_field(e.part_id::text)
    || platform.audit_field(e.correlation) || platform.audit_field(e.digests)
    || platform.audit_field(encode(e.previous, 'hex')) $$;

-- Adds entries to the end of a chain. Who acts, when and in which partnership are the transaction's own; the caller names
-- the chain, the roles and what was touched. The chain is held from here to the end of the transaction.
create function platform.audit_append(chain_id uuid, correlated text, touched jsonb) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  as $$
declare
  home uuid := platform.partnership();
  head platform.audit_head;
  e platform.audit_entry;
  touch jsonb;
begin
  if home is null or home = platform.library() or platform.actor() is null or platform.now() is null then
    raise exception 'nothing is audited outside a transaction of a partnership';
  end if;
  insert into platform.audit_head (partnership_id, chain, sequence, hash, at)
    values (home, chain_id, 0, decode(repeat('00', 32), 'hex'), platform.now())
    on conflict do nothing;
  select h.* into strict head from platform.audit_head h
    where h.partnership_id = home and h.chain = chain_id for update;
  e.partnership_id := home;
  e.chain := chain_id;
  e.at := platform.now();
  e.actor := platform.actor();
  e.person_id := platform.person();
  e.correlation := correlated;
  for touch in select t.value from jsonb_array_elements(touched) with ordinality t(value, n) order by t.n loop
    e.sequence := head.sequence + 1;
    e.number := nextval('platform.audit_number');
    e.previous := head.hash;
    e.id := touch ->> 'id';
    e.service := touch ->> 'service';
    e.roles := touch ->> 'roles';
    e.relationship := touch ->> 'relationship';
    e.purpose := touch ->> 'purpose';
    e.act := touch ->> 'act';
    e.way := touch ->> 'way';
    e.subject_kind := touch ->> 'subjectKind';
    e.subject_id := touch ->> 'subjectId';
    e.part_kind := touch ->> 'partKind';
    e.part_id := touch ->> 'partId';
    e.digests := touch ->> 'digests';
    e.hash := sha256(platform.audit_canonical(e));
    insert into platform.audit_entry values (e.*);
    head.sequence := e.sequence;
    head.hash := e.hash;
  end loop;
  update platform.audit_head h set sequence = head.sequence, hash = head.hash, at = platform.now()
    where h.partnership_id = home and h.chain = chain_id;
  return head.sequence;
end
$$;

revoke all on function platform.audit_append(uuid, text, jsonb) from public;
grant execute on function platform.audit_append(uuid, text, jsonb) to goldenthread_app;
grant create on schema platform to goldenthread_audit;
alter function platform.audit_append(uuid, text, jsonb) owner to goldenthread_audit;
revoke create on schema platform from goldenthread_audit;

-- Whoever owns the tables is refused too. (Whoever owns the machine can take these triggers away: the chain and the heads
-- that were exported show what was done then.)
create function platform.audit_refuses() returns trigger
  language plpgsql
  as $$ begin
    raise exception 'the audit is only ever added to: % of % is refused', lower(tg_op), tg_table_name
      using errcode = 'insufficient_privilege';
  end $$;

create function platform.audit_only_by_append() returns trigger
  language plpgsql
  as $$ begin
    if current_user <> 'goldenthread_audit' then
      raise exception 'the audit is written by platform.audit_append alone' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'UPDATE' and (new.partnership_id, new.chain) is distinct from (old.partnership_id, old.chain)
      or tg_op = 'UPDATE' and new.sequence < old.sequence then
      raise exception 'a head of the audit never goes back' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;

create trigger never_changed before update or delete on platform.audit_entry
  for each row execute function platform.audit_refuses();
create trigger never_emptied before truncate on platform.audit_entry
  for each statement execute function platform.audit_refuses();
create trigger only_by_append before insert on platform.audit_entry
  for each row execute function platform.audit_only_by_append();
create trigger never_removed before delete on platform.audit_head
  for each row execute function platform.audit_refuses();
create trigger never_emptied before truncate on platform.audit_head
  for each statement execute function platform.audit_refuses();
create trigger only_by_append before insert or update on platform.audit_head
  for each row execute function platform.audit_only_by_append();
