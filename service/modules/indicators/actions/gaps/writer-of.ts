import type { Actor } from '#platform/kernel/context.ts';
import type { Writer } from '../../store/gaps/hypotheses.ts';

/** Under whose name something is kept. */
export function writerOf(actor: Actor): Writer {
  switch (actor.kind) {
    case 'person':
      return { id: actor.personId, name: actor.name };
    case 'service':
      return { id: null, name: actor.name };
    case 'visitor':
      return { id: null, name: '' };
  }
}
