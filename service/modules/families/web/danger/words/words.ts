import type { Language } from '#platform/page/words/language.ts';
import { english } from './english.ts';
import { welsh } from './welsh.ts';

/** The same keys as English, each a sentence of its own. */
export type DangerWords = { readonly [Key in keyof typeof english]: string };

/** The words of the page of numbers. */
export function dangerWordsIn(language: Language): DangerWords {
  return language === 'cy' ? welsh : english;
}
