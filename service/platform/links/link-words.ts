import { dayInEngland, sayDay } from '../kernel/day.ts';
import type { WordsFor } from '../kernel/outcome.ts';
import type { LinkState } from './link.ts';
import type { AnewRefusal, CodeRefusal, HandOnRefusal } from './links.ts';

/** What became of a link, in its title and below it. */
export const overWords: {
  readonly [State in Exclude<LinkState, 'open'>]: { title: string; words: (at: Date) => string };
} = {
  used: {
    title: 'This has been answered',
    words: (at) => `It was answered with this link on ${day(at)}.`,
  },
  expired: {
    title: 'This link is too old',
    words: (at) => `It worked until ${day(at)}. You can have a new one: it goes to the same address.`,
  },
  replaced: {
    title: 'There is a newer link',
    words: (at) => `A newer letter took the place of this one on ${day(at)}. Open the link in that one.`,
  },
  withdrawn: {
    title: 'This link was taken back',
    words: (at) => `Whoever asked took it back on ${day(at)}. Nothing is asked of you any more.`,
  },
  'handed-on': {
    title: 'This was handed on',
    words: (at) => `It was handed on to a colleague on ${day(at)}, who has a link of their own.`,
  },
};

export const codeWords: WordsFor<CodeRefusal> = {
  'too-many-codes': () => 'We sent several codes already. Wait an hour, or ask whoever sent you the letter',
  'code-wrong': ({ left }) =>
    left > 0
      ? `That is not the code in our newest letter. You can try ${left === 1 ? 'once' : `${left} times`} more`
      : 'That code no longer works. Have a new one sent',
  'not-opened': () => 'Open the link in your letter again',
  'link-over': ({ how, at }) => overWords[how].words(at),
};

export const anewWords: WordsFor<AnewRefusal> = {
  'not-again': ({ how }) =>
    how === 'withdrawn'
      ? 'This link was taken back: nothing is asked of you any more'
      : 'This was handed on to a colleague, who has a link of their own',
  'too-many-links': () =>
    'We sent several links today already. Look for the newest letter, or come back tomorrow',
};

export const handOnWords: WordsFor<HandOnRefusal> = {
  'no-address': () => 'Enter an e-mail address, such as name@organisation.example',
  'other-organisation': () =>
    'We can only tell that somebody is a colleague by the part after the @. Ask whoever sent you the letter to send them one',
  'same-address': () => 'This is the address that the link was sent to already',
  'not-opened': () => 'Open the link in your letter again',
  'link-over': ({ how, at }) => overWords[how].words(at),
};

function day(at: Date): string {
  return sayDay(dayInEngland(at));
}
