import { checkSum } from './fact.ts';
import type { Fact } from './fact.ts';

/** The fact of a line; undefined where the line is cut short, changed, or none of ours. */
export function readFact(line: string): Fact | undefined {
  const text = line.slice(9);
  if (line[8] !== ' ' || checkSum(text) !== line.slice(0, 8)) return undefined;
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('is' in read)) return undefined;
  return factOf(new Map<string, unknown>(Object.entries(read)));
}

function factOf(read: ReadonlyMap<string, unknown>): Fact | undefined {
  const text = (key: string): string => asText(read.get(key));
  const number = (key: string): number => asNumber(read.get(key));
  const why = { reason: text('reason') };
  switch (read.get('is')) {
    case 'added':
      return { is: 'added', record: text('record'), cluster: number('cluster') };
    case 'merged':
      return { is: 'merged', kept: number('kept'), gone: number('gone'), ...why, by: text('by') };
    case 'unmerged':
      return { is: 'unmerged', merge: number('merge'), ...why, by: text('by') };
    case 'split':
      return {
        is: 'split',
        from: number('from'),
        to: number('to'),
        records: texts(read.get('records')),
        ...why,
        by: text('by'),
      };
    case 'kept-apart':
      return { is: 'kept-apart', one: text('one'), other: text('other'), ...why, by: text('by') };
    case 'let-together': {
      const [first = '', second = ''] = texts(read.get('by'));
      return { is: 'let-together', one: text('one'), other: text('other'), ...why, by: [first, second] };
    }
    default:
      return undefined;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : -1;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(asText) : [];
}
