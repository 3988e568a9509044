import type { Area, Comparison } from '#packages/charts';
import type { MeasureMap } from '../../queries/maps/measure-map.ts';

const counted: readonly (readonly [Comparison, string])[] = [
  ['better', 'better'],
  ['worse', 'worse'],
  ['higher', 'higher'],
  ['lower', 'lower'],
  ['similar', 'similar'],
];

/** "Beside England, beyond chance: 2 better, 3 worse and 9 similar; Brackenshire is similar" */
export function sayBesideEngland(areas: readonly Area[]): string {
  const parts = counted.flatMap(([verdict, words]) => {
    const many = areas.filter(({ comparison }) => comparison === verdict).length;
    return many === 0 ? [] : [`${many} ${words}`];
  });
  if (parts.length === 0) return 'No area can be compared with England here';
  const own = areas.find(({ role }) => role === 'own');
  const mine =
    own?.comparison && own.comparison !== 'not-compared' ? `; ${own.name} is ${own.comparison}` : '';
  const listed = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
  return `Beside England: ${listed}${mine}`;
}

/** Areas with a number and without a verdict, by the reason; and those whose verdict an analyst overruled. */
export function sayNotCompared({ areas, beside }: MeasureMap): readonly string[] {
  const named = areas.flatMap(({ key, name }) => {
    const came = beside?.came.get(key);
    return came ? [{ name, came }] : [];
  });
  const without = Map.groupBy(
    named.flatMap(({ name, came }) =>
      came.compared || came.isOverruled ? [] : [{ name, words: came.words }],
    ),
    ({ words }) => words,
  );
  const overruled = named.filter(({ came }) => came.isOverruled).map(({ name }) => name);
  return [
    ...[...without].map(
      ([words, among]) => `Not compared: ${listOf(among.map(({ name }) => name))}, because ${words}.`,
    ),
    ...(overruled.length > 0
      ? [
          `An analyst overruled the comparison of ${listOf(overruled)}, so the map does not repeat it; the page of the measure says why.`,
        ]
      : []),
  ];
}

/** As many names as can be read in one sentence. */
const mostNames = 6;

function listOf(names: readonly string[]): string {
  return names.length > mostNames ? `${names.length} areas` : names.join(', ');
}

/** The rule, and how many verdicts chance alone would give. */
export function howVerdictsAreMade(areas: readonly Area[]): string {
  const compared = areas.filter(({ comparison }) => comparison && comparison !== 'not-compared').length;
  // of intervals of 95%, one in twenty misses what it is about
  const byChance = compared / 20;
  const told =
    compared === 0
      ? ''
      : ` Of ${compared} areas that were all like England, chance alone would set ${byChance < 1 ? 'one or none' : `about ${Math.round(byChance)}`} apart.`;
  return `Similar means that England’s number lies within the area’s 95% interval; anything else is apart from England by more than that.${told} The table says the same in words.`;
}
