import { done, refuse, type Result } from '../result.ts';
import type { ChangeLog } from './disk/change-log.ts';
import type { Because, Change } from './disk/change.ts';
import { nameText } from './names.ts';
import type { NumberPair } from './people/pair-book.ts';
import type { Move } from './people/people.ts';
import type { State } from './state.ts';
import * as words from './store-words.ts';

/** More pairs than this are not kept apart at once. */
const mostPairs = 1_000_000;

/** One person of two, by somebody's word: their records are held together from now on. */
export function merge(state: State, of: readonly [number, number], because: Because): Result<Change> {
  const { people, apart, together, held } = state;
  const [kept, gone] = [Math.min(...of), Math.max(...of)];
  const [staying, going] = [people.recordsOf(kept), people.recordsOf(gone)];
  if (kept === gone || staying.length === 0 || going.length === 0) return refuse(words.notTwoPeople(...of));
  const forbidden = apart.between(staying, going);
  if (forbidden) {
    const [one, other] = forbidden;
    return refuse(words.keptApart(nameText(held, one), nameText(held, other)));
  }
  const [first = 0] = staying;
  const held_ = [...staying.slice(1), ...going].map((record): NumberPair => [first, record]);
  return done({
    is: 'merged',
    ...because,
    moves: [{ is: 'merged', from: gone, to: kept, records: going }],
    together: { in: held_.filter((pair) => !together.has(pair)), out: [] },
  });
}

/** Two people of one, by somebody's word: their records are kept apart from now on. */
export function split(
  state: State,
  of: { readonly person: number; readonly records: readonly number[] },
  because: Because,
): Result<Change> {
  const { person } = of;
  const all = state.people.recordsOf(person);
  const going = [...new Set(of.records)].sort((one, other) => one - other);
  const staying = all.filter((record) => !going.includes(record));
  const isPart = going.length > 0 && staying.length === all.length - going.length && staying.length > 0;
  if (!isPart || going.length * staying.length > mostPairs) return refuse(words.noPart(person));
  const move: Move = { is: 'split', from: person, to: state.people.nextPerson, records: going };
  return done({ is: 'split', ...because, moves: [move], ...parted(state, going, staying) });
}

/** A merge undone: both are as they were, and kept apart from now on. */
export function unmerge(
  state: State,
  { gone, log }: { readonly gone: number; readonly log: ChangeLog },
  because: Because,
): Result<Change> {
  const merged = log.mergeOf(gone);
  if (!merged || state.people.recordsOf(gone).length > 0) return refuse(words.noMerge(gone));
  const { to, records } = merged;
  if (records.some((record) => state.people.personOf(record) !== to)) return refuse(words.changedSince(gone));
  const staying = state.people.recordsOf(to).filter((record) => !records.includes(record));
  if (staying.length === 0 || staying.length * records.length > mostPairs)
    return refuse(words.changedSince(gone));
  const move: Move = { is: 'restored', from: to, to: gone, records };
  return done({ is: 'unmerged', ...because, moves: [move], ...parted(state, records, staying) });
}

/** Two records kept apart. */
export function keepApart(
  { held, people, apart }: State,
  pair: NumberPair,
  because: Because,
): Result<Change> {
  const [one, other] = pair;
  if (people.personOf(one) === people.personOf(other))
    return refuse(words.isOnePerson(nameText(held, one), nameText(held, other)));
  return done({
    is: 'kept-apart',
    ...because,
    moves: [],
    apart: { in: apart.has(pair) ? [] : [pair], out: [] },
  });
}

/** Two records let together. */
export function letTogether(
  { held, apart }: State,
  pair: NumberPair,
  { reason, by }: { readonly reason: string; readonly by: readonly [string, string] },
): Result<Change> {
  if (!areTwo(by)) return refuse(words.onePersonAlone);
  if (!apart.has(pair)) return refuse(words.notApart(nameText(held, pair[0]), nameText(held, pair[1])));
  return done({
    is: 'let-together',
    reason,
    by: by.join(' and '),
    moves: [],
    apart: { in: [], out: [pair] },
  });
}

/** A change undone. */
export function undo(
  undone: Change | undefined,
  { reason, by }: { readonly reason: string; readonly by: string | readonly [string, string] },
  at = 0,
): Result<{ readonly undone: Change; readonly change: Change }> {
  if (!undone) return refuse(words.nothingToUndo);
  const letsTogether = (undone.apart?.in.length ?? 0) > 0;
  if (letsTogether && (typeof by === 'string' || !areTwo(by))) return refuse(words.onePersonAlone);
  const names = typeof by === 'string' ? by : by.join(' and ');
  return done({ undone, change: { is: 'undone', reason, by: names, moves: [], undoes: at } });
}

function areTwo([first, second]: readonly [string, string]): boolean {
  return first !== second && first !== '' && second !== '';
}

function parted(
  { apart, together }: State,
  going: readonly number[],
  staying: readonly number[],
): Pick<Change, 'apart' | 'together'> {
  const across = going.flatMap((one) => staying.map((other): NumberPair => [one, other]));
  return {
    apart: { in: across.filter((pair) => !apart.has(pair)), out: [] },
    together: { in: [], out: across.filter((pair) => together.has(pair)) },
  };
}
