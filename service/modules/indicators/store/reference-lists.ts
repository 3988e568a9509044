import { englishAreas } from '../../../../reference/areas.ts';
import { knownMeasures } from '../../../../reference/measures.ts';
import type { Measure } from '../../../../reference/measures.ts';
import { resolveArea } from '../../../../reference/resolve-area.ts';
import type { NationalPlaces } from '../domain/bringing-in/places.ts';
import type { CountsRule } from '../domain/counts.ts';
import { measureId } from '../domain/measure-facts.ts';
import type { MeasureFacts } from '../domain/measure-facts.ts';

/** Finds an area in the national lists that stand in `reference/`: a name may contradict a code, and never decides alone. */
export const nationalPlaces: NationalPlaces = ({ code, dfeCode, name, on }) => {
  if (code === undefined && dfeCode === undefined) return { kind: 'unknown' };
  const found = resolveArea(englishAreas(), {
    ...(code === undefined ? {} : { code }),
    ...(dfeCode === undefined ? {} : { dfeCode }),
    name,
    on,
  });
  return found.kind === 'found'
    ? { kind: 'found', code: found.area.code, outsideItsDates: found.notes.includes('outside-its-dates') }
    : { kind: found.kind };
};

/** An area of the national lists by its code. */
export function nationalArea(code: string): { code: string; name: string; kind: string } | undefined {
  return englishAreas().byCode.get(code);
}

/** Every area of the national lists that had the Department for Education's three digits. */
export function nationalAreasNumbered(dfeCode: string): readonly { code: string; name: string }[] {
  return englishAreas().byDfeCode.get(dfeCode) ?? [];
}

/** The measures that the project wrote down, as the library keeps them. */
export function catalogueFacts(): readonly MeasureFacts[] {
  return knownMeasures().list.map(factsOf);
}

/** Where other publishers' files hold the counts behind a measure. */
export function catalogueCounts(): readonly CountsRule[] {
  return knownMeasures().list.flatMap(({ source, code, countsFrom }) =>
    countsFrom.map((rule) => ({ measure: { source, code }, ...rule })),
  );
}

const units: Readonly<Record<string, string>> = { percent: '%', 'percentage points': 'pp' };

function factsOf(measure: Measure): MeasureFacts {
  const { gap, sameAs, publication } = measure;
  return {
    source: measure.source,
    code: measure.code,
    title: measure.title,
    unit: units[measure.unit] ?? measure.unit,
    kind: measure.kind,
    polarity: measure.polarity,
    yearType: measure.yearType,
    decimals: measure.decimals,
    topic: measure.topic,
    publisher: publication.publisher,
    publication: publication.name,
    link: publication.link,
    breaks: measure.breaks,
    faults: measure.faults,
    gap: gap ? { role: gap.role, other: measureId(gap.other) } : undefined,
    sameAs: sameAs ? measureId(sameAs) : undefined,
    isChecked: measure.checked,
  };
}
