import { counted } from '../../domain/exports/ees/screener/check.ts';
import type { EesExport } from '../../queries/exports/ees-export.ts';
import type { Asked } from '../scorecard/filters.tsx';
import { tableForms } from './table-forms.ts';
import { takingAway } from './taking-away.ts';

/** What is taken away: the figures of an area, as they were asked for. */
export type TakeAwayOf = {
  readonly areaCode: string;
  readonly asked: Asked;
  readonly ees: EesExport;
};

/** Files that belong together, on one line of the page. */
export type TakeAwayFiles = {
  /** what the files are of, where a format has several: "Academic years" */
  readonly of: string | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly note: string;
};

/** A form in which figures can be taken away, and what it is good for. */
export type TakeAway = {
  readonly key: string;
  readonly title: string;
  readonly whatFor: string;
  readonly files: (of: TakeAwayOf) => readonly TakeAwayFiles[];
};

/** Every form, the plainest first. A new one is a new entry here. */
export const takeAways: readonly TakeAway[] = [
  {
    key: 'table',
    title: 'The scorecard as a table',
    whatFor:
      'To read on in a spreadsheet: every measure at its latest figure, with its interval, England, the neighbours, the comparison and the trend in words.',
    files: ({ areaCode, asked }) =>
      tableForms.map(({ ending, text, note }) => ({
        of: undefined,
        links: [{ text, href: takingAway.table(areaCode, asked, ending) }],
        note,
      })),
  },
  {
    key: 'ees',
    title: 'Every period, as Explore Education Statistics publishes',
    whatFor:
      'To bring into another system, or to give to analysts: a table with every period of the area, England, the regions and its neighbours, and a second file that says what each column is. The files follow the Department for Education’s open format, and were checked against its rules before they leave.',
    files: ({ areaCode, asked, ees }) =>
      ees.pairs.map(({ kind, words, measures, rows }) => ({
        of: words,
        links: [
          {
            text: 'The table (CSV)',
            href: takingAway.ees(areaCode, { ...asked, years: kind, beside: 'others' }),
          },
          {
            text: 'What its columns are (CSV)',
            href: takingAway.eesMeta(areaCode, { ...asked, years: kind, beside: 'others' }),
          },
        ],
        note: `${counted(measures, 'measure')}, ${counted(rows, 'row')}.`,
      })),
  },
];
