import { threadsAbove, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Action } from '../../domain/action.ts';
import { mayClose, type Finding } from '../../domain/finding.ts';
import { findingAsSeen, mayKeepKind, ownsFinding, seesWhole } from '../../domain/findings/finding-as-seen.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { actionAsSeen } from '../../domain/who-sees.ts';
import { actionsOfFindings } from '../../store/actions.ts';
import { findingByNumber } from '../../store/findings.ts';
import { findingNotesOf, type FindingNote } from '../../store/findings/finding-notes.ts';
import type { Loose } from '../../domain/plan/came-loose.ts';
import { actionsSeen } from '../plan/actions-seen.ts';
import { looseOfOne, organisationNames } from '../plan/standing.ts';

/** A finding with what it hangs on, what answers it and what was said, as one person sees it. */
export type FindingView = {
  finding: Finding;
  thread: ThreadAbove | undefined;
  actions: readonly Action[];
  notes: readonly FindingNote[];
  /** what it hung on and hangs on no more; nothing of one that is closed */
  loose: readonly Loose[];
  organisations: ReadonlyMap<string, string>;
  /** what this person may do with it */
  may: { write: boolean; note: boolean; mend: boolean; close: boolean; reopen: boolean; act: boolean };
  /** whether it is theirs: whoever owns it reads why somebody else closes it */
  isOwn: boolean;
};

/** The finding with this number; undefined where there is none. */
export async function findingView(ctx: Ctx, number: number): Promise<FindingView | undefined> {
  const stored = await findingByNumber(ctx, number);
  if (!stored) return undefined;
  const answering = await actionsSeen(ctx, await actionsOfFindings(ctx, [stored.id]));
  const actions = answering.map((one) => actionAsSeen(ctx.actor, one));
  return {
    finding: findingAsSeen(ctx.actor, stored),
    thread: (await threadsAbove(ctx, stored.element))[0],
    actions,
    notes: seesWhole(ctx.actor, stored) ? await findingNotesOf(ctx, [stored.id]) : [],
    loose: stored.state === 'closed' ? [] : await looseOfOne(ctx, stored),
    organisations: await organisationNames(
      ctx,
      [stored, ...actions].map(({ owner }) => owner.organisationKey),
    ),
    may: mayOf(ctx, stored),
    isOwn: ownsFinding(stored, ctx.actor),
  };
}

function mayOf({ actor }: Ctx, finding: Finding): FindingView['may'] {
  const keeps = mayKeepKind(actor, finding.kind);
  const own = ownsFinding(finding, actor);
  const { state } = finding;
  return {
    write: keeps && state !== 'closed',
    note: keeps || own,
    mend: (keeps || own) && state === 'open',
    close: keeps && state === 'ready' && mayClose(finding, actor),
    reopen: keeps && state !== 'open',
    act: allowed(actor, keepPlan) && state !== 'closed',
  };
}

/** A finding as its form begins: for whoever may write it; undefined where there is none for them. */
export async function findingToChange(ctx: Ctx, number: number): Promise<Finding | undefined> {
  const stored = await findingByNumber(ctx, number);
  return stored && mayKeepKind(ctx.actor, stored.kind) ? stored : undefined;
}
