// Generated from the migrated database by `npm run generate`; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type IndicatorsTables = {
  'indicators.area': {
    partnership_id: string;
    code: string;
    dfe_code: string | null;
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
    kept_in: string | null;
    companions: Generated<unknown>;
    state: string;
    rows_read: Generated<number>;
    rows_refused: Generated<number>;
    figures: Generated<number>;
    summary: Generated<unknown>;
    failure: string | null;
    started_at: Date;
    touched_at: Date;
    finished_at: Date | null;
    made_by: string | null;
    made_by_name: string;
  };
  'indicators.dictionary_entry': {
    partnership_id: string;
    measure: string;
    name: string;
    title: string;
    topic: string;
    polarity: string;
    unit: string;
    decimals: number | null;
    year_type: string;
    description: string;
    links: unknown;
    updated_on: Day | null;
  };
  'indicators.figures_version': {
    partnership_id: string;
    number: number;
  };
  'indicators.home_area': {
    partnership_id: string;
    area_code: string;
  };
  'indicators.measure': {
    partnership_id: string;
    id: string;
    source: string;
    code: string;
    title: string;
    unit: string;
    kind: string;
    polarity: string;
    year_type: string;
    decimals: number | null;
    topic: string;
    publisher: string;
    publication: string;
    link: string | null;
    breaks: Generated<unknown>;
    faults: Generated<unknown>;
    gap: unknown;
    same_as: string | null;
    is_checked: Generated<boolean>;
  };
  'indicators.neighbour': {
    partnership_id: string;
    neighbour_set: string;
    area_code: string;
    rank: number;
    neighbour_code: string;
    closeness: string;
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
    key: GeneratedAlways<number>;
    partnership_id: string;
    batch_key: number;
    about: string;
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
    batch_key: number;
    measure: string;
    area_code: string;
    breakdown: string;
    period_keys: (number | null)[];
    amounts: (number | null)[];
    statuses: (number | null)[] | null;
    counts: (number | null)[] | null;
    denominators: (number | null)[] | null;
    lower95: (number | null)[] | null;
    upper95: (number | null)[] | null;
    lower998: (number | null)[] | null;
    upper998: (number | null)[] | null;
    remarks: unknown;
  };
};
