import type { Posted } from '#platform/forms/fields.ts';
import {
  betterOffKinds,
  betterOffWords,
  concerns,
  concernWords,
  levels,
  levelWords,
  questions,
  questionWords,
  type MeasureCard,
} from '../../domain/report/measure-card.ts';
import type { BothWords } from './both-versions.tsx';

/** What two people say of one measure, field by field. */
export function bothCards(theirs: MeasureCard | undefined, posted: Posted): readonly BothWords[] {
  const mine = (name: string) => posted[name] ?? [];
  const day = ['year', 'month', 'day'].map((part) => (mine(`nextOn-${part}`)[0] ?? '').padStart(2, '0'));
  return [
    {
      name: 'Of whom it speaks',
      theirs: named(concerns, concernWords, [theirs?.concerns ?? '']),
      mine: named(concerns, concernWords, mine('concerns')),
    },
    {
      name: 'What it asks',
      theirs: named(questions, questionWords, [theirs?.asks ?? '']),
      mine: named(questions, questionWords, mine('asks')),
    },
    {
      name: 'In what way better off',
      theirs: named(betterOffKinds, betterOffWords, theirs?.betterOff ?? []),
      mine: named(betterOffKinds, betterOffWords, mine('betterOff')),
    },
    {
      name: 'For whom',
      theirs: named(levels, levelWords, theirs?.levels ?? []),
      mine: named(levels, levelWords, mine('levels')),
    },
    { name: 'Owner', theirs: theirs?.owner ?? '', mine: mine('owner')[0] ?? '' },
    {
      name: 'Next figure',
      theirs: theirs?.nextOn ?? '',
      mine: day.every((part) => part === '00') ? '' : day.join('-'),
    },
  ];
}

function named<Key extends string>(
  keys: readonly Key[],
  words: { readonly [Each in Key]: string },
  chosen: readonly string[],
): string {
  return keys
    .filter((key) => chosen.includes(key))
    .map((key) => words[key])
    .join('\n');
}
