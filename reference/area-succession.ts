import type { Area, Areas, Succession } from './areas.ts';

/** One step of a place's history: the other area, the day, and what happened. */
export type Step = Omit<Succession, 'code'> & { readonly area: Area };

/** Where an area came from and what became of it; both empty where nothing changed. Undefined for an unknown code. */
export function succession(
  areas: Areas,
  code: string,
): { readonly comesFrom: readonly Step[]; readonly becomes: readonly Step[] } | undefined {
  const area = areas.byCode.get(code);
  if (!area) return undefined;
  return { comesFrom: stepsOf(areas, area.comesFrom), becomes: stepsOf(areas, area.becomes) };
}

/**
 * The same place under each of its codes, oldest first: the area and those it is tied to by recoding alone. A series
 * may be drawn along them as long as the change is told (`joinAcross` has the words). Empty for an unknown code.
 */
export function samePlace(areas: Areas, code: string): readonly Area[] {
  const start = areas.byCode.get(code);
  if (!start) return [];
  const before = start.comesFrom.filter((step) => step.kind === 'recoded').map((step) => step.code);
  const after = start.becomes.filter((step) => step.kind === 'recoded').map((step) => step.code);
  return [
    ...before.flatMap((each) => walk(areas, each, 'comesFrom').reverse()),
    start,
    ...after.flatMap((each) => walk(areas, each, 'becomes')),
  ];
}

/** How a series of one area may be joined to a series of another. */
export type Join =
  /** one and the same code */
  | { readonly kind: 'same' }
  /** the same place under another code: join, and say these words */
  | { readonly kind: 'recoded'; readonly words: string }
  /** one became the other by merger or split: never join; say these words */
  | { readonly kind: 'changed'; readonly words: string }
  /** neither became the other */
  | { readonly kind: 'unrelated' };

/** Whether a series may run from one area on to another, and what a reader must be told (R72). */
export function joinAcross(areas: Areas, earlier: string, later: string): Join {
  if (earlier === later) return areas.byCode.has(earlier) ? { kind: 'same' } : { kind: 'unrelated' };
  const path = pathBetween(areas, earlier, later);
  const last = path?.at(-1);
  if (!path || !last) return { kind: 'unrelated' };
  const words = path
    .map((step) => sentence(areas.byCode.get(step.from)?.name ?? step.from, step.to))
    .join(' ');
  return { kind: path.every((step) => step.to.kind === 'recoded') ? 'recoded' : 'changed', words };
}

type Edge = { readonly from: string; readonly to: Step };

function pathBetween(areas: Areas, earlier: string, later: string): readonly Edge[] | undefined {
  for (const step of succession(areas, earlier)?.becomes ?? []) {
    const edge = { from: earlier, to: step };
    if (step.area.code === later) return [edge];
    const rest = pathBetween(areas, step.area.code, later);
    if (rest) return [edge, ...rest];
  }
  return undefined;
}

function sentence(from: string, step: Step): string {
  const what = {
    recoded: `${from} has had the code ${step.area.code} since ${said(step.on)}`,
    merged: `${from} became part of ${step.area.name} on ${said(step.on)}`,
    split: `${from} was divided on ${said(step.on)}, and ${step.area.name} (${step.area.code}) covers only a part of it`,
  }[step.kind];
  return step.note ? `${what}: ${step.note}.` : `${what}.`;
}

function said(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function walk(areas: Areas, code: string, way: 'comesFrom' | 'becomes'): Area[] {
  const area = areas.byCode.get(code);
  if (!area) return [];
  const next = area[way].filter((step) => step.kind === 'recoded');
  return [area, ...next.flatMap((step) => walk(areas, step.code, way))];
}

function stepsOf(areas: Areas, steps: readonly Succession[]): readonly Step[] {
  return steps.flatMap(({ code, ...rest }) => {
    const area = areas.byCode.get(code);
    return area ? [{ ...rest, area }] : [];
  });
}
