import type { OpenTable } from '../index.ts';

/** An invented scorecard with everything that a file could get wrong. */
export const inventedTable: OpenTable = {
  title: 'Scorecard of Brackenshire & around <2025>',
  about: [
    { name: 'Source', words: 'Invented, in the form of the Department for Education' },
    {
      name: 'Licence link',
      words: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  ],
  columns: [
    { head: 'Measure', holds: 'names' },
    { head: 'Period', holds: 'periods' },
    { head: 'Value', holds: 'numbers', about: 'The latest figure' },
    { head: 'Lower limit, 95%', holds: 'numbers' },
    { head: 'Notes', holds: 'notes' },
    { head: 'Notes', holds: 'notes' },
  ],
  rows: [
    [
      { kind: 'text', text: '=cmd|calc' },
      { kind: 'text', text: '2024/25' },
      { kind: 'number', number: 26.549_999, decimals: 1 },
      { kind: 'number', number: -0.04, decimals: 1 },
      { kind: 'text', text: 'Two  spaces\nand a line' },
      { kind: 'empty' },
    ],
    [
      { kind: 'text', text: 'Children “in need” \u0000\uFFFF' },
      { kind: 'text', text: '2023/24' },
      { kind: 'text', text: 'withheld' },
      { kind: 'empty' },
      { kind: 'text', text: 'Ystadegau Cymraeg ŵ 🎈' },
      { kind: 'text', text: 'second' },
    ],
    [
      { kind: 'text', text: 'A count' },
      { kind: 'text', text: '2024' },
      { kind: 'number', number: 1_234_567, decimals: 0 },
      { kind: 'number', number: 1_200_000, decimals: 0 },
      { kind: 'empty' },
      { kind: 'empty' },
    ],
  ],
};
