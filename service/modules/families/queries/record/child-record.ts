import { organisationsById } from '#modules/accounts/index.ts';
import { safeFor } from '#platform/access/readable.ts';
import { isFamily, mayRead, type Level, type RecordAccess } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Address, PersonAround } from '../../domain/record/address.ts';
import { titleOf, type Child } from '../../domain/record/child.ts';
import type { EntryGroup, ReadableEntry } from '../../domain/record/entry.ts';
import { addressesOf } from '../../store/record/addresses.ts';
import { entriesOf } from '../../store/record/entries.ts';
import { peopleAroundRows } from '../../store/record/people-around.ts';
import { reached, type Reach } from '../standing/reach.ts';
import { touched } from '../standing/touched.ts';
import { workersAround, type WorkerAround } from '../standing/workers-around.ts';
import { readerOf } from './reader-of.ts';

/** A child's record as one reader may see it. What they may not see has left no trace in it. */
export type ChildRecord = {
  reach: Reach;
  title: string;
  givenNames: string;
  familyName: string;
  knownAs: string;
  bornOn: Day | undefined;
  dueOn: Day | undefined;
  level: Level;
  /** the body that answers for the record */
  owner: string;
  setting: string | undefined;
  version: number;
  addresses: readonly Address[];
  /** who works with the family, whoever leads first */
  workers: readonly WorkerAround[];
  /** family, friends and others whom the record names */
  people: readonly PersonAround[];
  /** what was said, by part, the latest first */
  entries: Readonly<Record<EntryGroup, readonly ReadableEntry[]>>;
  /** there are worries, and nobody has asked yet what is good */
  areStrengthsUnasked: boolean;
};

/** The record of a child as whoever acts may see it, for a purpose; undefined where it looks as though there were none. */
export async function childRecord(
  ctx: Ctx,
  childId: string,
  purpose?: string,
): Promise<ChildRecord | undefined> {
  const found = await reached(ctx, childId, purpose);
  if (!found) return undefined;
  const { reach, child } = found;
  const { access } = reach;
  if (!mayRead(access.name)) return undefined;
  touched(ctx, reach, { act: 'families.record-read', way: 'read' });
  const entries = await entriesFor(ctx, reach);
  return {
    reach,
    title: titleOf(child),
    givenNames: child.givenNames,
    familyName: child.familyName,
    knownAs: child.knownAs,
    bornOn: mayRead(access.birth) ? child.bornOn : undefined,
    dueOn: mayRead(access.birth) ? child.dueOn : undefined,
    level: child.level,
    ...(await bodiesOf(ctx, child, access)),
    version: child.version,
    addresses: await addressesFor(ctx, reach),
    workers: mayRead(access['people-around']) ? await workersAround(ctx, reach) : [],
    people:
      mayRead(access['people-around']) && !isFamily(reach.relationship)
        ? await peopleAroundRows(ctx, child.id)
        : [],
    entries,
    areStrengthsUnasked:
      !isFamily(reach.relationship) &&
      mayRead(access.strengths) &&
      entries.strengths.length === 0 &&
      entries.worries.length > 0,
  };
}

/** What was said of a child, as this reader may read it. */
async function entriesFor(ctx: Ctx, reach: Reach): Promise<ChildRecord['entries']> {
  const safe = safeFor(readerOf(ctx, reach), await entriesOf(ctx, reach.childId));
  const of = (group: EntryGroup) => safe.filter(({ fieldGroup }) => fieldGroup === group);
  return {
    strengths: of('strengths'),
    worries: of('worries'),
    health: of('health'),
    'own-words': of('own-words'),
  };
}

/** Where the child can be reached: a safe address only for whoever is named on it. */
async function addressesFor(ctx: Ctx, { access, childId }: Reach): Promise<Address[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !mayRead(access.contact)) return [];
  return (await addressesOf(ctx, childId)).filter(
    ({ isSafe, named }) => !isSafe || (mayRead(access['safe-contact']) && named.includes(actor.personId)),
  );
}

async function bodiesOf(
  ctx: Ctx,
  child: Child,
  access: RecordAccess,
): Promise<Pick<ChildRecord, 'owner' | 'setting'>> {
  const seesSetting = mayRead(access[child.settingIsSafe ? 'safe-contact' : 'setting']);
  const setting = seesSetting ? child.settingOrganisationId : undefined;
  const ids = [child.ownerOrganisationId, ...(setting === undefined ? [] : [setting])];
  const bodies = await organisationsById(ctx, ids);
  const nameOf = (id: string | undefined) => bodies.find((body) => body.id === id)?.name;
  return { owner: nameOf(child.ownerOrganisationId) ?? '', setting: nameOf(setting) };
}
