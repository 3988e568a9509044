import type { ImpactWords } from '#modules/delivery/index.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Day } from '#platform/kernel/day.ts';
import { families } from './invented.ts';
import { inDays } from './years.ts';

type Actions = ReadonlyMap<string, { id: Id<'action'> }>;

/** What several invented changes do to the same families at once. */
export function impacts(today: Day, actions: Actions): readonly ImpactWords[] {
  return [inDunmarsh(today, actions), inGullhaven(today, actions)];
}

function inDunmarsh(today: Day, actions: Actions): ImpactWords {
  return {
    families: families.low,
    concerns: ['low-income', 'countryside'],
    whatHappens:
      'A breakfast and a bus home save about £30 a month. Rent goes up by £26 in the same month, and the school coat grant ends.',
    direction: 'both',
    whatWeDo:
      'Hearth and Harbour begins the rise in June, after the grant’s last payment; the hub rings every family first.',
    ownerName: 'Priya Ramanathan',
    review: inDays(today, 45),
    changes: [
      ours(actions, 'bus'),
      ours(actions, 'breakfast'),
      theirs('hearth-and-harbour', 'Rents rise by four in a hundred', inDays(today, 60)),
      theirs('education-and-inclusion', 'The grant for school coats ends', inDays(today, 50)),
    ],
  };
}

function inGullhaven(today: Day, actions: Actions): ImpactWords {
  return {
    families: 'Young people in Gullhaven who wait for help with their minds',
    concerns: ['disability', 'low-income'],
    whatHappens:
      'The clinic by the harbour closes for repairs just as the Saturday group rests and no school worker has begun.',
    direction: 'harms',
    whatWeDo: 'Wayfinders opens its room on Tuesdays; the trust pays the fare to Coppermouth.',
    ownerName: 'Dr Folasade Adeyemi',
    review: inDays(today, 14),
    changes: [
      ours(actions, 'workers'),
      ours(actions, 'while-you-wait'),
      theirs('community-health-trust', 'The clinic closes for six weeks', inDays(today, 7)),
    ],
  };
}

function ours(actions: Actions, name: string) {
  return { actionId: actions.get(name)?.id, organisationKey: '', words: '', from: undefined };
}

function theirs(organisationKey: string, words: string, from: Day) {
  return { actionId: undefined, organisationKey, words, from };
}
