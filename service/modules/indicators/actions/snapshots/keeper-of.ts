import type { Actor } from '#platform/kernel/context.ts';
import type { Keeper } from '../../store/snapshots/snapshots.ts';

/** Under whose name a scorecard is kept. */
export function keeperOf(actor: Actor): Keeper {
  switch (actor.kind) {
    case 'person':
      return { id: actor.personId, name: actor.name };
    case 'service':
      return { id: null, name: 'the service itself' };
    case 'visitor':
      return { id: null, name: '' };
  }
}
