import { openly, type Route } from '#platform/http/route.ts';
import { aboutEndpoints } from './about-endpoints.ts';
import { areaEndpoints } from './area-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { gapEndpoint } from './gap-endpoint.ts';
import { measureEndpoints } from './measure-endpoints.ts';
import { openApiDocument } from './open-api-document.ts';
import { openDataRoute } from './open-figures-page.tsx';
import { openPlaces } from './open-places.ts';

/** Every address of the open interface. */
export const endpoints: readonly Endpoint[] = [
  ...aboutEndpoints,
  ...measureEndpoints,
  ...areaEndpoints,
  gapEndpoint,
];

const document: Route = {
  method: 'GET',
  path: openPlaces.document,
  policy: 'everyone',
  openly: true,
  answer: async (request) =>
    openly(
      'application/vnd.oai.openapi+json;version=3.1; charset=utf-8',
      JSON.stringify(openApiDocument(endpoints, request)),
    ),
};

/** The open interface, its description, and the page that explains both. */
export const openApiRoutes: readonly Route[] = [
  ...endpoints.map(({ route }) => route),
  document,
  openDataRoute,
];
