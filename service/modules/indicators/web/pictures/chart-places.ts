import type { PageRequest } from '#platform/http/route.ts';
import { ofGlance, ofLadder, ofMap, ofMoney, ofNeed } from './further-charts.tsx';
import { ofGap, ofMeasure, type ChartFinder, type ShownChart } from './shown-chart.tsx';

type ChartPlace = { at: string; find: ChartFinder };

/** Every page whose charts can stand apart from it; whoever asks for one sees what a visitor sees. */
export const chartPlaces: readonly ChartPlace[] = [
  { at: '/measures/:source/:code', find: ofMeasure },
  { at: '/gaps/:source/:code', find: ofGap },
  { at: '/maps/:source/:code', find: ofMap },
  { at: '/money', find: ofMoney },
  { at: '/money/need', find: ofNeed },
  { at: '/disparity/:ladder', find: ofLadder },
  { at: '/scorecards/:area/glance', find: ofGlance },
];

/** Finds the chart of a page by the page's address; undefined where there is none. */
export async function chartAt(
  request: PageRequest,
  { path, query }: { path: string; query: URLSearchParams },
): Promise<ShownChart | undefined> {
  for (const { at, find } of chartPlaces) {
    const params = paramsOf(at, path);
    if (params) return find(request, { params, query });
  }
  return undefined;
}

function paramsOf(at: string, path: string): Readonly<Record<string, string>> | undefined {
  const [names, parts] = [at.split('/'), path.split('/').map(decoded)];
  if (names.length !== parts.length) return undefined;
  const pairs = names.map((name, place) => [name, parts[place] ?? ''] as const);
  const fits = pairs.every(([name, part]) => (name.startsWith(':') ? part !== '' : name === part));
  return fits
    ? Object.fromEntries(
        pairs.flatMap(([name, part]) => (name.startsWith(':') ? [[name.slice(1), part]] : [])),
      )
    : undefined;
}

/** A part that is no text is no part that anything is named by. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
