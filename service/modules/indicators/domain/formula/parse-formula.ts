import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { wordsOfFormula, type Span, type Word, type WordsRefusal } from './words-of-formula.ts';

/** What is done with two things. */
export type Operator = '+' | '-' | '*' | '/';

/** A formula as a tree: what it does with what, each with its place in the text. */
export type Tree = { readonly at: Span } & (
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'part'; readonly letter: string }
  | { readonly is: 'two'; readonly operator: Operator; readonly left: Tree; readonly right: Tree }
  /** the count of a part, added over the groups of a column: sum(a, "Sex") */
  | { readonly is: 'sum'; readonly letter: string; readonly over: string }
  /** the mean of shares, rates or averages, each weighted by how many people stand behind it: mean(a, b) */
  | { readonly is: 'mean'; readonly letters: readonly string[] }
  /** a part with its first period as 100: index(a) */
  | { readonly is: 'index'; readonly letter: string }
);

/** A whole formula: its tree, and for every how many its number is given. */
export type Formula = { readonly tree: Tree; readonly per: number | undefined; readonly text: string };

export type ParseRefusal =
  | WordsRefusal
  | { reason: 'empty'; at: Span }
  | { reason: 'ends-too-early'; at: Span }
  | { reason: 'not-expected'; at: Span; text: string }
  | { reason: 'bracket-open'; at: Span }
  | { reason: 'name-unknown'; at: Span; text: string }
  | { reason: 'per-what'; at: Span }
  | { reason: 'says-badly'; at: Span; name: 'sum' | 'mean' | 'index' }
  | { reason: 'too-deep'; at: Span };

/** The numbers for every how many of which a figure may be given. */
const pers: readonly number[] = [1, 100, 1000, 10_000, 100_000, 1_000_000];
const deepest = 30;

/** Reads a formula; a refusal points at the place where it stops making sense. */
export function parseFormula(text: string): Outcome<Formula, ParseRefusal> {
  const words = wordsOfFormula(text);
  if (!words.done) return words;
  if (words.value.length === 0) return refuse({ reason: 'empty', at: { from: 0, to: text.length } });
  const reader = { words: words.value, place: 0, text, depth: 0 };
  const tree = sumOf(reader);
  if (!tree.done) return tree;
  const per = perOf(reader);
  if (!per.done) return per;
  const left = reader.words[reader.place];
  if (left) return refuse({ reason: 'not-expected', at: spanOf(left), text: written(reader, left) });
  return done({ tree: tree.value, per: per.value, text });
}

type Reader = { readonly words: readonly Word[]; place: number; readonly text: string; depth: number };
type Read = Outcome<Tree, ParseRefusal>;

function sumOf(reader: Reader): Read {
  return chain(reader, { operators: ['+', '-'], next: productOf });
}

function productOf(reader: Reader): Read {
  return chain(reader, { operators: ['*', '/'], next: thingOf });
}

/** One or more things with an operator between each two, read from the left. */
function chain(
  reader: Reader,
  { operators, next }: { operators: readonly Operator[]; next: (reader: Reader) => Read },
): Read {
  const first = next(reader);
  if (!first.done) return first;
  let left = first.value;
  for (;;) {
    const operator = operators.find((one) => one === reader.words[reader.place]?.is);
    if (!operator) return done(left);
    reader.place += 1;
    const right = next(reader);
    if (!right.done) return right;
    const at = { from: left.at.from, to: right.value.at.to };
    left = { is: 'two', operator, left, right: right.value, at };
  }
}

function thingOf(reader: Reader): Read {
  const word = reader.words[reader.place];
  if (!word) return refuse({ reason: 'ends-too-early', at: endOf(reader) });
  reader.place += 1;
  const at = spanOf(word);
  switch (word.is) {
    case 'number':
      return done({ is: 'number', number: word.number, at });
    case 'name':
      return namedOf(reader, word);
    case '(':
      return inBrackets(reader, at);
    default:
      return refuse({ reason: 'not-expected', at, text: written(reader, word) });
  }
}

function inBrackets(reader: Reader, open: Span): Read {
  reader.depth += 1;
  if (reader.depth > deepest) return refuse({ reason: 'too-deep', at: open });
  const inner = sumOf(reader);
  reader.depth -= 1;
  if (!inner.done) return inner;
  const close = reader.words[reader.place];
  if (!close) return refuse({ reason: 'bracket-open', at: open });
  if (close.is !== ')')
    return refuse({ reason: 'not-expected', at: spanOf(close), text: written(reader, close) });
  reader.place += 1;
  return done({ ...inner.value, at: { from: open.from, to: close.to } });
}

function namedOf(reader: Reader, word: Extract<Word, { is: 'name' }>): Read {
  const at = spanOf(word);
  if (word.name === 'sum' || word.name === 'mean' || word.name === 'index')
    return functionOf(reader, { name: word.name, at });
  if (word.name.length === 1) return done({ is: 'part', letter: word.name, at });
  if (word.name === 'per') return refuse({ reason: 'ends-too-early', at });
  return refuse({ reason: 'name-unknown', at, text: written(reader, word) });
}

function functionOf(reader: Reader, { name, at }: { name: 'sum' | 'mean' | 'index'; at: Span }): Read {
  const given = listOf(reader, at);
  const badly = (span: Span) => refuse({ reason: 'says-badly' as const, at: span, name });
  if (!given) return badly(at);
  const span = { from: at.from, to: given.to };
  const [first, second] = given.words;
  if (first?.is !== 'name' || first.name.length !== 1) return badly(span);
  if (name === 'index')
    return given.words.length === 1 ? done({ is: 'index', letter: first.name, at: span }) : badly(span);
  if (name === 'sum')
    return given.words.length === 2 && second?.is === 'text' && second.text !== ''
      ? done({ is: 'sum', letter: first.name, over: second.text, at: span })
      : badly(span);
  const letters = given.words.flatMap((word) =>
    word.is === 'name' && word.name.length === 1 ? [word.name] : [],
  );
  const isWhole = letters.length === given.words.length && letters.length > 1;
  return isWhole ? done({ is: 'mean', letters, at: span }) : badly(span);
}

/** What stands in the brackets after a name, with commas between. */
function listOf(reader: Reader, name: Span): { words: readonly Word[]; to: number } | undefined {
  if (reader.words[reader.place]?.is !== '(') return undefined;
  const words: Word[] = [];
  for (let place = reader.place + 1; place < reader.words.length; place += 2) {
    const [word, after] = [reader.words[place], reader.words[place + 1]];
    if (!word || !after) return undefined;
    words.push(word);
    if (after.is === ',') continue;
    if (after.is !== ')') return undefined;
    reader.place = place + 2;
    return { words, to: Math.max(after.to, name.to) };
  }
  return undefined;
}

function perOf(reader: Reader): Outcome<number | undefined, ParseRefusal> {
  const word = reader.words[reader.place];
  if (word?.is !== 'name' || word.name !== 'per') return done(undefined);
  const per = reader.words[reader.place + 1];
  if (per?.is !== 'number' || !pers.includes(per.number))
    return refuse({ reason: 'per-what', at: spanOf(per ?? word) });
  reader.place += 2;
  return done(per.number);
}

function spanOf({ from, to }: Word): Span {
  return { from, to };
}

function written({ text }: Reader, { from, to }: Span): string {
  return text.slice(from, to);
}

function endOf({ text }: Reader): Span {
  const { length } = text.trimEnd();
  return { from: Math.max(0, length - 1), to: length };
}
