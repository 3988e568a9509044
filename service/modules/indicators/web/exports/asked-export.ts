import type { Ctx } from '#platform/db/database.ts';
import type { PageRequest } from '#platform/http/route.ts';
import { eesExport, type EesExport } from '../../queries/exports/ees-export.ts';
import { frameworkGroups } from '../../queries/framework-groups.ts';
import { askedOf, type Asked } from '../scorecard/filters.tsx';

/** Whether the area is wanted alone; everything else was read by the scorecard's own filters. */
function besideOf(query: URLSearchParams): 'nobody' | 'others' {
  return query.get('beside') === 'nobody' ? 'nobody' : 'others';
}

/** The figures that an address asks for; undefined where nobody knows the area or the strategy. */
export async function exportAsked(
  request: PageRequest,
): Promise<{ asked: Asked; made: EesExport } | undefined> {
  const asked = askedOf(request.query);
  const areaCode = request.params['area'] ?? '';
  const made = await request.read((ctx) => read(ctx, asked, { areaCode, beside: besideOf(request.query) }));
  return made && { asked, made };
}

async function read(
  ctx: Ctx,
  asked: Asked,
  of: { areaCode: string; beside: 'nobody' | 'others' },
): Promise<EesExport | undefined> {
  const strategy =
    asked.framework === undefined ? undefined : await frameworkGroups(ctx, asked.framework, asked);
  if (asked.framework !== undefined && !strategy) return undefined;
  return eesExport(ctx, {
    ...of,
    neighbourSet: asked.neighbours,
    groups: strategy?.groups,
    topic: asked.topic,
    show: asked.show,
  });
}
