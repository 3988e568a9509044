import type { ColumnsToSay } from '../../../actions/columns/say-columns.ts';
import { measureId } from '../../../domain/measure-facts.ts';
import type { FileReading, MeasureOfFile } from '../../../domain/formats/mapped/column-mapping.ts';
import { surveyFields } from './survey-form.ts';
import { guessLayout } from '../../../domain/formats/mapped/guess-layout.ts';
import { factsOfNew } from '../../../domain/formats/mapped/mapped-measure.ts';

/** What stands in the fields before anybody has answered. */
export type Before = {
  readonly fields: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
};

const everybody = 'Total, All, Persons, All persons, Everybody';

/**
 * What was said of this file or of one like it, as far as its columns are here; otherwise guesses from the headers.
 * @param asked the name of what was saved, where somebody chose one to begin with
 */
export function beforeAnswers(file: ColumnsToSay, asked: string | undefined): Before {
  const saved = file.saved.find(({ name }) => name === asked) ?? file.saved[0];
  const reading = (asked === undefined ? file.batch.reading : undefined) ?? saved?.reading;
  const name = file.batch.reading?.savedAs ?? saved?.name ?? nameFrom(file.batch.fileName);
  return reading ? fromReading(reading, name, file) : guessed(file.headers, name);
}

function nameFrom(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').slice(0, 100);
}

function guessed(headers: readonly string[], name: string): Before {
  const { beside, groups, ...found } = guessLayout(headers);
  const { measure, ...columns } = found;
  const one = columns.period;
  const days = one === undefined ? {} : { first: '', last: '' };
  const fields = {
    ...columns,
    ...days,
    ...beside,
    everybody,
    saveAs: name,
    ...(measure === undefined ? {} : { named: 'in-column', measureColumn: measure }),
  };
  return { fields, groups };
}

function fromReading({ layout, measure, survey }: FileReading, saveAs: string, file: ColumnsToSay): Before {
  const said = measureFields(measure, file);
  if (!layout) return { fields: said, groups: [] };
  const { area, areaName, time, value, beside, groups } = layout;
  const fields = {
    ...said,
    ...surveyFields(survey),
    ...beside,
    area,
    areaName: areaName ?? '',
    value,
    ...(time.in === 'one-column'
      ? { period: time.column, years: time.years }
      : { first: time.first, last: time.last }),
    everybody: layout.everybody.join(', '),
    saveAs,
  };
  return { fields, groups };
}

/** A measure that was new last time is in the catalogue by now. */
function measureFields(measure: MeasureOfFile, { measures }: ColumnsToSay): Record<string, string> {
  if (measure.named === 'known') return { named: 'known', measureId: measure.id };
  const { publisher, publication, link = '' } = measure;
  if (measure.named === 'in-column')
    return { named: 'in-column', measureColumn: measure.column, publisher, publication, link };
  const facts = factsOfNew(measure);
  const id = facts && measureId(facts);
  if (id !== undefined && measures.some((one) => one.id === id)) return { named: 'known', measureId: id };
  const { title, unit, kind, polarity } = measure;
  return { named: 'new', title, unit, kind, polarity, publisher, publication, link };
}
