import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { DefinitionBreak, KnownFault, MeasureFacts } from '../measure-facts.ts';
import { noWayWords, wayWords } from './certainty-of-formula.ts';
import type { Checked } from './check-formula.ts';
import type { KnownPart } from './known-part.ts';
import type { FormulaMeasure, Part } from './formula-measure.ts';

/** What the catalogue names as the publication of everything that has a formula. */
export const publishedByFormula = 'worked out by a formula from other measures';

/** The parts of a formula with what the catalogue says of them; those it does not know are left out. */
export function knownParts(
  parts: readonly Part[],
  definitions: ReadonlyMap<string, MeasureDefinition>,
): readonly KnownPart[] {
  return parts.flatMap((part) => {
    const found = definitions.get(part.measure);
    return found ? [{ ...part, title: found.title, kind: found.kind, unit: found.unit }] : [];
  });
}

/** What the catalogue says of a measure that is made by a formula: the breaks and faults of its parts are its own. */
export function factsOfFormula(
  measure: FormulaMeasure,
  checked: Checked,
  definitions: ReadonlyMap<string, MeasureDefinition>,
): MeasureFacts {
  const parts = measure.parts.flatMap(({ measure: id }) => definitions.get(id) ?? []);
  const { way } = checked;
  return {
    source: 'local',
    code: measure.code,
    title: measure.title,
    unit: checked.unit,
    kind: checked.kind,
    polarity: measure.polarity,
    yearType: '',
    decimals: measure.decimals,
    topic: 'own',
    publisher: 'The partnership',
    publication: publishedByFormula,
    link: undefined,
    breaks: breaksOf(parts),
    faults: [...faultsOf(parts), { effect: 'tell', words: sureness(way) }],
    gap: undefined,
    sameAs: undefined,
    isChecked: true,
    ...(way.by === 'ratio-of-counts' ? { limitsSaid: 'the interval of two separate counts, 95%' } : {}),
  };
}

function sureness(way: Checked['way']): string {
  return way.by === 'none' ? noWayWords[way.reason] : wayWords[way.by];
}

function breaksOf(parts: readonly MeasureDefinition[]): DefinitionBreak[] {
  const all = parts.flatMap(({ title, breaks }) =>
    breaks.map(({ on, words }) => ({ on, words: `${title}: ${words}` })),
  );
  const byDay = Map.groupBy(all, ({ on }) => on);
  return [...byDay]
    .map(([on, told]) => ({ on, words: [...new Set(told.map(({ words }) => words))].join(' ') }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function faultsOf(parts: readonly MeasureDefinition[]): KnownFault[] {
  return parts.flatMap(({ title, faults }) =>
    faults.map((fault) => ({ ...fault, words: `${title}: ${fault.words}` })),
  );
}
