import type { Route } from '#platform/http/route.ts';
import { chartPlaces } from './chart-places.ts';
import { embeddedChart, embeddedRow } from './embed-pages.tsx';
import { oembed } from './oembed.ts';
import { pictureFile } from './picture-file.ts';

function open(path: string, answer: Route['answer']): Route {
  return { method: 'GET', path, policy: 'everyone', openly: true, answer };
}

/** A page named by its last part takes the ending there; any other has an address for each. */
function picturesOf(at: string): readonly Route[] {
  const path = `/pictures${at}`;
  return /\/:[^/]+$/.test(path)
    ? [open(path, pictureFile)]
    : [open(`${path}.svg`, pictureFile), open(`${path}.png`, pictureFile)];
}

/** Charts apart from their pages: as pictures, and for inside other sites. */
export const pictureRoutes: readonly Route[] = [
  ...chartPlaces.flatMap(({ at }) => picturesOf(at)),
  ...chartPlaces.map(({ at }) => open(`/embed${at}`, embeddedChart)),
  open('/embed/scorecards/:area/:source/:code', embeddedRow),
  open('/oembed', oembed),
];
