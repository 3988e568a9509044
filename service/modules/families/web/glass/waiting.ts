import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { glassWaits, type GlassWaiting } from '../../queries/glass/glass-waits.ts';
import { familyPlaces } from '../places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

const words: Readonly<Record<GlassWaiting['what'], { title: string; words: (who: string) => string }>> = {
  review: {
    title: 'A protected record was opened',
    words: (who) => `${who} opened it in an emergency. Look whether that was right.`,
  },
  told: {
    title: 'A record that you lead was opened',
    words: (who) => `${who} opened it in an emergency. Somebody will look at why; you may want to ring them.`,
  },
  alarm: {
    title: 'Somebody asks about many children',
    words: (who) => `${who} asked about more children in a day than anybody’s work needs.`,
  },
};

/** What waits about emergencies and about asking. It names no child. */
export async function glassWait(ctx: Ctx): Promise<readonly Waiting[]> {
  return (await glassWaits(ctx)).map(({ what, key, who, due }) => ({
    title: words[what].title,
    words: words[what].words(who),
    link: `${familyPlaces.glass}#${what === 'alarm' ? 'alarm' : 'opening'}-${key}`,
    due,
  }));
}
