-- Whether a pack is for everybody to read, in its version for the public. The last word said of it counts, and every word
-- said before it stands.
create table delivery.pack_publishing (
  id uuid primary key,
  partnership_id uuid not null,
  pack_id uuid not null references delivery.pack (id),
  publish text not null check (publish in ('publish', 'withdraw')),
  -- why it was withdrawn; '' where it was published
  reason text not null,
  said_at timestamptz not null,
  said_by_name text not null
);

create index pack_publishing_pack on delivery.pack_publishing (pack_id, said_at desc);

call platform.guard('delivery.pack_publishing', 'select, insert');
