/** The words that only maps say. */
export const mapWords = {
  fromTo: (low: string, high: string) => `${low} to ${high}`,
  area: 'Area',
  shortName: 'On the map',
  klass: 'Class',
  areas: (count: number) => (count === 1 ? '1 area' : `${count} areas`),
  notPublished: 'Not published',
  withheld: 'Withheld, to protect people: not zero',
  noNumber: 'No number that can be shown',
  ownArea: 'The thick border is around',
  notDrawn: (count: number) =>
    count === 1
      ? 'One area has no outline here; it is in the table.'
      : `${count} areas have no outline here; they are in the table.`,
  tiles:
    'Each tile is one area, all of the same size. Neighbours stand near each other as far as that can be.',
  map: 'Map',
  tileMap: 'Tile map',
  numbersIn: (many: number, few: number) => `${few} of ${many} areas have no number.`,
  inClass: (names: string, label: string) => `${label}: ${names}.`,
  noNumbers: 'no area has a number',
} as const;
