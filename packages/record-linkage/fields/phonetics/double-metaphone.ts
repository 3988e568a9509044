import { joinedName } from '../name.ts';
import { soundOf } from './metaphone-letters.ts';
import { Word } from './metaphone-word.ts';

/** How many sounds a code has at most. */
const longest = 4;

/**
 * Double Metaphone of a name: how it sounds, in up to four letters, and after a space how else it may sound where that
 * differs. Two names that share a code sound alike. Undefined where the name has no letter from A to Z or no sound.
 * Source: L. Philips, The double metaphone search algorithm, C/C++ Users Journal 18 (6) (2000).
 */
export function doubleMetaphone(text: string): string | undefined {
  const letters =
    joinedName(text)
      ?.replace(/[^a-z]/g, '')
      .toUpperCase() ?? '';
  const word = new Word(letters);
  let [first, second] = ['', ''];
  let at = word.has(0, 'GN', 'KN', 'PN', 'WR', 'PS') ? 1 : 0;
  while (at < letters.length && (first.length < longest || second.length < longest)) {
    if (word.vowel(at)) {
      if (at === 0) [first, second] = ['A', 'A'];
      at += 1;
      continue;
    }
    const [one, other, taken] = soundOf[word.letter(at)]?.(word, at) ?? ['', '', 1];
    first += one;
    second += other;
    at += taken;
  }
  const codes = new Set([first.slice(0, longest), second.slice(0, longest)].filter((code) => code !== ''));
  return codes.size === 0 ? undefined : [...codes].join(' ');
}

/** Whether two names share a code of Double Metaphone. */
export function soundAlike(left: string, right: string): boolean {
  const codes = new Set(doubleMetaphone(left)?.split(' '));
  return (doubleMetaphone(right)?.split(' ') ?? []).some((code) => codes.has(code));
}
