import type { ImpactWords } from '#modules/delivery/index.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Day } from '#platform/kernel/day.ts';
import { inDays } from './years.ts';

/** What several invented changes do to the same families at once. */
export function impacts(
  today: Day,
  actions: ReadonlyMap<string, { id: Id<'action'> }>,
): readonly ImpactWords[] {
  const ours = (name: string) => ({
    actionId: actions.get(name)?.id,
    organisationKey: '',
    words: '',
    from: undefined,
  });
  const theirs = (organisationKey: string, words: string, days: number) => ({
    actionId: undefined,
    organisationKey,
    words,
    from: inDays(today, days),
  });
  return [
    {
      families: 'Families on low pay in Dunmarsh',
      concerns: ['low-income', 'countryside'],
      whatHappens:
        'A breakfast and a bus home save about £30 a month. Rent goes up by £26 in the same month, and the school coat grant ends.',
      direction: 'both',
      whatWeDo:
        'Hearth and Harbour begins the rise in June, after the grant’s last payment; the hub rings every family first.',
      ownerName: 'Priya Ramanathan',
      review: inDays(today, 45),
      changes: [
        ours('bus'),
        ours('breakfast'),
        theirs('hearth-and-harbour', 'Rents rise by four in a hundred', 60),
        theirs('education-and-inclusion', 'The grant for school coats ends', 50),
      ],
    },
    {
      families: 'Young people in Gullhaven who wait for help with their minds',
      concerns: ['disability', 'low-income'],
      whatHappens:
        'The clinic by the harbour closes for repairs just as the Saturday group rests and no school worker has begun.',
      direction: 'harms',
      whatWeDo: 'Wayfinders opens its room on Tuesdays; the trust pays the fare to Coppermouth.',
      ownerName: 'Dr Folasade Adeyemi',
      review: inDays(today, 14),
      changes: [
        ours('workers'),
        ours('while-you-wait'),
        theirs('community-health-trust', 'The clinic closes for six weeks', 7),
      ],
    },
  ];
}
