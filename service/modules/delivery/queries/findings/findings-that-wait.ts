import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { mayClose, type Finding } from '../../domain/finding.ts';
import { mayKeepKind, ownsFinding } from '../../domain/findings/finding-as-seen.ts';
import { isLateFinding } from '../../domain/findings/finding-course.ts';
import { keepFindings } from '../../domain/permissions.ts';
import { allFindings } from '../../store/findings.ts';
import { findingNotesOf } from '../../store/findings/finding-notes.ts';
import { nameOfActor } from '#platform/kernel/context.ts';

/** What waits for this person among findings. */
export type FindingsThatWait = {
  /** their own, past the day */
  late: readonly Finding[];
  /** mended, and not theirs to have mended */
  toClose: readonly Finding[];
  /** for whoever keeps findings: how many are late whose owner cannot sign in */
  lateElsewhere: number;
};

export async function findingsThatWait(ctx: Ctx): Promise<FindingsThatWait> {
  const { actor, today } = ctx;
  if (actor.kind !== 'person') return { late: [], toClose: [], lateElsewhere: 0 };
  const findings = await allFindings(ctx);
  const late = findings.filter((finding) => isLateFinding(finding, today));
  const mended = findings.filter(
    (finding) => finding.state === 'ready' && mayKeepKind(actor, finding.kind) && mayClose(finding, actor),
  );
  const own = await saidMended(ctx, mended);
  return {
    late: late.filter((finding) => ownsFinding(finding, actor)),
    toClose: mended.filter(({ id }) => !own.has(id)),
    lateElsewhere: allowed(actor, keepFindings)
      ? late.filter(({ owner }) => owner.personId === undefined).length
      : 0,
  };
}

/** Those of which it was this person who said that they are mended. */
async function saidMended(ctx: Ctx, findings: readonly Finding[]): Promise<ReadonlySet<string>> {
  const notes = await findingNotesOf(
    ctx,
    findings.map(({ id }) => id),
  );
  const name = nameOfActor(ctx.actor);
  return new Set(
    findings.flatMap(({ id }) => {
      const mended = notes.find(
        (note) => note.findingId === id && note.before === 'open' && note.after === 'ready',
      );
      return mended?.saidByName === name ? [id] : [];
    }),
  );
}
