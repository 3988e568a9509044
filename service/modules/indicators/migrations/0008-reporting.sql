-- What programs that speak SQL (Power BI, a spreadsheet, a script) may read: views that show what the public pages show.
-- Two roles stand before the tables: one owns the views and is held by row-level security like everybody, the other may
-- read the views and nothing else. A login is the operator's to add: see indicators.admit_to_reporting below.

do $$
declare
  wanted name;
begin
  foreach wanted in array array['goldenthread_views', 'goldenthread_reporting']::name[] loop
    -- roles belong to the whole server, so another database may have made them, or be making them now
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin nobypassrls', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end
$$;

-- Which login reads the figures of which partnership.
create table indicators.reporting_login (
  login name primary key,
  partnership_id uuid not null
);

-- An area of which a row was worked out, with its name, which for national areas stands in no other table.
create table indicators.reported_area (
  partnership_id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  is_invented boolean not null,
  primary key (partnership_id, code)
);

-- A row of a scorecard as it was worked out by the service: interval, comparison and trend are not for SQL to work out.
create table indicators.reported_row (
  partnership_id uuid not null,
  area_code text not null,
  measure text not null,
  period_start_on date not null,
  period_end_on date not null,
  period text not null,
  value double precision,
  status text not null,
  lower95 double precision,
  upper95 double precision,
  england double precision,
  neighbours_average double precision,
  comparison text not null,
  comparison_words text not null,
  trend text not null,
  trend_words text not null,
  -- null unless a published strategy of ours shows targets to everybody
  target double precision,
  target_by_on date,
  -- the version of the figures of which it was made
  made_of text not null,
  made_at timestamptz not null,
  primary key (partnership_id, area_code, measure)
);

-- A gap between two groups of children as it was worked out by the service.
create table indicators.reported_gap (
  partnership_id uuid not null,
  area_code text not null,
  measure text not null,
  group_key text not null,
  group_name text not null,
  others_name text not null,
  period text not null,
  period_end_on date not null,
  group_value double precision,
  others_value double precision,
  difference double precision,
  difference_lower95 double precision,
  difference_upper95 double precision,
  standing text not null,
  words text not null,
  made_of text not null,
  made_at timestamptz not null,
  primary key (partnership_id, area_code, measure, group_key)
);

call platform.guard('indicators.reporting_login', 'select');
call platform.guard('indicators.reported_area');
call platform.guard('indicators.reported_row');
call platform.guard('indicators.reported_gap');

-- The views stand in a schema of their own, so that a login sees nothing else.
create schema reporting;
grant usage on schema indicators, platform to goldenthread_views;
grant usage, create on schema reporting to goldenthread_views;
grant usage on schema reporting to goldenthread_reporting;

grant select on indicators.reporting_login, indicators.reported_area, indicators.reported_row, indicators.reported_gap,
  indicators.measure, indicators.batch, indicators.period, indicators.series to goldenthread_views;

create policy reported on indicators.reporting_login for select to goldenthread_views using (login = session_user);

-- Whose figures this login reads; null, and so nobody's, for one that was not admitted. No setting can change it.
create function reporting.partnership() returns uuid
  language sql stable security definer set search_path = ''
  as $$ select partnership_id from indicators.reporting_login where login = session_user $$;
alter function reporting.partnership() owner to goldenthread_views;
revoke all on function reporting.partnership() from public;
grant execute on function reporting.partnership() to goldenthread_views, goldenthread_reporting;

create policy reported on indicators.reported_area for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()));
create policy reported on indicators.reported_row for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()));
create policy reported on indicators.reported_gap for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()));
create policy reported on indicators.measure for select to goldenthread_views
  using (partnership_id = (select reporting.partnership())
    or (partnership_id = platform.library() and (select reporting.partnership()) is not null));
create policy reported on indicators.period for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()));
-- a file that is being written, was withdrawn or failed is not there at all
create policy reported on indicators.batch for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()) and state = 'visible');
create policy reported on indicators.series for select to goldenthread_views
  using (partnership_id = (select reporting.partnership()));

create view reporting.measure as
  select distinct on (measure.id) measure.id as measure, measure.title, measure.topic, measure.unit,
    measure.kind, measure.polarity, coalesce(measure.decimals, 1) as decimals, measure.source, measure.publisher,
    measure.publication
  from indicators.measure
  where measure.id not like 'ees:counts:%'
    and (measure.source <> 'local' or exists (
      select from indicators.series join indicators.batch on batch.key = series.batch_key
      where series.measure = measure.id))
  order by measure.id, measure.partnership_id = platform.library();

create view reporting.area as
  select code as area, name, kind, is_invented from indicators.reported_area;

-- Whole areas only, for everybody in them: parts of a table can give a hidden part away together, and are judged by the
-- service, which shows them as gaps. Of several files for the same days the better settled stands, then the later one.
create view reporting.figure as
  with visible as materialized (
    select batch.key, exists (
      select from indicators.series where series.batch_key = batch.key and series.area_code like 'X%') as is_invented
    from indicators.batch
  ), told as (
    select series.measure, series.area_code as area, visible.is_invented, period.start_on, period.end_on, period.kind,
      period.text as period, period.state, visible.key as file,
      point.amount, coalesce(point.status, 0) as status, point.lower95, point.upper95
    from indicators.series
    join visible on visible.key = series.batch_key
    cross join lateral unnest(series.period_keys, series.amounts, series.statuses, series.lower95, series.upper95)
      as point (period_key, amount, status, lower95, upper95)
    join indicators.period on period.key = point.period_key
    where series.breakdown = '' and series.measure not like 'ees:counts:%'
  ), standing as (
    select distinct on (measure, area, is_invented, start_on, end_on, kind) *
    from told
    order by measure, area, is_invented, start_on, end_on, kind,
      case state when 'final' then 2 when 'revised' then 1 else 0 end desc, file desc
  )
  select standing.measure, standing.area, standing.is_invented, standing.period, standing.start_on as period_starts,
    standing.end_on as period_ends, standing.state,
    round(standing.amount::numeric, named.decimals)::double precision as value,
    case when standing.amount is not null then 'number'
      else (array['missing', 'suppressed', 'not-applicable', 'missing', 'low', 'unreliable', 'missing'])[standing.status + 1]
    end as status,
    case when standing.amount is not null then round(standing.lower95::numeric, named.decimals)::double precision end
      as lower95,
    case when standing.amount is not null then round(standing.upper95::numeric, named.decimals)::double precision end
      as upper95
  from standing
  join reporting.measure as named on named.measure = standing.measure
  where not exists (
    select from indicators.measure
    cross join lateral jsonb_array_elements(measure.faults) as fault
    where measure.id = standing.measure and fault ->> 'effect' = 'ignore-row' and fault ->> 'area' = standing.area);

create view reporting.scorecard as
  select area_code as area, measure, period, period_start_on as period_starts, period_end_on as period_ends, value, status,
    lower95, upper95, england, neighbours_average, comparison, comparison_words, trend, trend_words, made_at
  from indicators.reported_row;

create view reporting.target as
  select area_code as area, measure, value, target, target_by_on as target_by
  from indicators.reported_row where target is not null;

create view reporting.gap as
  select area_code as area, measure, group_key, group_name, others_name, period, period_end_on as period_ends, group_value,
    others_value, difference, difference_lower95, difference_upper95, standing, words, made_at
  from indicators.reported_gap;

alter view reporting.measure owner to goldenthread_views;
alter view reporting.area owner to goldenthread_views;
alter view reporting.figure owner to goldenthread_views;
alter view reporting.scorecard owner to goldenthread_views;
alter view reporting.target owner to goldenthread_views;
alter view reporting.gap owner to goldenthread_views;
revoke create on schema reporting from goldenthread_views;
grant select on all tables in schema reporting to goldenthread_reporting;

-- For an operator, as the owner of the database: lets a login read the figures of a partnership; of the only one that has
-- figures where none is named.
create procedure indicators.admit_to_reporting(admitted name, partnership uuid default null)
  language plpgsql set search_path = ''
  as $$
declare
  found uuid[];
begin
  perform set_config('app.as_owner', 'on', true);
  select array_agg(partnership_id) into found from indicators.figures_version;
  if partnership is null and coalesce(cardinality(found), 0) <> 1 then
    raise exception 'say which partnership: there are % with figures', coalesce(cardinality(found), 0);
  end if;
  execute format('grant goldenthread_reporting to %I', admitted);
  insert into indicators.reporting_login (login, partnership_id) values (admitted, coalesce(partnership, found[1]))
    on conflict (login) do update set partnership_id = excluded.partnership_id;
end
$$;
revoke all on procedure indicators.admit_to_reporting(name, uuid) from public;
