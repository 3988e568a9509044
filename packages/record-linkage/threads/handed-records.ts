import { Dictionary } from '../records/dictionary.ts';
import type { RecordsRead } from '../records/records.ts';

/** Records as they are handed to a thread: plain data over shared memory. */
export type HandedRecords = Omit<RecordsRead, 'columns'> & {
  readonly columns: ReadonlyMap<
    string,
    { readonly codes: Int32Array; readonly letters: Uint16Array; readonly starts: Uint32Array }
  >;
};

/** Records ready to be handed to a thread. */
export function handed({ count, sources, sourceOf, columns }: RecordsRead): HandedRecords {
  const plain = [...columns].map(([key, { codes, values }]) => {
    const { letters, starts } = values;
    return [key, { codes, letters, starts }] as const;
  });
  return { count, sources, sourceOf, columns: new Map(plain) };
}

/** Records as a thread took them. */
export function taken({ columns, ...rest }: HandedRecords): RecordsRead {
  const whole = [...columns].map(([key, { codes, letters, starts }]) => {
    return [key, { codes, values: new Dictionary(letters, starts) }] as const;
  });
  return { ...rest, columns: new Map(whole) };
}
