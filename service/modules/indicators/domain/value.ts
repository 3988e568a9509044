import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome, WordsFor } from '#platform/kernel/outcome.ts';

/** Why there is no number. Zero is a number and never one of these. */
export type ValueStatus = 'suppressed' | 'not-applicable' | 'missing' | 'low' | 'unreliable' | 'not-compared';

/** A published value without a number. An object, so that the compiler refuses every sum done with it. */
export type NotNumber = { readonly status: ValueStatus };

/** What a publisher says of an area and a period: a number, or why there is none. */
export type Value = number | NotNumber;

/** Who wrote the text: each publisher has symbols of its own. */
export type ValueDialect = 'lait' | 'fingertips' | 'ees' | 'local';

export type ValueRefusal =
  | { reason: 'only-spaces'; text: string }
  | { reason: 'decimal-comma'; text: string }
  | { reason: 'too-large'; text: string }
  | { reason: 'not-a-number'; text: string };

export const valueRefusalWords: WordsFor<ValueRefusal> = {
  'only-spaces': () => 'The cell holds spaces where a number or a symbol belongs.',
  'decimal-comma': ({ text }) =>
    `“${text}” has a comma; a number has a full stop before its decimals and no commas.`,
  'too-large': ({ text }) => `“${text}” is too large to be held exactly.`,
  'not-a-number': ({ text }) => `“${text}” is neither a number nor a symbol that this publisher uses.`,
};

export const valueRefusalMends: WordsFor<ValueRefusal> = {
  'only-spaces': () =>
    'Put the number in, or the symbol for why there is none (x where it is not available).',
  'decimal-comma': () => 'Save the file again with English number settings: 1234.5, not 1.234,5 or 1,234.5.',
  'too-large': () => 'Check that the column holds values and not identifiers.',
  'not-a-number': () =>
    'Put the number in, or a symbol: c suppressed, z not applicable, x not available, low.',
};

const byStatus: { readonly [Status in ValueStatus]: NotNumber } = {
  suppressed: Object.freeze({ status: 'suppressed' }),
  'not-applicable': Object.freeze({ status: 'not-applicable' }),
  missing: Object.freeze({ status: 'missing' }),
  low: Object.freeze({ status: 'low' }),
  unreliable: Object.freeze({ status: 'unreliable' }),
  'not-compared': Object.freeze({ status: 'not-compared' }),
};

/** The one value of a status (always the same object, so a million of them cost nothing). */
export function noNumber(status: ValueStatus): NotNumber {
  return byStatus[status];
}

export function isNumber(value: Value): value is number {
  return typeof value === 'number';
}

/** Every dialect's symbols. An empty cell is missing; readers of formats where blanks are not allowed add a note. */
const symbols: { readonly [Dialect in ValueDialect]: ReadonlyMap<string, NotNumber> } = {
  lait: symbolsOf({ missing: ['-', ''], suppressed: ['c'], 'not-applicable': ['z'] }),
  fingertips: symbolsOf({ missing: ['', '-'], suppressed: ['*'] }),
  ees: symbolsOf({
    suppressed: ['c'],
    'not-applicable': ['z'],
    missing: ['x', ':', ''],
    low: ['low', 'k', '~'],
    unreliable: ['u'],
  }),
  local: symbolsOf({
    suppressed: ['c', '*'],
    'not-applicable': ['z'],
    missing: ['x', ':', '-', ''],
    low: ['low', 'k', '~'],
    unreliable: ['u'],
  }),
};

function symbolsOf(texts: Partial<Record<ValueStatus, readonly string[]>>): ReadonlyMap<string, NotNumber> {
  const found = new Map<string, NotNumber>();
  for (const status of Object.values(byStatus))
    for (const text of texts[status.status] ?? []) found.set(text, status);
  return found;
}

/** Publishers' programs write exponents too (R: 1e+05; spreadsheets: 3.62E-3), so they are read. */
const numberShape = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?$/;

/** Reads one cell exactly as it stands: nothing is trimmed or guessed. */
export function parseValue(text: string, dialect: ValueDialect): Outcome<Value, ValueRefusal> {
  const symbol = symbols[dialect].get(text);
  if (symbol) return done(symbol);
  if (numberShape.test(text)) {
    const number = Number(text);
    if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return refuse({ reason: 'too-large', text });
    return done(withoutNoise(number, text));
  }
  if (text.trim() === '') return refuse({ reason: 'only-spaces', text });
  if (/^-?[\d.]*\d,\d[\d.,]*$/.test(text)) return refuse({ reason: 'decimal-comma', text });
  return refuse({ reason: 'not-a-number', text });
}

/**
 * 68.599999999999994 is 68.6, written by a program that printed every digit of a binary number. Such a number carries 15
 * decimal digits faithfully, so a text of up to 15 is exactly what was meant and is left alone; a longer one was printed
 * from binary, its noise at the 15th digit or later (the 14th after a sum), so rounding it to 12 keeps all that was meant.
 */
function withoutNoise(number: number, text: string): number {
  if (number === 0) return 0;
  if (text.length <= 15 || Number.isInteger(number)) return number;
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length <= 15 ? number : Number(number.toPrecision(12));
}
