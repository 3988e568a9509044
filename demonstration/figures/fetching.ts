import { addSource } from '#modules/indicators/index.ts';
import type { Act } from '#modules/indicators/index.ts';

/**
 * One thing that could be fetched from a publisher, at rest: an invented county is in no publisher's file, and a trial
 * on a laptop should ask nothing of anybody's service. Once, however often asked.
 */
export async function loadFetchSource(act: Act): Promise<void> {
  const added = await act('write', (ctx) =>
    addSource(ctx, {
      kind: 'fingertips-indicator',
      identifier: '90284',
      title: 'Admissions after injuries (set up, not fetched in the demonstration)',
      rhythm: 'weekly',
      comesIn: 'waits',
      isPaused: true,
    }),
  );
  if (!added.done && added.refusal.reason !== 'set-already')
    throw new Error(`what could be fetched was refused: ${added.refusal.reason}`);
}
