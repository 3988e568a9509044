import type { TestContext } from 'node:test';
import { people, setUpPartnership } from '#modules/accounts/index.ts';
import type { Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { importGround, type ImportGround } from '../../testing.ts';
import { bring, countsFile, countsMeta, setUpCounties, usualFiles } from '../../queries/testing.ts';

/** Figures of six invented counties, and people who write on the report cards of the first. */
export type ReportGround = ImportGround & {
  /** acts as somebody who is known by name, job and role */
  as<T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T>;
  person(name: string, job: string, ...roles: readonly Role[]): Promise<Actor>;
};

export const ours = 'X10000001';
export const repeatPlans = 'lait:PrevRegCPR';

/** Opens a ground on which second plans are compared with England: 31.2% with counts behind them, and worse. */
export async function reportGround(t: TestContext): Promise<ReportGround> {
  const ground = await importGround(t);
  const asService = ground.actAs({ kind: 'service', name: 'test' });
  await setUpCounties({ ...ground, asService });
  await bring(ground, usualFiles);
  await bring(ground, {
    'd3_cpps_subsequent_plan_2013_to_2025.csv': countsFile([{ year: 2025, at: 0, starts: 500, again: 156 }]),
    'd3_cpps_subsequent_plan_2013_to_2025.meta.csv': countsMeta,
  });
  return {
    ...ground,
    as: (who, work) => ground.actAs(who)('write', work),
    person: (name, job, ...roles) => asService('write', (ctx) => addPerson(ctx, { name, job, roles })),
  };
}

async function addPerson(
  ctx: Ctx,
  { name, job, roles }: { name: string; job: string; roles: readonly Role[] },
): Promise<Actor> {
  const key = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const partnership = {
    slug: 'brackenshire',
    name: 'Brackenshire Children’s Partnership',
    shortName: 'Brackenshire',
    brandColour: '#265b3c',
    isInvented: true,
  };
  await setUpPartnership(ctx, {
    partnership,
    people: [{ key, name, job, organisation: 'council', roles }],
  });
  const found = (await people(ctx)).find((one) => one.key === key);
  if (!found) throw new Error(`${name} was not added`);
  return { kind: 'person', personId: found.id, name, roles };
}
