import type { Who } from '#platform/db/transactions.ts';
import type { Ground } from '../../service/open-service.ts';

/** Whoever may type commands on the machine acts as the service itself; the record says that it was done here. */
export function commandLine(ground: Ground): Who {
  return { actor: { kind: 'service', name: 'command line' }, partnershipId: ground.partnershipId };
}
