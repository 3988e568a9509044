import { joinedName } from '../name.ts';

/** The digit of each letter from a to z; 0 for a vowel, which parts two like letters, 9 for H and W, which do not. */
const codes = '01230129022455012623019202';

/**
 * Soundex of a name: its first letter and three digits, as the United States National Archives write it. Letters of
 * one digit that stand together count once, also across H or W, and also with the first letter; a vowel parts them.
 * Undefined where the name does not begin with a letter from A to Z.
 * Source: National Archives and Records Administration, The Soundex Indexing System (30 May 2007).
 */
export function soundex(text: string): string | undefined {
  const letters = joinedName(text)?.replace(/[^a-z]/g, '') ?? '';
  if (letters === '') return undefined;
  let sounds = '';
  let last = codeOf(letters, 0);
  for (let at = 1; at < letters.length && sounds.length < 3; at += 1) {
    const code = codeOf(letters, at);
    if (code === '9') continue;
    if (code !== '0' && code !== last) sounds += code;
    last = code;
  }
  return `${letters.charAt(0).toUpperCase()}${sounds.padEnd(3, '0')}`;
}

function codeOf(letters: string, at: number): string {
  return codes[letters.charCodeAt(at) - 97] ?? '0';
}
