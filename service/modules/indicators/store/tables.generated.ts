// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type IndicatorsTables = {
  'indicators.area': {
    partnership_id: string;
    code: string;
    name: string;
    kind: string;
    region_code: string | null;
    from_on: Day | null;
    until_on: Day | null;
  };
  'indicators.batch': {
    key: GeneratedAlways<number>;
    id: string;
    partnership_id: string;
    format: string;
    file_name: string;
    file_sha256: string;
    file_bytes: number;
    state: string;
    rows_read: Generated<number>;
    rows_taken: Generated<number>;
    rows_refused: Generated<number>;
    summary: Generated<unknown>;
    failure: string | null;
    started_at: Date;
    finished_at: Date | null;
    made_by: string | null;
  };
  'indicators.figures_version': {
    partnership_id: string;
    number: number;
  };
  'indicators.measure': {
    key: GeneratedAlways<number>;
    partnership_id: string;
    source: string;
    code: string;
    title: string;
    unit: string;
    kind: string;
    polarity: string;
    year_type: string;
    decimals: number;
    topic: string;
    publisher: string;
    link: string | null;
    breaks: Generated<unknown>;
    note: string | null;
  };
  'indicators.neighbour': {
    partnership_id: string;
    neighbour_set: string;
    area_code: string;
    rank: number;
    neighbour_code: string;
    closeness: string;
  };
  'indicators.observation': {
    partnership_id: string;
    series_key: number;
    period_key: number;
    batch_key: number;
    status: number;
    value: number | null;
    count: number | null;
    denominator: number | null;
    lower95: number | null;
    upper95: number | null;
    lower998: number | null;
    upper998: number | null;
  };
  'indicators.period': {
    key: GeneratedAlways<number>;
    partnership_id: string;
    start_on: Day;
    end_on: Day;
    kind: string;
    years: number;
    state: string;
    text: string;
  };
  'indicators.refused_row': {
    partnership_id: string;
    batch_key: number;
    line: number;
    column_name: string | null;
    cell: string;
    reason: string;
    words: string;
    mend: string;
  };
  'indicators.series': {
    key: GeneratedAlways<number>;
    partnership_id: string;
    measure_key: number;
    area_code: string;
    breakdown: Generated<string>;
  };
};
