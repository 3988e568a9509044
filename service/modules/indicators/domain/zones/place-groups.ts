import type { ChildGroup } from '#reference/groups.ts';

/** A zone as a group of children: those who live there, beside those who live elsewhere in the area. */
export function zoneGroup(given: {
  code: string;
  name: string;
  /** the set of zones that it is of */
  set: string;
  /** the area that it is a part of */
  area: string;
  /** days from which it was drawn otherwise */
  drawnAnew: readonly string[];
}): ChildGroup {
  const { code, name, set, area, drawnAnew } = given;
  return {
    key: `zone-${code}`,
    dimension: 'zone',
    short: name,
    name: `children in ${name}`,
    others: `children in the rest of ${area}`,
    othersShort: `The rest of ${area}`,
    about: `one of the places that the partnership draws out of small areas (${set}).`,
    breaks: drawnAnew.map((on) => ({ on, words: `${name} was drawn otherwise.` })),
  };
}

const fromSmallAreas = 'told apart by the small area in which they live.';

/** The countryside beside towns, and towns beside the countryside; each is the rest of the other. */
export const countryside: ChildGroup = {
  key: 'in-the-countryside',
  dimension: 'rural-urban',
  short: 'The countryside',
  name: 'children in the countryside',
  others: 'children in towns',
  othersShort: 'Towns',
  about: fromSmallAreas,
  breaks: [],
};

export const towns: ChildGroup = {
  key: 'in-towns',
  dimension: 'rural-urban',
  short: 'Towns',
  name: 'children in towns',
  others: 'children in the countryside',
  othersShort: 'The countryside',
  about: fromSmallAreas,
  breaks: [],
};
