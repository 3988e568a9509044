import type { Route } from '#platform/http/route.ts';
import { embeddedChart, embeddedRow } from './embed-pages.tsx';
import { oembed } from './oembed.ts';
import { pictureFile } from './picture-file.ts';

function open(path: string, answer: Route['answer']): Route {
  return { method: 'GET', path, policy: 'everyone', openly: true, answer };
}

/** Charts apart from their pages: as pictures, and for inside other sites. */
export const pictureRoutes: readonly Route[] = [
  open('/pictures/measures/:source/:code', (request) => pictureFile(request, 'measures')),
  open('/pictures/gaps/:source/:code', (request) => pictureFile(request, 'gaps')),
  open('/embed/measures/:source/:code', (request) => embeddedChart(request, 'measures')),
  open('/embed/gaps/:source/:code', (request) => embeddedChart(request, 'gaps')),
  open('/embed/scorecards/:area/:source/:code', embeddedRow),
  open('/oembed', oembed),
];
