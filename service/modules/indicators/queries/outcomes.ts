import { framework, frameworks, type FrameworkDocument } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { measureId } from '../domain/measure-facts.ts';
import { numberFor, type OutcomeNumber, type TiedRow } from '../domain/scorecard/outcome.ts';
import type { Place } from '../domain/figures/place.ts';
import { emptyRow, type ScorecardRow } from '../domain/scorecard/row.ts';
import { subjectText, type EvidenceSubject } from '../domain/evidence/about.ts';
import { areaScorecard, definitionsOf } from './area-scorecard.ts';
import { evidenceOf, type EvidenceOf } from './evidence/evidence-of.ts';
import { figuresGround } from './figures-ground.ts';

/** One outcome of a strategy's way in, with all that speaks of it. */
export type Outcome = {
  key: string;
  label: string;
  direction: FrameworkDocument['elements'][number]['direction'];
  number: OutcomeNumber;
  /** every measure tied to it, the one shown among them */
  tied: readonly TiedRow[];
  /** what the strategy itself says of there being no published number */
  unanswered: { why: string; wouldAnswer: string } | undefined;
  /** what was found, said and judged of it, and of the measures tied to it */
  beside: Beside;
};

export type Beside = {
  subject: EvidenceSubject;
  own: EvidenceOf | undefined;
  ofMeasures: readonly EvidenceOf[];
};

/** The way in to how a partnership is doing: at most eight outcomes of one strategy, for the area that it covers. */
export type Outcomes = {
  slug: string;
  name: string;
  partnership: string;
  isLibrary: boolean;
  targetsShown: boolean;
  place: Place | undefined;
  outcomes: readonly Outcome[];
  strategies: readonly { slug: string; name: string; isLibrary: boolean }[];
};

/** The outcomes of a strategy, our own where none is named; undefined where there is none that this person may see. */
export async function outcomesOf(ctx: Ctx, slug: string | undefined): Promise<Outcomes | undefined> {
  const strategies = await frameworks(ctx);
  const chosen = slug ?? strategies.find(({ isLibrary, isPublished }) => !isLibrary && isPublished)?.slug;
  const view = chosen === undefined ? undefined : await framework(ctx, chosen);
  if (!view) return undefined;
  const { document } = view;
  const place = await placeOf(ctx, document);
  const rows = await rowsOf(ctx, document, place);
  const known = await knownBeside(ctx, view.stored, document);
  return {
    slug: view.stored.slug,
    name: document.name,
    partnership: document.partnership,
    isLibrary: view.stored.isLibrary,
    targetsShown: document.targetsShown,
    place,
    outcomes: document.wayIn.flatMap((key) =>
      outcomeOf(document, key, rows).map((outcome) => ({
        ...outcome,
        beside: besideOf(view.stored.slug, key, { outcome, known }),
      })),
    ),
    strategies: strategies.map(({ slug: one, name, isLibrary }) => ({ slug: one, name, isLibrary })),
  };
}

async function placeOf(ctx: Ctx, document: FrameworkDocument): Promise<Place | undefined> {
  const { atlas, home } = await figuresGround(ctx);
  const code = document.areas[0] ?? home;
  return code === undefined ? undefined : atlas.place(code);
}

/** The rows of every measure tied to the way in, read at once. */
async function rowsOf(
  ctx: Ctx,
  document: FrameworkDocument,
  place: Place | undefined,
): Promise<ReadonlyMap<string, ScorecardRow>> {
  const tied = document.measures.filter(({ element }) => document.wayIn.includes(element));
  const measures = [...new Set(tied.map(measureId))].toSorted();
  if (!place)
    return new Map(
      [...(await definitionsOf(ctx, measures))].map(([id, definition]) => [id, emptyRow(definition)]),
    );
  const groups = [{ key: 'way-in', title: document.name, measures }];
  const found = await areaScorecard(ctx, { areaCode: place.code, groups });
  const rows = found?.scorecard.groups.flatMap((group) => group.rows) ?? [];
  return new Map(rows.map((row) => [row.definition.id, row]));
}

function outcomeOf(
  document: FrameworkDocument,
  key: string,
  rows: ReadonlyMap<string, ScorecardRow>,
): Omit<Outcome, 'beside'>[] {
  const element = document.elements.find((one) => one.key === key);
  if (!element) return [];
  const tied = document.measures
    .filter((tie) => tie.element === key)
    .flatMap((tie): TiedRow[] => {
      const row = rows.get(measureId(tie));
      return row ? [{ role: tie.role, note: tie.note, row }] : [];
    });
  return [
    {
      key,
      label: element.label,
      direction: element.direction,
      number: numberFor(tied),
      tied,
      unanswered: document.unanswered.find((one) => one.element === key),
    },
  ];
}

/** What is known beside the numbers of a strategy of ours; of another place's strategy nobody here judges. */
function knownBeside(
  ctx: Ctx,
  { slug, isLibrary }: { slug: string; isLibrary: boolean },
  document: FrameworkDocument,
): Promise<ReadonlyMap<string, EvidenceOf>> {
  const tied = document.measures.filter(({ element }) => document.wayIn.includes(element)).map(measureId);
  return evidenceOf(ctx, [
    ...(isLibrary ? [] : document.wayIn.map((key) => ({ kind: 'element', id: `${slug}/${key}` }) as const)),
    ...[...new Set(tied)].map((id) => ({ kind: 'measure', id }) as const),
  ]);
}

function besideOf(
  slug: string,
  key: string,
  { outcome, known }: { outcome: Omit<Outcome, 'beside'>; known: ReadonlyMap<string, EvidenceOf> },
): Beside {
  const subject: EvidenceSubject = { kind: 'element', id: `${slug}/${key}` };
  return {
    subject,
    own: known.get(subjectText(subject)),
    ofMeasures: outcome.tied.flatMap(
      ({ row }) => known.get(subjectText({ kind: 'measure', id: row.definition.id })) ?? [],
    ),
  };
}
