import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import { z } from 'zod';
import { frameworkDocument, type FrameworkDocument } from '#modules/strategy/index.ts';

const here = import.meta.dirname;
const published = join(process.env['GOLDENTHREAD_DATA'] ?? join(here, '../../shared/data'), 'published');
const mapFile = join(published, 'measure_map_latest_values.csv');

const mapRow = z.object({
  plan: z.string(),
  role: z.string(),
  lait_short_desc: z.string(),
  fingertips_id: z.string(),
});

/** The roles of the map, by how each begins, in the words of the format. */
const roles = [
  ['headline', 'headline'],
  ['supporting', 'supporting'],
  ['gap pair: target', 'gap-target'],
  ['gap pair: reference', 'gap-reference'],
  ['published gap', 'published-gap'],
  ['proxy', 'proxy'],
  ['context', 'context'],
] as const;

for (const plan of ['Gloucestershire', 'Worcestershire', 'Dorset', 'Norfolk', 'Stockton-on-Tees']) {
  test(`B05 ${plan} is tied to every measure that the published map names for it`, (context) => {
    if (!existsSync(mapFile)) return context.skip(`the published map is not at ${mapFile}`);
    const rows = z.array(mapRow).parse(parseCsv(readFileSync(mapFile), { columns: true, bom: true }));
    const mine = rows.filter((row) => row.plan === plan);
    const document = library(plan.toLowerCase());
    const ties = new Set(document.measures.map((one) => `${one.source} ${one.code} ${one.role}`));
    assert.deepEqual(
      mine.flatMap(expectedTies).filter((tie) => !ties.has(tie)),
      [],
    );
    const none = mine.filter((row) => row.role === 'none published');
    assert.ok(document.unanswered.length >= none.length, 'an element that nothing answers is not named');
  });

  test(`B04 ${plan} says of no element both that it is answered and that nothing answers it`, () => {
    const document = library(plan.toLowerCase());
    const answered = new Set(document.measures.map((one) => one.element));
    assert.deepEqual(
      document.unanswered.filter((one) => answered.has(one.element)).map((one) => one.element),
      [],
    );
  });

  test(`C01 ${plan} keeps the two halves of every gap side by side under one note`, () => {
    assert.deepEqual(brokenPairs(library(plan.toLowerCase())), []);
  });
}

function library(slug: string): FrameworkDocument {
  return frameworkDocument.parse(parse(readFileSync(join(here, 'library', `${slug}.yaml`), 'utf8')));
}

function expectedTies(row: z.infer<typeof mapRow>): string[] {
  const role = roles.find(([words]) => row.role.startsWith(words))?.[1];
  if (role === undefined) return [];
  const lait = row.lait_short_desc === '' ? [] : [`lait ${row.lait_short_desc} ${role}`];
  const ids = [...row.fingertips_id.matchAll(/\d{4,5}/g)].map(([id]) => id);
  return [...lait, ...ids.map((id) => `fingertips ${id} ${role}`)];
}

/** Gap halves that stand alone; the same target named once more by a second source needs no second reference. */
function brokenPairs(document: FrameworkDocument): string[] {
  const { measures } = document;
  const isWhole = (at: number): boolean => {
    const [one, next] = [measures[at], measures[at + 1]];
    return next?.role === 'gap-reference' && next.element === one?.element && next.note === one.note;
  };
  const targets = measures.flatMap((one, at) =>
    one.role === 'gap-target' ? [{ one, whole: isWhole(at) }] : [],
  );
  const isSecondSource = (tie: (typeof measures)[number]): boolean =>
    targets.some(({ one, whole }) => whole && one.element === tie.element && one.source !== tie.source);
  const references = measures.filter((one) => one.role === 'gap-reference').length;
  const pairs = targets.filter(({ whole }) => whole).length;
  return [
    ...targets
      .filter(({ one, whole }) => !whole && !isSecondSource(one))
      .map(({ one }) => `${one.element}: ${one.code} has no other half`),
    ...(references === pairs ? [] : [`${references} references for ${pairs} pairs`]),
  ];
}
