import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindAnswers } from '../../domain/danger/kind-answers.ts';
import { dangerAnswers, safeAnswers, tellWords } from './tell-words.ts';
import { english } from './words/english.ts';

const oldest = 9;

test(`R64: the words for anybody and for children are read at ${oldest} years or younger, in short sentences`, () => {
  const { child, anybody } = tellWords;
  const said: Readonly<Record<string, readonly string[]>> = {
    'the page of numbers': Object.values(english).filter((words) => words !== english.language),
    'the form for children': Object.values(child),
    'the form for anybody': Object.values(anybody),
    'the answers': [...dangerAnswers, ...safeAnswers].map(({ text }) => text),
    'what a sender reads': kindAnswers,
  };
  for (const [name, all] of Object.entries(said)) {
    const sentences = all.flatMap(sentencesOf);
    assert.ok(readingAge(sentences) <= oldest, `${name}: ${readingAge(sentences).toFixed(1)} years`);
    for (const sentence of sentences) assert.ok(sentence.length <= 20, `${name}: ${sentence.join(' ')}`);
  }
});

test('the measure tells a hard text from an easy one', () => {
  assert.ok(readingAge(sentencesOf('He hit me. I ran home. My dog was there.')) < 7);
  const hard =
    'Multi-agency safeguarding arrangements necessitate proportionate information governance considerations throughout.';
  assert.ok(readingAge(sentencesOf(hard)) > 16);
});

function sentencesOf(text: string): string[][] {
  return text
    .split(/[.?!:,](?:\s|$)/)
    .map((part) => part.match(/[\p{L}’'-]+/gu) ?? [])
    .filter((words) => words.length > 0);
}

/** Flesch and Kincaid's grade (1975) and the five years before school, over all sentences together. */
function readingAge(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/** Groups of vowels, without a silent e at the end. */
function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^aeiouy]ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}
