/** Turns PostgreSQL's text for one value into ours. */
export type ReadValue = (text: string) => unknown;

const asItIs: ReadValue = (text) => text;

/**
 * How a column of this type is read, the same on both kinds of database. A `date` stays a calendar day (text), an
 * instant becomes a `Date`, a `bigint` a number where that is exact, and `numeric` stays text because it is exact too.
 * @param oid PostgreSQL's number for the type
 */
export function readerFor(oid: number): ReadValue {
  return readers.get(oid) ?? asItIs;
}

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint too large to be exact: ${text}`);
  return value;
}

const instant = /^(\d{4,6}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)([+-]\d{2})(?::?(\d{2}))?(?::\d{2})?$/;

function readInstant(text: string): Date {
  const match = instant.exec(text);
  if (!match) throw new RangeError(`not an instant we can hold: ${text}`);
  return new Date(`${match[1]}T${match[2]}${match[3]}:${match[4] ?? '00'}`);
}

function readBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** `{1,NULL,"a \"b\""}`, nested where the array is. */
function readArray(text: string, read: ReadValue): unknown[] {
  let at = text.indexOf('{');
  const readQuoted = (): string => {
    let value = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at] ?? '';
    }
    at += 1;
    return value;
  };
  const readBare = (): string => {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at += 1;
    return text.slice(start, at);
  };
  const readOne = (): unknown => {
    if (text[at] === '{') return readList();
    if (text[at] === '"') return read(readQuoted());
    const bare = readBare();
    return bare === 'NULL' ? null : read(bare);
  };
  const readList = (): unknown[] => {
    const values: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (text[at] === ',') at += 1;
      values.push(readOne());
    }
    at += 1;
    return values;
  };
  return readList();
}

/** type, its array, and how one is read */
const known: readonly (readonly [number, number, ReadValue])[] = [
  [16, 1000, (text) => text === 't'],
  [17, 1001, readBytes],
  [19, 1003, asItIs],
  [20, 1016, readBigint],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, asItIs],
  [26, 1028, Number],
  [114, 199, (text) => JSON.parse(text)],
  [700, 1021, Number],
  [701, 1022, Number],
  [1043, 1015, asItIs],
  [1042, 1014, asItIs],
  [1082, 1182, asItIs],
  [1114, 1115, asItIs],
  [1184, 1185, readInstant],
  [1700, 1231, asItIs],
  [2950, 2951, asItIs],
  [3802, 3807, (text) => JSON.parse(text)],
];

const readers = new Map<number, ReadValue>(
  known.flatMap(([oid, arrayOid, read]): (readonly [number, ReadValue])[] => [
    [oid, read],
    [arrayOid, (text) => readArray(text, read)],
  ]),
);
