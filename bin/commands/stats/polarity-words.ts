import { WrongUse } from '../../command-line/command.ts';
import { polarityOfNumber, type Polarity } from '#packages/statistics';
import { numberIn } from './cells.ts';
import type { Asked, Group } from './method.ts';

/** How people and publishers say which way is good. */
const words: ReadonlyMap<string, Polarity> = new Map([
  ['increase', 'high-is-good'],
  ['high', 'high-is-good'],
  ['higher', 'high-is-good'],
  ['highisgood', 'high-is-good'],
  ['raghighisgood', 'high-is-good'],
  ['decrease', 'low-is-good'],
  ['low', 'low-is-good'],
  ['lower', 'low-is-good'],
  ['lowisgood', 'low-is-good'],
  ['raglowisgood', 'low-is-good'],
  ['neutral', 'no-judgement'],
  ['none', 'no-judgement'],
  ['nojudgement', 'no-judgement'],
  ['notapplicable', 'not-applicable'],
]);

/** Which way is good, as an option or its column says it; no judgement where neither does. */
export function polarityFrom(asked: Asked, option: string, group: Group): Polarity {
  const said = asked.setting(option, group);
  if (said === undefined) return 'no-judgement';
  const id = numberIn(said);
  // Fingertips adds its number in brackets
  const plain = said
    .toLowerCase()
    .replace(/\(.*\)/, '')
    .replaceAll(/[^a-z]/g, '');
  const polarity = id === undefined ? words.get(plain) : polarityOfNumber(id);
  if (polarity !== undefined) return polarity;
  throw new WrongUse(
    `--${option} is increase (or high-is-good), decrease (or low-is-good), neutral (or no-judgement) or not-applicable, or the name of a column; not “${said}”.`,
  );
}
