import type { PageState } from './page-state.ts';

/** The gap of a zone of our own, beside the rest of our area. */
export function ofZones(): readonly PageState[] {
  const crowdedHomes = '/gaps/other/homes-by-small-area%3Achildren-in-crowded-homes';
  return [
    {
      name: 'gap-of-a-zone',
      reader: 'visitor',
      path: `${crowdedHomes}?area=X10000001&group=zone-X20000007`,
    },
  ];
}
