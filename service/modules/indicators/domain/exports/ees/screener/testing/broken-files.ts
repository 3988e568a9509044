import type { BrokenPair, InventedPair } from './invented-pair.ts';

/** Files that cannot be understood, or whose columns are not what is described. */
export const brokenFiles: readonly BrokenPair[] = [
  ['filename_spaces', named((pair) => Object.assign(pair, names('children of brackenshire')))],
  ['filename_special_characters', named((pair) => Object.assign(pair, names('children(2)')))],
  ['naming_convention', named((pair) => Object.assign(pair, { metaName: 'children_meta.csv' }))],
  ['naming_convention', named((pair) => Object.assign(pair, { dataName: 'children.txt' }))],
  ['utf8', (pair) => pair.set('data', { sex: 'Girls\uFFFD' }, 2)],
  [
    'file_separator',
    named((pair) => (pair.metaEnd = (text) => text.replaceAll(',', '\t'))),
    ['meta_mandatory_cols', 'invalid_meta_cols'],
  ],
  ['file_readable', (pair) => pair.set('data', { sex: '"Girls' }, 3), ['data_empty_cols']],
  ['data_mandatory_cols', (pair) => pair.drop('data', 'geographic_level')],
  ['meta_mandatory_cols', (pair) => pair.drop('meta', 'filter_hint')],
  ['invalid_meta_cols', (pair) => pair.add('meta', 'notes', () => '')],
  [
    'data_empty_rows',
    (pair) => pair.row('data', ',,,,,,,,,,,,'),
    ['time_validation', 'time_identifier', 'geographic_level', 'blanks_filters', 'blanks_indicators'],
  ],
  ['data_empty_rows', named((pair) => (pair.dataEnd = (text) => text.replace('\n', '\n\n')))],
  ['meta_empty_rows', (pair) => pair.row('meta', ',,,,,,,'), ['col_name_completed', 'col_type', 'label']],
  ['data_empty_cols', (pair) => pair.add('data', 'remarks', () => '')],
  [
    'rows_to_cols',
    named((pair) =>
      Array.from({ length: 6 }, (_, at) => pair.row('meta', `more${at},Indicator,More ${at},,,0,,`)),
    ),
    ['meta_to_data_crosscheck'],
  ],
];

function names(stem: string) {
  return { dataName: `${stem}.csv`, metaName: `${stem}.meta.csv` };
}

export const brokenColumns: readonly BrokenPair[] = [
  ['duplicate_variable_names', (pair) => pair.add('data', 'children', () => '1')],
  ['data_variable_spaces', (pair) => pair.add('data', 'home town', () => 'One')],
  ['variable_snake_case', (pair) => pair.add('data', 'homeTown', () => 'One')],
  ['variable_start', (pair) => pair.add('data', '2nd', () => 'One')],
  ['meta_to_data_crosscheck', (pair) => pair.row('meta', 'siblings,Indicator,Number of siblings,,,0,,')],
  ['data_to_meta_crosscheck', (pair) => pair.add('data', 'colour', (row) => `Colour ${row}`)],
  [
    'indicators_smushed',
    (pair) =>
      pair.rename('data', 'children', 'children_female').set('meta', { col_name: 'children_female' }, 2),
  ],
  [
    'variable_characteristic',
    (pair) => pair.rename('data', 'sex', 'characteristic').set('meta', { col_name: 'characteristic' }, 1),
  ],
  [
    'harmonised_variables',
    (pair) => pair.rename('data', 'sex', 'school_phase').set('meta', { col_name: 'school_phase' }, 1),
  ],
];

export const brokenDescriptions: readonly BrokenPair[] = [
  ['col_name_completed', (pair) => pair.row('meta', ',Indicator,Nothing,,,0,,')],
  ['col_type', (pair) => pair.set('meta', { col_type: 'Measure' }, 2)],
  ['col_type', (pair) => pair.set('meta', { col_type: '' }, 2)],
  ['col_name_duplicate', (pair) => pair.row('meta', 'children,Indicator,Children again,,,0,,')],
  [
    'col_name_spaces',
    (pair) => pair.rename('data', 'children', 'all children').set('meta', { col_name: 'all children' }, 2),
    ['data_variable_spaces'],
  ],
  ['label', (pair) => pair.set('meta', { label: '' }, 2)],
  ['duplicate_label', (pair) => pair.set('meta', { label: 'Number of children' }, 3)],
  [
    'ob_unit_meta',
    (pair) => pair.row('meta', 'la_name,Indicator,Council,,,0,,'),
    ['blanks_indicators', 'indicator_values'],
  ],
  ['geographic_catch', (pair) => pair.rename('data', 'sex', 'ward').set('meta', { col_name: 'ward' }, 1)],
  ['filter_hint', (pair) => pair.set('meta', { filter_hint: 'By children' }, 2)],
  ['filter_group', (pair) => pair.set('meta', { filter_grouping_column: 'sex' }, 2)],
  [
    'filter_group_duplicate',
    (pair) =>
      pair
        .row('meta', 'age,Filter,Age,,,,,kind')
        .set('meta', { filter_grouping_column: 'kind' }, 1)
        .add('data', 'kind', () => 'Total')
        .add('data', 'age', (row) => (row === 1 ? 'Total' : 'Five')),
    ['filter_group_is_filter'],
  ],
  [
    'filter_group_match',
    (pair) => pair.set('meta', { filter_grouping_column: 'kind' }, 1),
    ['meta_to_data_crosscheck', 'filter_group_is_filter'],
  ],
  [
    'filter_group_is_filter',
    (pair) => pair.set('meta', { filter_grouping_column: 'kind' }, 1).add('data', 'kind', () => 'Total'),
  ],
  [
    'filter_group_stripped',
    (pair) =>
      pair
        .set('meta', { filter_grouping_column: 'kind' }, 1)
        .add('data', 'kind', (row) => (row === 1 ? 'Total' : 'To-tal')),
    ['filter_group_is_filter'],
  ],
  ['indicator_grouping', (pair) => pair.set('meta', { indicator_grouping: 'Children' }, 1)],
  ['indicator_group_stripped', (pair) => pair.set('meta', { indicator_grouping: 'Child-ren' }, 3)],
  ['indicator_unit', (pair) => pair.set('meta', { indicator_unit: '%' }, 1)],
  ['indicator_unit_validation', (pair) => pair.set('meta', { indicator_unit: '$' }, 2)],
  ['indicator_dp', (pair) => pair.set('meta', { indicator_dp: '0' }, 1)],
  ['indicator_dp_validation', (pair) => pair.set('meta', { indicator_dp: '1.5' }, 2)],
  ['indicator_dp_validation', (pair) => pair.set('meta', { indicator_dp: '-1' }, 2)],
  ['indicator_dp_completed', (pair) => pair.set('meta', { indicator_dp: '' }, 2)],
];

function named(change: (pair: InventedPair) => void): (pair: InventedPair) => InventedPair {
  return (pair) => {
    change(pair);
    return pair;
  };
}
