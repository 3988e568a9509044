import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland, type Day } from '#platform/kernel/day.ts';
import { takenUntil } from '../../domain/exports/export.ts';
import { exportsThatWait } from '../../queries/exports/exports-that-wait.ts';
import { familyPlaces } from '../places.ts';

type Waiting = { title: string; words: string; link: string; due?: Day | undefined };

/** Files of records that wait: for a yes or no of whoever approves, and to be taken by whoever asked. It names no child. */
export async function exportsWait(ctx: Ctx): Promise<readonly Waiting[]> {
  const { toDecide, toTake } = await exportsThatWait(ctx);
  return [
    ...toDecide.map(({ id, askedByName, records }) => ({
      title: 'Somebody asks for a file of records',
      words: `${askedByName} asks for a file of ${records === 1 ? 'one record' : `${records} records`}. Say yes or no.`,
      link: `${familyPlaces.exportDesk}#export-${id}`,
    })),
    ...toTake.map(({ id, decided }) => ({
      title: 'A file of records can be taken',
      words: 'It was approved. You can take it once, within a day.',
      link: familyPlaces.takeExport(id),
      due: decided && dayInEngland(takenUntil(decided.at)),
    })),
  ];
}
