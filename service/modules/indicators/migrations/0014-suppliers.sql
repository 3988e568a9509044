-- Who sends the figures of an own measure without an account: an address of an organisation, and the places it counts.
create table indicators.supplier (
  id uuid primary key,
  partnership_id uuid not null,
  measure_code text not null,
  organisation_key text not null,
  -- as it was called when it was named: what it gave stays under that name
  organisation_name text not null,
  email text not null,
  area_codes text[] not null,
  named_by uuid,
  named_by_name text not null,
  named_at timestamptz not null,
  stopped_at timestamptz,
  foreign key (partnership_id, measure_code) references indicators.own_measure (partnership_id, code)
);

create index supplier_measure on indicators.supplier (partnership_id, measure_code);

-- The figures of one period, asked of one supplier: given by a link, then looked at before they are taken in.
create table indicators.figures_asked (
  id uuid primary key,
  partnership_id uuid not null,
  supplier_id uuid not null references indicators.supplier (id),
  start_on date not null,
  asked_at timestamptz not null,
  letters integer not null,
  last_letter_at timestamptz,
  state text not null check (state in ('asked', 'given', 'taken', 'put-aside')),
  -- place by place, as it was given; null until it is
  given jsonb,
  note text,
  given_at timestamptz,
  settled_at timestamptz,
  settled_by_name text,
  unique (supplier_id, start_on)
);

create index figures_asked_state on indicators.figures_asked (partnership_id, state);

call platform.guard('indicators.supplier', 'select, insert, update');
call platform.guard('indicators.figures_asked', 'select, insert, update');
