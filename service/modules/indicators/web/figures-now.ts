import type { PageRequest } from '#platform/http/route.ts';
import { stampOfFigures } from '../queries/figures-stamp.ts';

const asking = new Map<string, Promise<string>>();

/**
 * What pages of figures are kept under, asked of the database once for all who come in the same moment: a page that is kept waits
 * for nothing else. Whoever reads from a copy of the database asks that copy alone: what another request heard of the database
 * itself may be newer than what the page will be made of.
 */
export function figuresNow(request: PageRequest): Promise<string> {
  if (request.readsCopy) return request.read(stampOfFigures);
  const { partnershipId } = request;
  const found = asking.get(partnershipId);
  if (found) return found;
  const asked = request.read(stampOfFigures).finally(() => asking.delete(partnershipId));
  asking.set(partnershipId, asked);
  return asked;
}
