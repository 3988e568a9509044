import { licence } from '../../domain/exports/licence.ts';
import { openFrameworks } from '../../queries/open-api/open-frameworks.ts';
import { reading } from '../reading.ts';
import { frameworkSchema, indexSchema, pageOf } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openPlaces } from './open-places.ts';

const index = endpoint({
  path: openPlaces.root,
  name: 'readIndex',
  summary: 'Where everything is',
  answers: indexSchema,
  find: async ({ brand }) => ({
    service: brand.name,
    version: '1' as const,
    isInvented: brand.invented,
    licence: { name: licence.words, link: licence.link },
    links: {
      measures: openPlaces.measures,
      areas: openPlaces.areas,
      ownMeasures: openPlaces.ownMeasures,
      frameworks: openPlaces.frameworks,
      openapi: openPlaces.document,
      forPeople: openPlaces.page,
    },
  }),
});

const strategies = endpoint({
  path: openPlaces.frameworks,
  name: 'listFrameworks',
  summary: 'The published strategies; each is a document of its own, in JSON',
  answers: pageOf(frameworkSchema, 'Frameworks'),
  find: async (request) => {
    const lines = await request.read(openFrameworks);
    const items = lines.map(({ slug, name, isLibrary }) => {
      const page = `/frameworks/${encodeURIComponent(slug)}`;
      const links = { json: `${page}/framework.json`, page, scorecards: reading.outcomesOf(slug) };
      return { slug, name, isLibrary, links };
    });
    return { items, next: null };
  },
});

export const aboutEndpoints = [index, strategies];
