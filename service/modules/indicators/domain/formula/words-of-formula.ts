import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

/** Where something stands in a formula: the first sign, and the one after the last. */
export type Span = { readonly from: number; readonly to: number };

/** One piece of a formula as it was written. */
export type Word = Span &
  (
    | { readonly is: 'number'; readonly number: number }
    | { readonly is: 'name'; readonly name: string }
    | { readonly is: 'text'; readonly text: string }
    | { readonly is: '+' | '-' | '*' | '/' | '(' | ')' | ',' }
  );

export type WordsRefusal =
  | { reason: 'sign-unknown'; at: Span; text: string }
  | { reason: 'number-unreadable'; at: Span; text: string }
  | { reason: 'quote-open'; at: Span }
  | { reason: 'too-long'; at: Span };

/** More than anybody can read aloud. */
const longestFormula = 300;

const signs: Readonly<Record<string, '+' | '-' | '*' | '/' | '(' | ')' | ','>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
  ',': ',',
};

const space = /\s+/y;
const name = /[A-Za-z]+/y;
const number = /[0-9][0-9.,]*/y;
const quoted = /["“”]([^"“”]*)["“”]/y;

/** Cuts a formula into its pieces, or says which sign means nothing here. */
export function wordsOfFormula(text: string): Outcome<readonly Word[], WordsRefusal> {
  if (text.length > longestFormula)
    return refuse({ reason: 'too-long', at: { from: longestFormula, to: text.length } });
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const blank = match(space, text, at);
    if (blank) {
      at += blank[0].length;
      continue;
    }
    const read = wordAt(text, at);
    if (!read.done) return read;
    words.push(read.value);
    at = read.value.to;
  }
  return done(words);
}

function wordAt(text: string, from: number): Outcome<Word, WordsRefusal> {
  const sign = signs[text.charAt(from)];
  if (sign) return done({ is: sign, from, to: from + 1 });
  const named = match(name, text, from);
  if (named) return done({ is: 'name', name: named[0].toLowerCase(), from, to: from + named[0].length });
  const counted = match(number, text, from);
  if (counted) return numberAt(counted[0], from);
  const inQuotes = match(quoted, text, from);
  if (inQuotes)
    return done({ is: 'text', text: (inQuotes[1] ?? '').trim(), from, to: from + inQuotes[0].length });
  const at = { from, to: from + 1 };
  if (/["“”]/.test(text.charAt(from))) return refuse({ reason: 'quote-open', at });
  return refuse({ reason: 'sign-unknown', at, text: text.slice(from, from + 1) });
}

/** 10,000 and 0.5 are numbers; 1,00 and 1.2.3 are not. */
function numberAt(written: string, from: number): Outcome<Word, WordsRefusal> {
  // a comma that ends the number stands between two things
  const text = written.replace(/,+$/, '');
  const at = { from, to: from + text.length };
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,9})?$/.test(text))
    return refuse({ reason: 'number-unreadable', at, text });
  return done({ is: 'number', number: Number(text.replaceAll(',', '')), ...at });
}

function match(sign: RegExp, text: string, at: number): RegExpExecArray | null {
  sign.lastIndex = at;
  return sign.exec(text);
}
