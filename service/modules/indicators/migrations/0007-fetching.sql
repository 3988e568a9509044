-- What is fetched from publishers' open interfaces by itself: what, how often, and what came of it last.
create table indicators.fetch_source (
  id uuid primary key,
  partnership_id uuid not null,
  kind text not null
    check (kind in ('fingertips-indicator', 'fingertips-group', 'fingertips-profile', 'ees-data-set', 'ees-publication')),
  -- the publisher's own number or name of it
  identifier text not null,
  -- of Fingertips: for which kind of area; '' elsewhere
  area_type text not null,
  -- what it is called here
  title text not null,
  -- under which file name it is brought in, where the publisher's own is not to be taken
  kept_as text,
  rhythm text not null check (rhythm in ('daily', 'weekly', 'monthly')),
  -- whether what is fetched waits for a person's yes
  comes_in text not null check (comes_in in ('waits', 'by-itself')),
  is_paused boolean not null default false,
  -- somebody wants it now
  asked_at timestamptz,
  -- somebody is at it; one that is not heard of for long has died
  working_at timestamptz,
  progress text,
  tried_at timestamptz,
  -- when the publisher last answered as it should
  answered_at timestamptz,
  outcome text check (outcome in ('fresh', 'nothing-new', 'failed')),
  outcome_words text,
  -- the imports that the last try made
  import_ids jsonb not null default '[]',
  -- by file: the version that is here
  remembered jsonb not null default '{}',
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (partnership_id, kind, identifier, area_type)
);

call platform.guard('indicators.fetch_source');
