import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { isReadable } from '../framework-document.ts';
import type { TierRole } from '../framework-document.ts';

/** One line of what somebody pasted, its words kept exactly as they were but for the bullet or number before them. */
export type PastedLine = {
  /** counted from 1 in the pasted text, empty lines counted too */
  number: number;
  /** the words, without what stood before them */
  words: string;
  /** the bullet, number or letter that was taken off, as it stood: "•", "2.", "a)", "- i." */
  marker: string;
  /** steps inwards, from spaces, tabs and nested markers: 0 for the margin */
  depth: number;
  looksLike: 'heading' | 'item' | 'paragraph' | 'continuation';
  /** what the tier of this line may be for, guessed from the heading above it or from its own words */
  guess: TierRole | undefined;
};

export type PasteRefusal = { reason: 'nothing-pasted' } | { reason: 'too-long'; most: number };

/** The most lines that a person could mark by hand. */
const mostLines = 3_000;
const mostCharacters = 500_000;

/** The lines of a pasted text, with a guess at what each is. Nothing is dropped but empty lines. */
export function pastedLines(text: string): Outcome<readonly PastedLine[], PasteRefusal> {
  if (text.length > mostCharacters) return refuse({ reason: 'too-long', most: mostLines });
  const raw = withoutOddities(text).split('\n');
  const lines: PastedLine[] = [];
  let guess: TierRole | undefined;
  for (const [index, line] of raw.entries()) {
    if (line.trim() === '') continue;
    const next = lineOf(line, { number: index + 1, before: raw[index - 1], last: lines.at(-1) });
    if (next.looksLike === 'heading') guess = roleIn(next.words);
    lines.push({ ...next, guess: next.looksLike === 'heading' ? ownRole(next.words) : guess });
  }
  if (lines.length === 0) return refuse({ reason: 'nothing-pasted' });
  return lines.length > mostLines ? refuse({ reason: 'too-long', most: mostLines }) : done(lines);
}

/** What word processors leave behind: other line ends, soft hyphens, characters that cannot be shown. */
function withoutOddities(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/\u00AD/g, '');
  return isReadable(plain) ? plain : [...plain].filter(isReadable).join('');
}

type Surroundings = { number: number; before: string | undefined; last: PastedLine | undefined };

function lineOf(line: string, { number, before, last }: Surroundings): Omit<PastedLine, 'guess'> {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const { words, marker, markers } = withoutMarkers(line.trim());
  const steps = indent.replaceAll('\t', '  ').length;
  const depth = Math.min(6, Math.floor(steps / 2) + Math.max(0, markers - 1));
  const follows = last !== undefined && (before ?? '').trim() !== '';
  return { number, words, marker, depth, looksLike: likeness(words, marker, follows ? last : undefined) };
}

const bullet = /^(?:[•●○◦▪▫■□‣⁃·➢➤►✓✔*§\uF0A7\uF0B7\uF0D8]|[-–—](?=\s)|o(?=\s+\S))\s*/u;
const numbering =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|#{1,6})\s+(?=\S)/u;

function withoutMarkers(line: string): { words: string; marker: string; markers: number } {
  let words = line;
  let markers = 0;
  while (markers < 3) {
    const found = bullet.exec(words) ?? numbering.exec(words);
    // a line that is all bullet is kept as it is
    if (!found || found[0].length === words.length) break;
    words = words.slice(found[0].length);
    markers += 1;
  }
  return { words, marker: line.slice(0, line.length - words.length).trim(), markers };
}

function likeness(words: string, marker: string, above: PastedLine | undefined): PastedLine['looksLike'] {
  if (marker.startsWith('#')) return 'heading';
  const runsOn = above !== undefined && above.looksLike !== 'heading' && !/[.!?:;]["”’)]?$/.test(above.words);
  if (marker === '' && runsOn && /^[\p{Ll}(]/u.test(words)) return 'continuation';
  if (marker !== '') return 'item';
  const short = words.length <= 90 && words.split(/\s+/).length <= 14;
  return short && !/[.!;,]$/.test(words) ? 'heading' : 'paragraph';
}

/** Words that strategies put over their lists, and what the list is then for. The first that fits decides. */
const roleWords: readonly [pattern: RegExp, role: TierRole][] = [
  [/\b(asks?|asked for|we want from)\b/i, 'ask'],
  [/\b(principles?|values?|we will be guided)\b/i, 'principle'],
  [/\b(how (will )?we('ll| will)? know|measures?|measuring|indicators?|made a difference)\b/i, 'indicator'],
  [/\b(vision|ambition for|our promise|mission)\b/i, 'vision'],
  [/\b(what (are we going to|will we|we will|we'll) do|actions?|next steps|making .* real)\b/i, 'action'],
  [/\b(ways? (of|we) work(ing)?|how we (will )?work|practice)\b/i, 'practice'],
  [/\b(programmes?|projects?)\b/i, 'programme'],
  [/\b(priorit(y|ies)|aims?|pillars?|building blocks?)\b/i, 'priority'],
  [/\b(outcomes?|objectives?|goals?|ambitions?|success)\b/i, 'outcome'],
];

function roleIn(words: string): TierRole | undefined {
  return roleWords.find(([pattern]) => pattern.test(words))?.[1];
}

/** "Objective 1 - Equity" is itself an element; "Our priorities" only stands over some. */
function ownRole(words: string): TierRole | undefined {
  return /^\p{L}+ (\d+|[A-Z])\b/u.test(words) ? roleIn(words) : undefined;
}
