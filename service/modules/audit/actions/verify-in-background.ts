import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '#platform/kernel/id.ts';
import type { Act, HeadsKept } from './export-heads.ts';
import { verifyAudit } from './verify-audit.ts';

/** Most partnerships have verified theirs within this. */
const patienceMs = 1500;

/** Verifies while pages go on, and waits a moment for it; how far it has come stands on its page. */
export async function verifyInBackground(act: Act, kept: HeadsKept, id: Id<'verification'>): Promise<void> {
  const work = verifyAudit(act, kept, id).catch((fault: unknown) => {
    process.emitWarning(fault instanceof Error ? fault : String(fault), { code: 'VERIFICATION_FAILED' });
  });
  const giveUp = new AbortController();
  const patience = pause(patienceMs, undefined, { signal: giveUp.signal }).catch(() => {});
  await Promise.race([work, patience]);
  giveUp.abort();
}
