import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { decideOnTies } from '../../actions/measure-map/choose-strategy.ts';
import type { Batch } from '../../domain/bringing-in/batch.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { importsWaiting } from '../../queries/imports.ts';
import { sayFormat } from './import-words.ts';
import { importPlaces } from './places.ts';

/** Files that were read and wait for a yes, for those who may say it: to a map of measures, those who edit strategies. */
export async function importsThatWait(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string }[]> {
  const mayBringIn = allowed(ctx.actor, bringInFigures);
  const mayTie = allowed(ctx.actor, decideOnTies);
  if (!mayBringIn && !mayTie) return [];
  const waiting = await importsWaiting(ctx);
  return [
    ...(mayBringIn ? filesThatWait(waiting.filter((file) => !isMap(file))) : []),
    ...(mayTie ? waiting.filter(isMap).map(mapThatWaits) : []),
  ];
}

type Waiting = { title: string; words: string; link: string };

function isMap({ format }: Batch): boolean {
  return format === 'measure-map';
}

function mapThatWaits({ id, fileName, madeByName }: Batch): Waiting {
  return {
    title: 'A map of measures waits for your yes',
    words: `${fileName}, handed in by ${madeByName}. See which measures it would tie to the strategy.`,
    link: importPlaces.one(id),
  };
}

function filesThatWait([first, ...others]: readonly Batch[]): Waiting[] {
  if (!first) return [];
  if (others.length > 0)
    return [
      {
        title: `${others.length + 1} files wait for your yes`,
        words: `${first.fileName} and ${others.length} more were read. See what they would change.`,
        link: importPlaces.all,
      },
    ];
  return [
    {
      title: 'A file waits for your yes',
      words: `${first.fileName} was read (${sayFormat(first.format)}). See what it would change.`,
      link: importPlaces.one(first.id),
    },
  ];
}
