import { type BrokenPair, type InventedPair, levelRow } from './invented-pair.ts';

export const brokenTimes: readonly BrokenPair[] = [
  ['time_validation', (pair) => pair.set('data', { time_period: '2023Q4' }, 1)],
  ['time_identifier', (pair) => pair.set('data', { time_identifier: 'Academic Year' }, 1)],
  ['time_identifier_mix', (pair) => pair.set('data', { time_identifier: 'Financial year' }, 1)],
  ['time_period', (pair) => pair.set('data', { time_period: '2024' }, 1)],
  ['time_period_six', (pair) => pair.set('data', { time_period: '202325' }, 1)],
];

export const brokenPlaces: readonly BrokenPair[] = [
  ['geographic_level', (pair) => pair.set('data', { geographic_level: 'Nation' }, 1)],
  [
    'geography_level_present',
    (pair) => pair.drop('data', 'region_code').drop('data', 'region_name'),
    ['region_for_la'],
  ],
  ['geography_level_completed', (pair) => pair.set('data', { la_name: '' }, 5), ['la_combinations']],
  ['la_col_present', (pair) => pair.drop('data', 'old_la_code'), ['geography_level_present']],
  [
    'region_col_present',
    (pair) => pair.drop('data', 'region_code'),
    ['geography_level_present', 'region_for_la'],
  ],
  [
    'overcompleted_cols',
    (pair) => pair.set('data', { region_code: 'E12000001' }, 1).set('data', { region_name: 'North East' }, 1),
  ],
  ['region_for_la', (pair) => pair.set('data', { region_code: '' }, 5), ['region_combinations']],
  ['region_for_la', (pair) => pair.set('data', { region_code: '' }, 5).set('data', { region_name: '' }, 5)],
  [
    'region_for_lad',
    (pair) => levelRow(pair, 'Local authority district', { lad_code: 'E07000032', lad_name: 'Amber Valley' }),
  ],
  ['not_table_tool', (pair) => institutions(pair)],
  [
    'ignored_rows',
    (pair) => levelRow(pair, 'Planning area', { planning_area_code: '1', planning_area_name: 'One' }),
  ],
  [
    'ignored_rows',
    (pair) =>
      levelRow(levelRow(pair, 'School', school), 'Provider', { provider_ukprn: '10', provider_name: 'One' }),
  ],
];

const school = { school_urn: '100', school_name: 'One', school_laestab: '5991000' };

function institutions(pair: InventedPair): InventedPair {
  pair
    .set('data', { geographic_level: 'Institution' })
    .add('data', 'institution_id', (row) => String(row))
    .add('data', 'institution_name', (row) => `Institution ${row}`);
  return pair;
}

export const brokenNames: readonly BrokenPair[] = [
  ['country_combinations', (pair) => pair.set('data', { country_code: 'E92000002' }, 1)],
  ['region_combinations', (pair) => pair.set('data', { region_name: 'North east' }, 3)],
  ['la_combinations', (pair) => pair.set('data', { new_la_code: 'X10000002' }, 5)],
  [
    'lad_combinations',
    (pair) =>
      levelRow(pair, 'Local authority district', { ...region, lad_code: 'E07000032', lad_name: 'Bolsover' }),
  ],
  [
    'pcon_combinations',
    (pair) => constituency(constituency(pair, 'E14001063', 'Aldershot'), 'E14001064', 'Aldershot'),
  ],
  ['pcon_combinations', (pair) => constituency(pair, 'E14009999', 'Aldershot')],
  [
    'lep_combinations',
    (pair) =>
      levelRow(pair, 'Local enterprise partnership', {
        local_enterprise_partnership_code: 'E37000009',
        local_enterprise_partnership_name: 'Cumbria',
      }),
  ],
  [
    'lsip_combinations',
    (pair) =>
      levelRow(pair, 'Local skills improvement plan area', { lsip_code: 'E69000008', lsip_name: 'Cumbria' }),
  ],
  [
    'eda_combinations',
    (pair) =>
      levelRow(pair, 'English devolved area', {
        english_devolved_area_code: 'E47000006',
        english_devolved_area_name: 'Cumbria',
      }),
  ],
  ['ward_combinations', (pair) => levelRow(pair, 'Ward', { ward_code: 'E12000001', ward_name: 'Abbey' })],
  ['na_geography', (pair) => levelRow(pair, 'MAT', { trust_id: 'x', trust_name: 'Unknown trust' })],
  ['na_geography_code', (pair) => levelRow(pair, 'MAT', { trust_id: 'TR1', trust_name: 'Not available' })],
  [
    'other_geography_duplicates',
    (pair) => levelRow(trust(pair, 'TR1'), 'MAT', { trust_id: 'TR2', trust_name: 'One' }),
  ],
  [
    'other_geography_code_duplicates',
    (pair) => levelRow(trust(pair, 'TR1'), 'MAT', { trust_id: 'TR1', trust_name: 'Two' }),
  ],
];

const region = { region_code: 'E12000004', region_name: 'East Midlands' };

function trust(pair: InventedPair, id: string): InventedPair {
  return levelRow(pair, 'MAT', { trust_id: id, trust_name: 'One' });
}

function constituency(pair: InventedPair, code: string, name: string): InventedPair {
  return levelRow(pair, 'Parliamentary constituency', { pcon_code: code, pcon_name: name });
}

export const brokenFilters: readonly BrokenPair[] = [
  ['filter_level', (pair) => pair.set('data', { sex: 'Total' }), ['duplicate_rows']],
  ['blanks_filters', (pair) => pair.set('data', { sex: '' }, 2)],
  ['whitespace_filters', (pair) => pair.set('data', { sex: ' Girls' }, 2)],
  [
    'total',
    (pair) =>
      pair.set('data', { sex: 'All' }, 1).set('data', { sex: 'All' }, 3).set('data', { sex: 'All' }, 5),
  ],
  ['total', (pair) => pair.add('meta', 'filter_default', (row) => (row === 1 ? 'Everybody' : ''))],
  [
    'filter_group_level',
    (pair) =>
      pair
        .set('meta', { filter_grouping_column: 'kind' }, 1)
        .add('data', 'kind', (row) => (row === 1 ? 'Total' : `Kind ${row}`)),
    ['filter_group_is_filter'],
  ],
  [
    'observational_total',
    (pair) => pair.set('data', { old_la_code: 'All' }, 1),
    ['overcompleted_cols', 'la_combinations'],
  ],
  ['duplicate_rows', (pair) => pair.set('data', { sex: 'Total' }, 2)],
];

export const brokenValues: readonly BrokenPair[] = [
  [
    'ethnicity_values',
    (pair) => pair.rename('data', 'sex', 'ethnicity_minor').set('meta', { col_name: 'ethnicity_minor' }, 1),
  ],
  [
    'ethnicity_characteristic_groups',
    (pair) =>
      pair
        .add('data', 'characteristic_group', () => 'Ethnic groups')
        .add('data', 'characteristic', () => 'Total'),
  ],
  [
    'ethnicity_characteristic_values',
    (pair) =>
      pair
        .add('data', 'characteristic_group', () => 'Ethnicity Major')
        .add('data', 'characteristic', () => 'Blue'),
  ],
  ['null', (pair) => pair.set('data', { children: 'NULL' }, 1)],
  [
    'null',
    (pair) => pair.set('meta', { indicator_grouping: 'NA' }, 2).set('meta', { indicator_grouping: 'NA' }, 3),
  ],
  ['blanks_indicators', (pair) => pair.set('data', { children: '' }, 1)],
  ['no_data_symbols', (pair) => pair.set('data', { children: '..' }, 1)],
  ['notavailable_symbols', (pair) => pair.set('data', { children: ':' }, 1)],
  ['roundedzero_symbols', (pair) => pair.set('data', { children: '~' }, 1)],
  ['indicator_values', (pair) => pair.set('data', { children: '£5' }, 1)],
];
