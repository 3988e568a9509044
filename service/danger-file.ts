import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { frontDoor } from '#modules/families/index.ts';
import { stillPage } from '#modules/families/web/danger/still-page.ts';
import type { Brand } from '#platform/page/brand.ts';
import type { Ground } from './open-service.ts';

/**
 * Reads whom to ring, so that error pages know it from the start, and keeps it as a file beside the uploads: a proxy shows
 * that file while the service itself is away.
 */
export async function keepDangerFile(
  { config, partnershipId, transactions }: Pick<Ground, 'config' | 'partnershipId' | 'transactions'>,
  brand: Brand,
): Promise<void> {
  const who = { actor: { kind: 'service' as const, name: 'start' }, partnershipId };
  const { door } = await transactions.inTransaction(who, 'read', frontDoor);
  await writeFile(resolve(config.directory, 'danger.html'), stillPage(brand.name, door));
}
