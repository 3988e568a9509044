import type { Written } from './written.ts';

/** The three texts of a report card that turns the curve: why the line goes as it does, what would turn it, and who does it. */
export const storyParts = ['behind-the-line', 'what-works', 'partners'] as const;

export type StoryPart = (typeof storyParts)[number];

/** One of them, as it stands. */
export type StoryText = Written & { part: StoryPart; words: string };

export type Story = { readonly [Part in StoryPart]: StoryText | undefined };

export function storyFrom(texts: readonly StoryText[]): Story {
  const of = (part: StoryPart) => texts.find((one) => one.part === part);
  return {
    'behind-the-line': of('behind-the-line'),
    'what-works': of('what-works'),
    partners: of('partners'),
  };
}

/** For people: how each part is called, what it asks, and what stands there before anybody has written. */
export const storyWords: {
  readonly [Part in StoryPart]: { title: string; asks: string; empty: string };
} = {
  'behind-the-line': {
    title: 'The story behind the line',
    asks: 'Why does the line go as it does? What pushes it up, what holds it down, and what do we not know yet?',
    empty: 'Nobody has told the story yet: what pushes this number up, and what holds it down.',
  },
  'what-works': {
    title: 'What works',
    asks: 'What would turn the line: what has been shown to work, here or elsewhere, and what costs little or nothing?',
    empty: 'Here will be what would turn the line, with how it is known.',
  },
  partners: {
    title: 'Our partners’ part',
    asks: 'Who has a part in turning it, and what does each of them do?',
    empty: 'Here will be who has a part in it, and what each of them does.',
  },
};

export const longestStory = 8000;
