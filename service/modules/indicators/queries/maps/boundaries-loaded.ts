import type { Ctx } from '#platform/db/database.ts';
import { boundaryFiles, type BoundaryFile } from '../../store/maps/boundaries.ts';

export type { BoundaryFile };

/** The boundary files that maps are drawn from, newest first. */
export function boundariesLoaded(ctx: Ctx): Promise<BoundaryFile[]> {
  return boundaryFiles(ctx);
}
