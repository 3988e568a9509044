import { organisationsById, people } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { askBeyond } from '../../domain/permissions.ts';
import {
  checkAsk,
  mostAsksADay,
  mostToldADay,
  type AskRefusal,
  type AskWords,
} from '../../domain/search/ask-about.ts';
import { countAsk, keepAsk, pointsTo, toldToday, type PointerRow } from '../../store/search/asks.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';
import { tellOfSearches } from './tell-of-searches.ts';

/** That somebody helps a child already, and whom to ring: nothing else. */
export type Pointer = {
  childId: string;
  organisation: string;
  lead: { name: string; job: string } | undefined;
  /** it can be opened in an emergency */
  isProtected: boolean;
};

export type AskAboutChildRefusal = NotAllowed | AskRefusal | { reason: 'too-many-today'; most: number };

type Person = Extract<Actor, { kind: 'person' }>;

/**
 * Asks whether somebody helps a child already. It takes two identifiers and a reason, answers with at most twenty
 * records in a day and says of each only whom to ring. Whoever asks more often is heard of at once.
 */
export async function askAboutChild(
  ctx: Ctx,
  words: AskWords,
): Promise<Outcome<readonly Pointer[], AskAboutChildRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, askBeyond)) return refuse({ reason: 'not-allowed' });
  const checked = checkAsk(words);
  if (!checked.done) return checked;
  const asks = await countAsk(ctx, actor.personId);
  if (asks > mostAsksADay) return tooMany(ctx, actor);
  const { familyKey, givenKey, bornOn, reason } = checked.value;
  const own = await standingsOfPerson(ctx, actor.personId);
  const found = (await pointsTo(ctx, familyKey, bornOn))
    .filter((row) => givenKey === '' || row.givenKey.startsWith(givenKey))
    .filter((row) => !own.some(({ childId }) => childId === row.childId));
  const before = await toldToday(ctx, actor.personId);
  const after = new Set([...before, ...found.map(({ childId }) => childId)]);
  if (after.size > mostToldADay) return tooMany(ctx, actor);
  await keepAsk(ctx, { personId: actor.personId, reason, told: found.map(({ childId }) => childId) });
  for (const { childId } of found)
    ctx.audit({
      act: 'families.told-that-known',
      way: 'read',
      subject: { kind: 'child', id: childId },
      relationship: 'none',
      purpose: 'direct-help',
      values: { reason },
    });
  return done(await pointersOf(ctx, found));
}

async function tooMany(ctx: Ctx, actor: Person): Promise<Outcome<readonly Pointer[], AskAboutChildRefusal>> {
  await tellOfSearches(ctx, actor);
  return refuse({ reason: 'too-many-today', most: mostAsksADay });
}

async function pointersOf(ctx: Ctx, found: readonly PointerRow[]): Promise<Pointer[]> {
  if (found.length === 0) return [];
  const bodies = await organisationsById(
    ctx,
    found.map(({ ownerOrganisationId }) => ownerOrganisationId),
  );
  const everybody = await people(ctx);
  return found.map((row) => {
    const lead = everybody.find(({ id }) => id === row.leadPersonId);
    return {
      childId: row.childId,
      organisation: bodies.find(({ id }) => id === row.ownerOrganisationId)?.name ?? '',
      lead: lead && { name: lead.name, job: lead.job },
      isProtected: row.isProtected,
    };
  });
}
