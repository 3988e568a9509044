import { english } from './english.ts';
import { welsh } from './welsh.ts';
import type { Words } from './words.ts';

export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

const words: Readonly<Record<Language, Words>> = { en: english, cy: welsh };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return words[language];
}

/** Reads a language from a cookie or an address; English where it is none of ours. */
export function languageFrom(text: string | undefined): Language {
  return languages.find((language) => language === text) ?? 'en';
}
