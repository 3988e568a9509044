import type { PageRequest } from '#platform/http/route.ts';
import { figuresVersion } from '../queries/figures-version.ts';

const asking = new Map<string, Promise<number>>();

/**
 * The version of the figures, asked of the database once for all who come in the same moment: a page that is kept waits
 * for nothing else.
 */
export function figuresNow(request: PageRequest): Promise<number> {
  const { partnershipId } = request;
  const found = asking.get(partnershipId);
  if (found) return found;
  const asked = request.read(figuresVersion).finally(() => asking.delete(partnershipId));
  asking.set(partnershipId, asked);
  return asked;
}
