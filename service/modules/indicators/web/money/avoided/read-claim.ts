import { z } from 'zod';
import { choice, text, type Posted } from '#platform/forms/fields.ts';
import { readForm, type FieldError } from '#platform/forms/read-form.ts';
import { audiences } from '../../../domain/audience.ts';
import { yearFrom } from '../../../domain/money/financial-year.ts';
import type { ClaimWords } from '../../../domain/money/cost-claim.ts';

const number = (what: string) =>
  text(what, 20).pipe(
    z
      .string()
      .transform((value) => value.replace(/^£/, '').replaceAll(/[,\s]/g, ''))
      .pipe(
        z
          .string()
          .regex(/^-?\d{1,12}(\.\d{1,4})?$/, 'Enter a number')
          .transform(Number),
      ),
  );
const year = text('the financial year', 9).transform((value, ctx) => {
  const found = yearFrom(value);
  if (found !== undefined) return found;
  ctx.addIssue({ code: 'custom', message: 'Write the financial year as 2024-25' });
  return z.NEVER;
});

const form = z.object({
  title: text('what is claimed, in one line', 200),
  whatChanged: text('what changed', 200),
  changeSource: text('where the change is from', 300),
  'change-low': number('the least that it may be'),
  'change-middle': number('the most likely'),
  'change-high': number('the most that it may be'),
  whom: text('which children or families', 200),
  areaCode: text('the place', 20),
  year,
  unitWhat: text('what it is that costs', 200),
  'unitCost-low': number('the least that one costs'),
  'unitCost-middle': number('what one most likely costs'),
  'unitCost-high': number('the most that one costs'),
  unitSource: text('where the cost is from, with its licence if it was published', 300),
  unitYear: year,
  anyway: text('what would have happened anyway', 1000),
  'anywayShare-low': number('the least'),
  'anywayShare-middle': number('the most likely'),
  'anywayShare-high': number('the most'),
  'ours-low': number('the least'),
  'ours-middle': number('the most likely'),
  'ours-high': number('the most'),
  oursSource: text('who says so', 300),
  costToDo: number('what it cost to do'),
  costSource: text('where that cost is from', 300),
  audience: choice('who may see it', audiences),
});

/** Reads the form of a claim: its words and its ranges, or what is wrong at each field. */
export function readClaim(posted: Posted): { words: ClaimWords } | { errors: readonly FieldError[] } {
  const read = readForm(form, posted);
  if (!read.done) return { errors: read.refusal.errors };
  const { value } = read;
  const range = (field: 'change' | 'unitCost' | 'anywayShare' | 'ours') => ({
    low: value[`${field}-low`],
    middle: value[`${field}-middle`],
    high: value[`${field}-high`],
  });
  return {
    words: {
      title: value.title,
      whatChanged: value.whatChanged,
      changeSource: value.changeSource,
      change: range('change'),
      whom: value.whom,
      areaCode: value.areaCode,
      year: value.year,
      unitWhat: value.unitWhat,
      unitCost: range('unitCost'),
      unitSource: value.unitSource,
      unitYear: value.unitYear,
      anyway: value.anyway,
      anywayShare: range('anywayShare'),
      ours: range('ours'),
      oursSource: value.oursSource,
      costToDo: value.costToDo,
      costSource: value.costSource,
      audience: value.audience,
    },
  };
}
