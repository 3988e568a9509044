import { organisationsById } from '#modules/accounts/index.ts';
import type { Relationship } from '#platform/access/record-policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Child } from '../../domain/record/child.ts';
import { childrenById } from '../../store/record/children.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';
import { bestReach, type Reach } from '../standing/reach.ts';

export type Exportable = { child: Child; reach: Reach };

/** By which ways of standing a record can be in a file: never by an emergency, nor by an answer about oneself. */
const byStanding: readonly Relationship[] = ['lead-worker', 'team-around', 'supervisor', 'setting-lead'];

export type ExportScope = { purpose?: string; settingOrganisationId?: Id<'organisation'> | undefined };

/** Whose records whoever acts could have in a file: those they may read for the purpose, and never a closed one. */
export async function exportable(
  ctx: Ctx,
  { purpose, settingOrganisationId }: ExportScope,
): Promise<Exportable[]> {
  if (ctx.actor.kind !== 'person') return [];
  const standings = await standingsOfPerson(ctx, ctx.actor.personId);
  const children = await childrenById(ctx, [...new Set(standings.map(({ childId }) => childId))]);
  const found: Exportable[] = [];
  for (const child of children) {
    if (child.level === 'closed') continue;
    if (settingOrganisationId !== undefined && openSetting(child) !== settingOrganisationId) continue;
    const own = standings.filter(({ childId, kind }) => childId === child.id && byStanding.includes(kind));
    const reach = await bestReach(ctx, { child, standings: own, purpose });
    if (reach && !leavesOtherwise(child, reach)) found.push({ child, reach });
  }
  return found;
}

/** To another body a record leaves only for what its line of the sharing ledger says. */
function leavesOtherwise({ ownerOrganisationId }: Child, { standing, purpose }: Reach): boolean {
  return standing.organisationId !== ownerOrganisationId && standing.purpose !== purpose;
}

/** Where a child goes, unless that is a safe place: a choice of it would tell. */
function openSetting({ settingIsSafe, settingOrganisationId }: Child): Id<'organisation'> | undefined {
  return settingIsSafe ? undefined : settingOrganisationId;
}

/** What stands on the page where a file is asked for: how many records it could hold, and of which settings. */
export async function exportChoices(
  ctx: Ctx,
): Promise<{ records: number; settings: readonly { id: string; name: string }[] }> {
  const found = await exportable(ctx, {});
  const ids = [...new Set(found.flatMap(({ child }) => openSetting(child) ?? []))];
  const bodies = await organisationsById(ctx, ids);
  const settings = bodies.map(({ id, name }) => ({ id, name }));
  return {
    records: found.length,
    settings: settings.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}
