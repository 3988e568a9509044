import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { isFor } from '../../domain/audience.ts';
import { subjectText, type EvidenceSubject } from '../../domain/evidence/about.ts';
import type { Evidence, EvidenceSaid, FindingSaid, VoiceSaid } from '../../domain/evidence/evidence.ts';
import { bothJudgements, type BothJudgements } from '../../domain/evidence/judgement.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { evidenceAbout, evidenceById } from '../../store/evidence/evidence.ts';
import { judgementsOf } from '../../store/evidence/judgements.ts';

/** All that is known of a subject beside its number, as this person may see it. */
export type EvidenceOf = {
  readonly subject: EvidenceSubject;
  /** newest first */
  readonly findings: readonly Evidence<FindingSaid>[];
  readonly voices: readonly Evidence<VoiceSaid>[];
  readonly judgements: BothJudgements;
};

/** The evidence of some subjects, by `subjectText`; of everything that has any where none is named. */
export async function evidenceOf(
  ctx: Ctx,
  subjects: readonly EvidenceSubject[] | 'all',
): Promise<ReadonlyMap<string, EvidenceOf>> {
  const seen = ({ audience }: { audience: Evidence['audience'] }) => isFor(audience, ctx.actor, keepEvidence);
  const evidence = (await evidenceAbout(ctx, subjects)).filter(seen);
  const judgements = (await judgementsOf(ctx, subjects)).filter(seen);
  const named = subjects === 'all' ? [...evidence, ...judgements].map(({ subject }) => subject) : subjects;
  return new Map(
    named.map((subject) => {
      const key = subjectText(subject);
      const own = evidence.filter((one) => subjectText(one.subject) === key);
      return [
        key,
        {
          subject,
          findings: own.filter((one): one is Evidence<FindingSaid> => isKind(one, 'finding')),
          voices: own.filter((one): one is Evidence<VoiceSaid> => isKind(one, 'voice')),
          judgements: bothJudgements(judgements.filter((one) => subjectText(one.subject) === key)),
        },
      ];
    }),
  );
}

function isKind(evidence: Evidence, kind: EvidenceSaid['kind']): boolean {
  return evidence.said.kind === kind;
}

/** Whether anything is known beside the number. */
export function hasEvidence({ findings, voices, judgements }: EvidenceOf): boolean {
  return findings.length + voices.length + judgements.adults.length + judgements['young-people'].length > 0;
}

/** One finding or voice as it stands, for whoever may change it. */
export async function evidenceToChange(ctx: Ctx, id: string): Promise<Evidence | undefined> {
  const known = idFrom<'evidence'>(id);
  if (!known || !allowed(ctx.actor, keepEvidence)) return undefined;
  return evidenceById(ctx, known, 'only-read');
}
