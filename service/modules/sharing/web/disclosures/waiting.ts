import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, sayDay, type Day } from '#platform/kernel/day.ts';
import { recordDueAt } from '../../domain/disclosures/disclosure.ts';
import { sharingThatWaits } from '../../queries/disclosures/sharing-that-waits.ts';
import { sharingPlaces } from '../places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** What of sharing waits: records of emergencies that are owed, demands to sign off, agreements that end. */
export async function sharingWaits(ctx: Ctx): Promise<readonly Waiting[]> {
  const { owed, toSignOff, ending, toReview } = await sharingThatWaits(ctx);
  return [
    ...owed.map(({ entry, overdue, own }) => ({
      title: overdue ? `Overdue: the record of S${entry.number}` : `Write down S${entry.number}`,
      words: `${own ? 'You shared' : 'Somebody shared'} something in an emergency. ${
        overdue
          ? 'Its record was due within a day. It stays here until it is written.'
          : 'Its record is due within a day.'
      }`,
      link: sharingPlaces.complete(entry.number),
      due: dayInEngland(recordDueAt(entry)),
    })),
    ...toSignOff.map(({ number, decidedOn }) => ({
      title: `Sign off what a law demanded: S${number}`,
      words: 'Nothing is given before you have looked. It is given once, and no more than is asked for.',
      link: sharingPlaces.entry(number),
      due: decidedOn,
    })),
    ...ending.map(({ agreement, version }) => ({
      title: `Ends soon: ${version.title}`,
      words: `Agreement SA${agreement.number} ends on ${sayDay(version.endsOn)}. From the next day nothing crosses on it.`,
      link: sharingPlaces.agreement(agreement.number),
      due: version.endsOn,
    })),
    ...toReview.map(({ agreement, version }) => ({
      title: `Look again at: ${version.title}`,
      words: `Agreement SA${agreement.number} was to be reviewed by ${sayDay(version.reviewOn)}.`,
      link: sharingPlaces.agreement(agreement.number),
      due: version.reviewOn,
    })),
  ];
}
