create schema if not exists audit;

-- A file of signed heads: where every chain ended at one moment, and whether it has been put where it is kept.
create table audit.head_file (
  id uuid primary key,
  partnership_id uuid not null,
  signed_at timestamptz not null,
  file_name text not null,
  -- the file as it was signed: docs/guides/audit.md describes it
  content text not null,
  chains integer not null,
  entries bigint not null,
  -- of the public key that verifies it
  print text not null,
  -- when it was written into the folder; null where that has not been managed yet
  exported_at timestamptz
);

create index head_file_at on audit.head_file (partnership_id, signed_at);

call platform.guard('audit.head_file', 'select, insert, update');

-- One run over the whole of the audit.
create table audit.verification (
  id uuid primary key,
  partnership_id uuid not null,
  -- null where the service began it by itself
  asked_by uuid,
  asked_at timestamptz not null,
  done bigint not null,
  of bigint not null,
  -- when it was last heard of: one that was not for minutes has died with its process
  heard_at timestamptz not null,
  finished_at timestamptz,
  entries bigint not null,
  chains integer not null,
  heads integer not null,
  -- how many entries came after the last signed head of their chain
  unheld bigint not null,
  wrong integer not null,
  -- what is wrong, in words
  faults jsonb not null
);

create index verification_asked on audit.verification (partnership_id, asked_at);

call platform.guard('audit.verification', 'select, insert, update');
