import { createHash } from 'node:crypto';
import { makeOutlines, readBoundaries, type Boundary, type BoundaryRefusal } from '#packages/charts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { drawZones } from '../../domain/permissions.ts';
import { figuresGround } from '../../queries/figures-ground.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import {
  addBoundaryFile,
  allYears,
  withdrawBoundaryFile,
  type DatedOutline,
} from '../../store/maps/boundaries.ts';
import { writerOf } from '../gaps/writer-of.ts';

/** Larger files hold more points than any picture shows; publishers give generalised ones. */
export const mostBoundaryBytes = 40_000_000;

export type LoadBoundariesRefusal =
  | NotAllowed
  | BoundaryRefusal
  | { reason: 'file-too-large'; bytes: number; most: number }
  | { reason: 'not-json'; found: string }
  | { reason: 'none-known'; place: string; areas: number };

export type BoundariesToLoad = {
  fileName: string;
  bytes: Uint8Array;
  /** whose boundaries they are, in words */
  source: string;
  /** which layer of a TopoJSON of several */
  layer: string | undefined;
};

export type BoundariesLoaded = {
  areas: number;
  points: number;
  /** areas that nothing is known of, which were left out */
  leftOut: readonly string[];
};

/**
 * Loads a boundary file: outlines of the areas that are known here (the national lists, and our own zones and small areas),
 * simplified and projected once. What is not known is left out and named; a file of nothing known is refused.
 */
export async function loadBoundaries(
  ctx: Ctx,
  given: BoundariesToLoad,
): Promise<Outcome<BoundariesLoaded, LoadBoundariesRefusal>> {
  if (!allowed(ctx.actor, drawZones)) return refuse({ reason: 'not-allowed' });
  const { bytes, fileName, source, layer } = given;
  if (bytes.length > mostBoundaryBytes)
    return refuse({ reason: 'file-too-large', bytes: bytes.length, most: mostBoundaryBytes });
  const parsed = parsedJson(bytes);
  if (!parsed.done) return parsed;
  const read = readBoundaries(parsed.value, layer);
  if (!read.done) return read;
  const { atlas } = await figuresGround(ctx);
  const [known, unknown] = parted(read.value, (code) => atlas.place(code) !== undefined);
  const [first] = unknown;
  if (known.length === 0)
    return refuse({
      reason: 'none-known',
      place: first ? `${first.name} (${first.code})` : '',
      areas: unknown.length,
    });
  const outlines = datedOutlines(known);
  const id = ctx.newId();
  await addBoundaryFile(ctx, {
    id,
    fileName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    source,
    byName: writerOf(ctx.actor).name,
    outlines,
  });
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.boundaries-loaded',
    subject: { kind: 'boundary-file', id },
    details: { areas: outlines.length },
  });
  return done(told(outlines, unknown));
}

function told(outlines: readonly DatedOutline[], unknown: readonly Boundary[]): BoundariesLoaded {
  return {
    areas: outlines.length,
    points: outlines.reduce((sum, { path }) => sum + path.split(',').length - 1, 0),
    leftOut: unknown.map(({ name, code }) => (name === code ? code : `${name} (${code})`)),
  };
}

function datedOutlines(known: readonly Boundary[]): DatedOutline[] {
  return makeOutlines(known).map((outline, at) => {
    const { name = outline.key, from = allYears.from, until = allYears.until } = known[at] ?? {};
    return { ...outline, name, from, until: Math.max(from, until) };
  });
}

/** Withdraws a boundary file as a whole: maps are drawn without it from now on. */
export async function withdrawBoundaries(
  ctx: Ctx,
  id: string,
): Promise<Outcome<string, NotAllowed | { reason: 'file-missing' }>> {
  if (!allowed(ctx.actor, drawZones)) return refuse({ reason: 'not-allowed' });
  if (!(await withdrawBoundaryFile(ctx, id))) return refuse({ reason: 'file-missing' });
  await raiseFiguresVersion(ctx);
  await ctx.record({ type: 'indicators.boundaries-withdrawn', subject: { kind: 'boundary-file', id } });
  return done(id);
}

function parsedJson(bytes: Uint8Array): Outcome<unknown, { reason: 'not-json'; found: string }> {
  const text = new TextDecoder('utf-8').decode(bytes);
  try {
    const parsed: unknown = JSON.parse(text);
    return done(parsed);
  } catch {
    return refuse({ reason: 'not-json', found: text.trimStart().slice(0, 40) });
  }
}

function parted(
  boundaries: readonly Boundary[],
  isKnown: (code: string) => boolean,
): [known: Boundary[], unknown: Boundary[]] {
  return [boundaries.filter(({ code }) => isKnown(code)), boundaries.filter(({ code }) => !isKnown(code))];
}
