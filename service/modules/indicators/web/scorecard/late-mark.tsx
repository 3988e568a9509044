import { sayDay } from '#platform/kernel/day.ts';
import type { Freshness } from '../../domain/exceptions/freshness.ts';

/** That the next figure should be here by now. */
export function LateMark({ fresh }: { fresh: Freshness }) {
  return (
    <span class="late-mark">
      <span class="late-word">Late</span> next expected {fresh.because === 'said' ? 'on' : 'by'}{' '}
      {sayDay(fresh.expectedOn)}
    </span>
  );
}
