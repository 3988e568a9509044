import { knownGroups, type Groups } from '#reference/groups.ts';
import type { Ctx } from '#platform/db/database.ts';
import { countsCode } from '../../domain/counts.ts';
import { codesToRead } from '../../domain/figures/atlas.ts';
import { settled, type Figure } from '../../domain/figures/figure.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import type { FiguresAt } from '../../domain/gap/gap-series.ts';
import { subjectsIn, type Part, type Subject } from '../../domain/gap/subjects.ts';
import { placeKey, type SideAt } from '../../domain/gap/telling.ts';
import { measureOfId } from '../../domain/measure-facts.ts';
import { ownFigures } from '../../domain/scorecard/row.ts';
import { ownGroups } from '../../store/gaps/own-groups.ts';
import { partsWithFigures, readParts } from '../../store/gaps/parts.ts';
import { keptFor, type FiguresGround } from '../figures-ground.ts';
import { Kept } from '../kept.ts';

/** What gaps an area could have: the groups that are known, the parts that its files hold, and the measures they are seen in. */
export type GapGround = { groups: Groups; parts: readonly Part[]; subjects: readonly Subject[] };

const found = new Kept<readonly Part[]>(200);

/** The ground of an area's gaps. Groups of the partnership's own may change while the figures do not. */
export async function gapGround(ctx: Ctx, ground: FiguresGround, place: Place): Promise<GapGround> {
  const parts = await keptFor(found, { ground, ctx, what: ['parts', place.code] }, () =>
    partsWithFigures(ctx, ground.keys, {
      areaCodes: [...codesToRead(place), englandCode],
      invented: place.isInvented,
    }),
  );
  const groups = withOwn(knownGroups(), await ownGroups(ctx));
  return { groups, parts, subjects: subjectsIn(groups, parts) };
}

function withOwn(known: Groups, own: Pick<Groups, 'dimensions' | 'groups' | 'breakdowns'>): Groups {
  return {
    ...known,
    dimensions: [...known.dimensions, ...own.dimensions],
    groups: [...known.groups, ...own.groups],
    breakdowns: [...known.breakdowns, ...own.breakdowns],
  };
}

/** The figures of an area and of England, by part. */
export type AreaAndEngland = { here: FiguresAt; england: FiguresAt };

/** Reads all that some tellings need, for an area and for England, in one question. */
export async function gapFigures(
  ctx: Ctx,
  ground: FiguresGround,
  { place, sides }: { place: Place; sides: readonly SideAt[] },
): Promise<AreaAndEngland> {
  const counts = sides.flatMap(({ measure }) => countsAt(measure) ?? []);
  const places = [...new Map([...sides, ...counts].map((at) => [placeKey(at), at])).values()];
  const areaCodes = [...codesToRead(place), englandCode];
  const read = await readParts(ctx, ground.keys, { places, areaCodes, invented: place.isInvented });
  const listAt = (at: SideAt | undefined) => (at && read.get(placeKey(at))) ?? [];
  const figuresAt = (mine: (figures: readonly Figure[]) => readonly Figure[]): FiguresAt => ({
    of: (at) => mine(listAt(at)),
    counts: (measure) => settled(mine(listAt(countsAt(measure)))),
  });
  return {
    here: figuresAt((figures) => figuresOfPlace(place, figures)),
    england: figuresAt((figures) => figures.filter(({ areaCode }) => areaCode === englandCode)),
  };
}

/** Where an area was made anew its figures are put in one line; elsewhere every file's word stays, so that sides of one file meet. */
function figuresOfPlace(place: Place, figures: readonly Figure[]): readonly Figure[] {
  const own = figures.filter(({ areaCode }) => areaCode !== englandCode || place.code === englandCode);
  return place.standsFrom
    ? ownFigures(place, own)
    : own.filter(({ areaCode }) => place.codes.includes(areaCode));
}

function countsAt(measure: string): SideAt | undefined {
  const named = measureOfId(measure);
  return named && { measure: `ees:${countsCode(named)}`, breakdown: '' };
}

/** Whether England's figures of a measure are known to be wrong. */
export function isFaultyInEngland({ faults }: MeasureDefinition): boolean {
  return faults.some((fault) => fault.effect === 'ignore-row' && fault.area === englandCode);
}
