-- Whether what was gathered for one purpose may be used for another. The newest decision of a pair holds; none is rewritten.
create table sharing.compatibility (
  id uuid primary key,
  partnership_id uuid not null,
  gathered_for text not null,
  used_for text not null,
  compatible boolean not null,
  words text not null check (words <> ''),
  decided_at timestamptz not null,
  decided_by_name text not null,
  check (gathered_for <> used_for)
);

create index compatibility_pair on sharing.compatibility (partnership_id, gathered_for, used_for, decided_at desc);

-- One body answers for each kind of record. What is not ours is read or linked, and never kept a second time.
create table sharing.record_owner (
  partnership_id uuid not null,
  record_kind text not null,
  organisation_id uuid not null,
  kept_in text not null check (kept_in <> ''),
  our_part text not null check (our_part in ('hold', 'read', 'link')),
  link text not null,
  words text not null,
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  primary key (partnership_id, record_kind),
  -- the council's own case system holds these, and we never do
  constraint statutory_work_is_elsewhere check (
    our_part <> 'hold'
    or record_kind not in ('social-work', 'child-protection', 'children-in-care')
  )
);

call platform.guard('sharing.compatibility', 'select, insert');
call platform.guard('sharing.record_owner');
