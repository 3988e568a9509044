import type { WordsFor } from '#platform/kernel/outcome.ts';
import { wordsOf } from '#platform/kernel/outcome.ts';
import { formatInUnit } from '#packages/charts';
import type { Audience } from '../../domain/audience.ts';
import type { Help, Lasting, LineKind, LineState } from '../../domain/money/money-line.ts';
import type { LineField, LineProblem } from '../../domain/money/read-line.ts';
import type { TableProblem } from '../../domain/money/read-table.ts';

export const helpWords: { readonly [Each in Help]: { name: string; hint: string } } = {
  universal: { name: 'For everybody', hint: 'Universal: every child or family may come.' },
  early: { name: 'Early help', hint: 'As soon as something begins to be hard.' },
  targeted: { name: 'Targeted help', hint: 'For some children or families whose needs are known.' },
  statutory: { name: 'Statutory help', hint: 'What the law requires, mostly once it is late.' },
};

export const kindWords: { readonly [Each in LineKind]: string } = {
  spend: 'Spend, in pounds',
  staff: 'Staff, in full-time equivalents',
};

export const lastingWords: { readonly [Each in Lasting]: string } = {
  'on-going': 'On-going',
  'one-off': 'One-off',
};

export const stateWords: { readonly [Each in LineState]: string } = {
  actual: 'Actual: it was spent',
  planned: 'Planned',
};

export const audienceWords: { readonly [Each in Audience]: { name: string; hint: string } } = {
  owner: { name: 'Only us', hint: 'Analysts and the partnership manager.' },
  partnership: { name: 'The partnership', hint: 'Whoever signs in here.' },
  public: { name: 'Everybody', hint: 'On the public pages.' },
};

/** What a field of a line is called inside a sentence. */
const fieldNames: { readonly [Field in LineField]: string } = {
  what: 'the service or team',
  partner: 'the partner',
  areaCode: 'the place',
  help: 'early or late help',
  helpSource: 'who says that it is early or late',
  kind: 'spend or staff',
  lasting: 'one-off or on-going',
  year: 'the financial year',
  state: 'planned or actual',
  amount: 'the amount',
  people: 'how many people stand behind it, 0 where none',
  planLink: 'the link to the partner’s plan',
  source: 'the source',
  note: 'the note',
  audience: 'for whom it is',
};

const problemWords: WordsFor<LineProblem> = {
  empty: ({ field }) => `Enter ${fieldNames[field]}`,
  'too-long': ({ field, most }) => `Shorten ${fieldNames[field]} to ${most} characters`,
  'not-one-of': ({ field, text }) =>
    `“${text}” is not an answer to ${fieldNames[field]}: ${answersOf(field)}`,
  'no-such-place': ({ text }) => `“${text}” is none of our places. Use the name of a zone, or “whole area”`,
  'no-such-year': ({ text }) => `“${text}” is no financial year. Write it as 2024-25`,
  'not-an-amount': ({ text }) => `“${text}” is not an amount of 0 or more, with at most two decimals`,
  'not-people': ({ text }) =>
    `“${text}” is not a whole number of people. Write 0 where nobody’s pay is in it`,
  'more-posts-than-people': ({ posts }) =>
    `${posts} full-time equivalents need at least as many people. Enter how many people work in it`,
  'not-an-address': ({ text }) => `“${text}” is not an address that begins with https://`,
};

function answersOf(field: LineField): string {
  switch (field) {
    case 'help':
      return 'universal, early, targeted or statutory';
    case 'kind':
      return 'spend or staff';
    case 'lasting':
      return 'one-off or on-going';
    case 'state':
      return 'planned or actual';
    case 'audience':
      return 'owner, partnership or public';
    default:
      return 'one of the answers shown';
  }
}

/** What is wrong with one field of a line. */
export function sayProblem(problem: LineProblem): string {
  return wordsOf(problemWords, problem);
}

const tableWords: WordsFor<TableProblem> = {
  'column-missing': ({ heads }) =>
    `The table lacks ${heads.length === 1 ? 'a column' : 'columns'}: ${heads.join(', ')}`,
  'column-twice': ({ head }) => `Two columns are called “${head}”, or mean it. Leave one`,
  'nothing-in-it': () => 'The table holds no line. The first line names the columns; lines follow',
  'quotes-broken': ({ line }) => `Line ${line}: a quotation mark is opened and not closed`,
  'too-many-lines': ({ most }) =>
    `The table holds more than ${most.toLocaleString('en-GB')} lines. Bring it in in parts`,
  'cells-too-many': ({ line, cells, heads }) =>
    `Line ${line} has ${cells} cells where ${heads} columns are named. Words with a comma need quotation marks`,
  'line-twice': ({ line, first }) =>
    `Line ${line} is the same as line ${first}: add them together, or say what differs`,
  cell: ({ line, problem }) => `Line ${line}: ${sayProblem(problem)}`,
};

/** What is wrong with a table. */
export function sayTableProblem(problem: TableProblem): string {
  return wordsOf(tableWords, problem);
}

/** A sum for people: whole pounds, and millions where there are many. */
export function sayPounds(amount: number): string {
  const size = Math.abs(amount);
  if (size >= 999_950) return `${formatInUnit(amount / 1e6, { symbol: '£', decimals: 1 })} million`;
  return formatInUnit(amount, { symbol: '£', decimals: 0 });
}

export function sayPosts(amount: number): string {
  return formatInUnit(amount, { decimals: 1 });
}
