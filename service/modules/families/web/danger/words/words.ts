import type { Language } from '#platform/page/words/language.ts';
import { english, type DangerWords } from './english.ts';
import { welsh } from './welsh.ts';

/** The words of the page of numbers. */
export function dangerWordsIn(language: Language): DangerWords {
  return language === 'cy' ? welsh : english;
}
