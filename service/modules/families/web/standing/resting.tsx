import { sayDay } from '#platform/kernel/day.ts';
import type { MyResting } from '../../queries/standing/my-resting.ts';
import type { WorkerAround } from '../../queries/standing/workers-around.ts';

/** Beside somebody whose part rests: since when, and that they read nothing. */
export function Rests({ worker: { rests, organisation } }: { worker: WorkerAround }) {
  if (!rests) return null;
  return (
    <span class="rests">
      <strong class="tag">Rests</strong>{' '}
      {rests.endedOn === undefined
        ? `Nothing in date lets ${organisation} read this record. `
        : `The agreement with ${organisation} ended on ${sayDay(rests.endedOn)}. `}
      They cannot read this record until there is a new one.
    </span>
  );
}

/** For whoever could read records until an agreement ended. */
export function RestingForMe({ resting }: { resting: readonly MyResting[] }) {
  return resting.map(({ count, endedOn }) => (
    <p class="measure-notes" key={endedOn}>
      {count === 1 ? 'One record rests' : `${count} records rest`}: the agreement by which you could read{' '}
      {count === 1 ? 'it' : 'them'} ended on {sayDay(endedOn)}. Your governance lead can say whether there
      will be a new one.
    </p>
  ));
}
