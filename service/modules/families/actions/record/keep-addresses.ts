import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Address, AddressKind } from '../../domain/record/address.ts';
import { reached, type Reach } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { keepAddressRow, lockAddress } from '../../store/record/addresses.ts';
import { standingsRound } from '../../store/standing/standings.ts';

export type AddressWords = {
  kind: AddressKind;
  words: string;
  isSafe: boolean;
  /** who may read it where it is safe; whoever writes it always may */
  named: readonly string[];
};

export type KeepAddressRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'words-missing' }
  | { reason: 'address-missing' }
  | { reason: 'changed-meanwhile'; theirs: Address };

type Given = { childId: string; addressId?: string | undefined; seen: number; words: AddressWords };

/** Adds an address or changes one, unless somebody changed it first. Only workers round the child can be named on it. */
export async function keepAddress(
  ctx: Ctx,
  given: Given,
): Promise<Outcome<Id<'address'>, KeepAddressRefusal>> {
  const found = await reached(ctx, given.childId);
  if (!found || ctx.actor.kind !== 'person') return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  if (!mayKeep(reach, given.words.isSafe)) return refuse({ reason: 'not-allowed' });
  const words = given.words.words.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  const before = await beforeOf(ctx, child.id, given.addressId);
  if (given.addressId !== undefined && !before) return refuse({ reason: 'address-missing' });
  if (before && before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const round = await standingsRound(ctx, child.id);
  const workers = round.filter(({ kind }) => kind !== 'the-child' && kind !== 'parent');
  const named = workers.filter(({ personId }) => given.words.named.includes(personId));
  const id = before?.id ?? ctx.newId<'address'>();
  await keepAddressRow(ctx, {
    id,
    childId: child.id,
    kind: given.words.kind,
    words,
    isSafe: given.words.isSafe,
    named: given.words.isSafe
      ? [...new Set([ctx.actor.personId, ...named.map(({ personId }) => personId)])]
      : [],
    version: (before?.version ?? 0) + 1,
  });
  touched(ctx, reach, {
    act: 'families.address-written',
    way: 'written',
    part: { kind: 'address', id },
    values: { words },
  });
  return done(id);
}

function mayKeep({ access }: Reach, isSafe: boolean): boolean {
  return access[isSafe ? 'safe-contact' : 'contact'] === 'write';
}

async function beforeOf(
  ctx: Ctx,
  childId: Id<'child'>,
  given: string | undefined,
): Promise<Address | undefined> {
  const addressId = given === undefined ? undefined : idFrom<'address'>(given);
  return addressId && (await lockAddress(ctx, { childId, addressId }));
}
