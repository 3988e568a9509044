import { z } from 'zod';
import { choice, many, optionalChoice, optionalText } from '#platform/forms/fields.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { besideColumns, columnsNamed, yearKinds } from '../../../domain/formats/mapped/column-mapping.ts';
import type {
  ColumnLayout,
  FileReading,
  MeasureOfFile,
} from '../../../domain/formats/mapped/column-mapping.ts';
import { surveyColumns } from '../../../domain/survey/survey-said.ts';
import { readSurvey } from './survey-form.ts';
import { measureKinds, measurePolarities } from '../../../domain/measure-facts.ts';

/** What a person said on the page of a file's columns. */
export type ColumnsSaid = { reading: FileReading; saveAs: string | undefined };
type Wrong = { reason: 'not-valid'; errors: readonly FieldError[] };

const measureForm = z.object({
  named: choice('how the measure is named', ['known', 'in-column', 'new']),
  measureId: optionalText(400),
  measureColumn: optionalText(400),
  title: optionalText(200),
  unit: optionalText(60),
  kind: optionalChoice(measureKinds),
  polarity: optionalChoice(measurePolarities),
  publisher: optionalText(200),
  publication: optionalText(200),
  link: optionalText(400),
});

const column = () => optionalText(400);

const layoutForm = z.object({
  area: column(),
  areaName: column(),
  period: column(),
  years: optionalChoice(yearKinds),
  first: column(),
  last: column(),
  value: column(),
  count: column(),
  denominator: column(),
  lower95: column(),
  upper95: column(),
  lower998: column(),
  upper998: column(),
  groups: many(60),
  everybody: optionalText(400),
  saveAs: optionalText(100),
});

/** Reads the whole page: the measure, and where the file's format has none of its own, the columns. */
export function readColumns(
  posted: Posted,
  file: { headers: readonly string[]; hasOwnLayout: boolean },
): Outcome<ColumnsSaid, Wrong> {
  const measure = readMeasure(posted, file.headers);
  if (file.hasOwnLayout)
    return measure.done ? done({ reading: { measure: measure.value }, saveAs: undefined }) : measure;
  const layout = readLayout(posted, file.headers);
  const hasBase = (posted['denominator']?.[0] ?? '') !== '';
  const survey = readSurvey(posted, { headers: file.headers, hasBase });
  if (!measure.done || !layout.done || !survey.done)
    return wrong([measure, layout, survey].flatMap((one) => (one.done ? [] : one.refusal.errors)));
  const { saveAs, ...whole } = layout.value;
  const named = measure.value.named === 'in-column' ? measure.value.column : undefined;
  const asked = survey.value;
  const twice = namedTwice(whole.layout, [
    ...(named === undefined ? [] : [{ what: 'measureColumn', column: named }]),
    ...(asked ? surveyColumns(asked).map((column) => ({ what: 'questionColumn', column })) : []),
  ]);
  if (twice) return wrong([twice]);
  const reading = { layout: whole.layout, measure: measure.value, ...(asked ? { survey: asked } : {}) };
  return done({ reading, saveAs });
}

function wrong(errors: readonly FieldError[]): { done: false; refusal: Wrong } {
  return refuse({ reason: 'not-valid', errors });
}

function readMeasure(posted: Posted, headers: readonly string[]): Outcome<MeasureOfFile, Wrong> {
  const read = readForm(measureForm, posted);
  if (!read.done) return wrong(read.refusal.errors);
  const { named, measureId, measureColumn } = read.value;
  if (named === 'known')
    return measureId === undefined
      ? wrong([{ field: 'measureId', message: 'Choose the measure' }])
      : done({ named, id: measureId, title: '' });
  const errors: FieldError[] = [];
  const published = readPublication(read.value, errors);
  if (named === 'in-column') {
    if (measureColumn === undefined || !headers.includes(measureColumn))
      errors.push({ field: 'measureColumn', message: 'Choose the column that names the measure' });
    return errors.length > 0 ? wrong(errors) : done({ named, column: measureColumn ?? '', ...published });
  }
  const { title, unit, kind, polarity } = read.value;
  if (title === undefined) errors.unshift({ field: 'title', message: 'Enter what the measure is called' });
  if (!kind) errors.push({ field: 'kind', message: 'Choose what its number is' });
  if (!polarity) errors.push({ field: 'polarity', message: 'Choose which way is better' });
  if (title === undefined || !kind || !polarity || errors.length > 0) return wrong(errors);
  return done({ named, title, unit: unit ?? '', kind, polarity, ...published });
}

type Publication = { publisher: string; publication: string; link?: string };

function readPublication(
  read: { publisher: string | undefined; publication: string | undefined; link: string | undefined },
  errors: FieldError[],
): Publication {
  const { publisher = '', publication = '', link } = read;
  if (publisher === '') errors.push({ field: 'publisher', message: 'Enter who publishes it' });
  if (publication === '') errors.push({ field: 'publication', message: 'Enter the name of the publication' });
  if (link !== undefined && !/^https?:\/\/\S+$/.test(link))
    errors.push({ field: 'link', message: 'Enter an address that begins with https://, or leave it empty' });
  return { publisher, publication, ...(link === undefined ? {} : { link }) };
}

type LayoutSaid = { layout: ColumnLayout; saveAs: string | undefined };

function readLayout(posted: Posted, headers: readonly string[]): Outcome<LayoutSaid, Wrong> {
  const read = readForm(layoutForm, posted);
  if (!read.done) return wrong(read.refusal.errors);
  const said = read.value;
  const errors: FieldError[] = [];
  for (const field of columnFields) {
    const named = said[field];
    if (named !== undefined && !headers.includes(named))
      errors.push({ field, message: 'Choose one of the columns of this file' });
  }
  if (said.groups.some((named) => !headers.includes(named)))
    errors.push({ field: 'groups', message: 'Choose among the columns of this file' });
  const { area, value } = said;
  if (area === undefined) errors.push({ field: 'area', message: 'Choose the column that holds the area' });
  if (value === undefined) errors.push({ field: 'value', message: 'Choose the column that holds the value' });
  const time = timeSaid(said, errors);
  if (area === undefined || value === undefined || !time || errors.length > 0) return wrong(errors);
  const beside = Object.fromEntries(
    besideColumns.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  );
  const everybody = (said.everybody ?? '').split(',').map((word) => word.trim());
  const layout: ColumnLayout = {
    area,
    time,
    value,
    beside,
    groups: said.groups,
    everybody: everybody.filter((word) => word !== ''),
    ...(said.areaName === undefined ? {} : { areaName: said.areaName }),
  };
  return done({ layout, saveAs: said.saveAs });
}

const columnFields = ['area', 'areaName', 'period', 'first', 'last', 'value', ...besideColumns] as const;

type TimeSaid = Pick<z.output<typeof layoutForm>, 'period' | 'years' | 'first' | 'last'>;

function timeSaid(said: TimeSaid, errors: FieldError[]): ColumnLayout['time'] | undefined {
  const { period, years, first, last } = said;
  const say = (field: string, message: string): undefined => void errors.push({ field, message });
  const hasDays = first !== undefined || last !== undefined;
  if (period !== undefined && hasDays)
    return say('period', 'Choose either one column for the period, or two for its first and last day');
  if (period !== undefined)
    return years
      ? { in: 'one-column', column: period, years }
      : say('years', 'Choose what kind of period it is');
  if (!hasDays) return say('period', 'Choose the column that holds the period');
  if (first === undefined) return say('first', 'Choose the column that holds the first day');
  if (last === undefined) return say('last', 'Choose the column that holds the last day');
  return { in: 'first-and-last-day', first, last };
}

/** One column cannot be two things. */
function namedTwice(
  layout: ColumnLayout,
  more: readonly { what: string; column: string }[],
): FieldError | undefined {
  const all = [...more, ...columnsNamed(layout)];
  const second = all.find(({ column: named }, at) => all.findIndex((one) => one.column === named) < at);
  return second && { field: second.what, message: `“${second.column}” is chosen for two things` };
}
