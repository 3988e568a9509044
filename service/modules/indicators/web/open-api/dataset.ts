import type { PageRequest } from '#platform/http/route.ts';
import { licence } from '../../domain/exports/licence.ts';
import { openPlaces } from './open-places.ts';

/** The open figures as a data set of schema.org (which search engines read) and of DCAT (which catalogues read). */
export function datasetOf({ brand, origin }: Pick<PageRequest, 'brand' | 'origin'>): string {
  const publisher = { '@type': 'Organization', name: brand.name, url: `${origin}/` };
  const interfaces = [
    { path: openPlaces.measures, name: 'The catalogue of measures' },
    { path: openPlaces.areas, name: 'Areas, with their scorecards and gaps' },
  ];
  const told = {
    '@context': { '@vocab': 'https://schema.org/', dcat: 'http://www.w3.org/ns/dcat#' },
    '@type': ['Dataset', 'dcat:Dataset'],
    name: `${brand.name}: how children and young people are doing`,
    description:
      'Published measures of the lives of children and young people by area and period, with intervals, comparison with England, recent trend, and gaps between groups of children.' +
      (brand.invented ? ' Everything in it is invented.' : ''),
    url: `${origin}${openPlaces.page}`,
    license: licence.link,
    isAccessibleForFree: true,
    spatialCoverage: { '@type': 'Place', name: 'England' },
    creator: publisher,
    publisher,
    'dcat:landingPage': { '@id': `${origin}${openPlaces.page}` },
    distribution: interfaces.map(({ path, name }) => ({
      '@type': ['DataDownload', 'dcat:Distribution'],
      name,
      encodingFormat: 'application/json',
      contentUrl: `${origin}${path}`,
      'dcat:accessURL': { '@id': `${origin}${path}` },
    })),
  };
  // the words of a partnership's name must not end the script that they stand in
  return JSON.stringify(told).replaceAll('<', String.raw`\u003c`);
}
