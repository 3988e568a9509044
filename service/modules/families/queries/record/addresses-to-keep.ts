import { mayRead } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Address } from '../../domain/record/address.ts';
import { titleOf } from '../../domain/record/child.ts';
import { addressesOf } from '../../store/record/addresses.ts';
import { reached, type Reach } from '../standing/reach.ts';
import { touched } from '../standing/touched.ts';
import { workersAround, type WorkerAround } from '../standing/workers-around.ts';

/** What the page stands on where addresses are kept. */
export type AddressesToKeep = {
  reach: Reach;
  title: string;
  addresses: readonly Address[];
  workers: readonly WorkerAround[];
};

/** Where a child can be reached, for whoever keeps it; undefined where it looks as though there were no such child. */
export async function addressesToKeep(ctx: Ctx, childId: string): Promise<AddressesToKeep | undefined> {
  const found = await reached(ctx, childId);
  const { actor } = ctx;
  if (!found || actor.kind !== 'person' || found.reach.access.contact !== 'write') return undefined;
  const { reach, child } = found;
  touched(ctx, reach, { act: 'families.addresses-read', way: 'read' });
  const addresses = (await addressesOf(ctx, child.id)).filter(
    ({ isSafe, named }) =>
      !isSafe || (mayRead(reach.access['safe-contact']) && named.includes(actor.personId)),
  );
  return { reach, title: titleOf(child), addresses, workers: await workersAround(ctx, reach) };
}
