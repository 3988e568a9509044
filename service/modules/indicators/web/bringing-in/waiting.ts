import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { importsWaiting } from '../../queries/imports.ts';
import { sayFormat } from './import-words.ts';
import { importPlaces } from './places.ts';

/** Files that were read and wait for a yes, for those who may say it. */
export async function importsThatWait(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string }[]> {
  if (!allowed(ctx.actor, bringInFigures)) return [];
  const [first, ...others] = await importsWaiting(ctx);
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
