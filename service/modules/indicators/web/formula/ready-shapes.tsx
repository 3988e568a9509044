import type { PartShown } from './formula-parts.tsx';
import { formulaPlaces, type Draft } from './places.ts';

type Shape = { formula: string; words: string };

/** Formulas that are often wanted, written with the letters at hand. */
export function ReadyShapes({ draft, parts }: { draft: Draft; parts: readonly PartShown[] }) {
  const shapes = shapesFor(parts);
  if (shapes.length === 0) return null;
  return (
    <>
      <p>Begin with one of these, or write your own.</p>
      <ul class="choices">
        {shapes.map(({ formula, words }) => (
          <li key={formula}>
            <a href={formulaPlaces.write({ ...draft, formula })}>{words}</a>{' '}
            <span class="formula-inline">{formula}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function shapesFor(parts: readonly PartShown[]): readonly Shape[] {
  const [first, second] = parts;
  if (!first) return [];
  const isCount = (part: PartShown) => part.take !== 'value' || part.definition?.kind === 'count';
  if (!second) return [{ words: 'An index, its first year 100', formula: 'index(a)' }];
  const all = parts.map(({ letter }) => letter);
  if (!isCount(first) || !isCount(second)) return shapesOfNumbers(all, [first, second]);
  const people = parts.find(({ match }) => match === 'year-begun');
  const events = parts.filter((part) => part !== people).map(({ letter }) => letter);
  if (people)
    return [
      {
        words: 'A rate per 10,000 people',
        formula: `${events.length > 1 ? `(${events.join(' + ')})` : events.join('')} ÷ ${people.letter} per 10,000`,
      },
    ];
  return [
    { words: 'The first as a share of all', formula: `a ÷ (${all.join(' + ')}) per 100` },
    { words: 'The first for every 100 of the second', formula: 'a ÷ b per 100' },
    { words: 'All together', formula: all.join(' + ') },
    { words: 'How many more', formula: 'a − b' },
  ];
}

function shapesOfNumbers(all: readonly string[], two: readonly [PartShown, PartShown]): readonly Shape[] {
  const isAlike = two[0].definition?.unit.name === two[1].definition?.unit.name;
  if (!isAlike) return [];
  return [
    { words: 'The difference', formula: 'a − b' },
    { words: 'The mean, weighted by how many stand behind each', formula: `mean(${all.join(', ')})` },
    { words: 'How many times the second', formula: 'a ÷ b' },
  ];
}
