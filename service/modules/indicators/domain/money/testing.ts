import { storedId } from '#platform/kernel/id.ts';
import type { LineWords, MoneyLine } from './money-line.ts';
import type { TypedLine } from './read-line.ts';

export const places = [
  { code: 'X10000001', name: 'Brackenshire' },
  { code: 'X90000001', name: 'Saltmarsh' },
  { code: 'X90000002', name: 'The Vale' },
] as const;

/** A line as somebody would type it. */
export const typedLine: TypedLine = {
  what: 'Stay and play',
  partner: 'Lantern Families',
  areaCode: 'Saltmarsh',
  help: 'early',
  helpSource: 'Early help strategy 2024',
  kind: 'spend',
  lasting: 'on-going',
  year: '2024-25',
  state: 'actual',
  amount: '£12,500',
  people: '4',
  planLink: '',
  source: 'Budget book 2024',
  note: '',
  audience: 'public',
};

/** A line that is kept, with what a test says of it. */
export function moneyLineOf(words: Partial<LineWords> = {}): MoneyLine {
  return {
    id: storedId('00000000-0000-7000-8000-0000000000d1'),
    version: 1,
    changedAt: new Date('2026-09-03T10:00:00Z'),
    changedByName: 'Ada Bright',
    ...typedLine,
    areaCode: 'X90000001',
    help: 'early',
    kind: 'spend',
    lasting: 'on-going',
    year: 2024,
    state: 'actual',
    amount: 12_500,
    people: 4,
    audience: 'public',
    ...words,
  };
}
