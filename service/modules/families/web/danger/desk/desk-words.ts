import type { Act, Danger, WayToTell } from '../../../domain/danger/concern.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { WorkRefusal } from '../../../actions/danger/work-on-concern.ts';

/** What a reader can do with a concern. */
export type Work = 'act' | 'hand' | 'link';

export const wayWords: Readonly<Record<WayToTell, string>> = {
  anybody: 'by somebody',
  child: 'on the form for children and young people',
  'at-work': 'by somebody who works with children',
};

export const dangerWords: Readonly<Record<Danger, string>> = {
  yes: 'Somebody is in danger now, the sender said',
  no: 'Nobody is in danger now, the sender said',
  'not-known': 'The sender did not say whether somebody is in danger now',
};

export const actWords: Readonly<Record<Act, string>> = {
  rang: 'Rang the sender, the family or whoever knows the child',
  'social-care': 'Passed to children’s social care',
  police: 'Passed to the police',
  'early-help': 'Offered help early, with the family',
  setting: 'Passed to the lead of the child’s school or service',
  'no-further': 'No further action, and why',
};

export const workRefusals: WordsFor<WorkRefusal> = {
  'not-allowed': () => 'You cannot do this',
  'concern-missing': () => 'It is not here any more',
  'changed-meanwhile': () =>
    'A colleague wrote something while you were writing. It stands above; your own words are still in the form',
  'no-such-reader': () => 'Choose somebody who is named to read',
  'child-missing': () => 'Choose a child from the list',
};
