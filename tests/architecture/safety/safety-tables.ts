import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { namedTests, testsNaming, testsPointedAt, type NamedTest } from './named-tests.ts';

const folder = new URL('../../../docs/security/', import.meta.url);

const pointer = z.strictObject({ file: z.string(), says: z.string().min(3) });

const promises = z.record(
  z.string().regex(/^R\d{1,2}$/),
  z.strictObject({
    promise: z.string(),
    /** the figure to reach, where one is stated, and the run in which it was seen */
    target: z.string().optional(),
    seen: z.string().optional(),
    /** where a person sees it in the pages */
    where: z.string().optional(),
    /** what it waits for, or what is missing */
    gap: z.string().optional(),
  }),
);

const hazards = z.array(
  z.strictObject({
    id: z.string().regex(/^H\d{2}$/),
    hazard: z.string(),
    harm: z.string(),
    causes: z.array(z.string()).min(1),
    controls: z.array(z.string()).min(1),
    tests: z.array(pointer),
    /** what the program cannot do, and a partnership must */
    leftToPeople: z.string(),
    waitsFor: z.string().optional(),
  }),
);

const controls = z.record(
  z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/),
  z.strictObject({
    level: z.union([z.literal(1), z.literal(2)]),
    /** what is asked, in a few words of ours */
    asks: z.string(),
    how: z.string(),
    tests: z.array(pointer).optional(),
    /** why no test of ours proves it */
    reason: z.string().optional(),
    state: z.enum(['holds', 'part', 'not yet', 'does not apply', 'of the operator']),
  }),
);

export type PromiseRow = z.infer<typeof promises>[string] & { id: string; tests: readonly NamedTest[] };
export type Hazard = z.infer<typeof hazards>[number];
export type Control = z.infer<typeof controls>[string] & { id: string };
export type Pointer = z.infer<typeof pointer>;

/** Each promise of the trust floor with the tests that bear its number. */
export function promiseRows(): PromiseRow[] {
  const facts = promises.parse(read('promises.yaml'));
  return Object.entries(facts).map(([id, row]) => ({ id, ...row, tests: testsNaming(id) }));
}

/** The hazard log. */
export function hazardLog(): Hazard[] {
  return hazards.parse(read('hazards.yaml'));
}

/** The controls of OWASP ASVS 5.0, levels 1 and 2. */
export function controlTable(): Control[] {
  return Object.entries(controls.parse(read('asvs.yaml'))).map(([id, control]) => ({ id, ...control }));
}

/** Pointers to tests that are not there. */
export function pointingNowhere(
  rows: readonly { id: string; tests?: readonly Pointer[] | undefined }[],
  among: readonly NamedTest[] = namedTests(),
): string[] {
  return rows.flatMap(({ id, tests = [] }) =>
    tests
      .filter((one) => testsPointedAt(one, among).length === 0)
      .map(({ file, says }) => `${id} points at “${says}” in ${file}, which is not there`),
  );
}

function read(name: string): unknown {
  return parse(readFileSync(new URL(name, folder), 'utf8'));
}
