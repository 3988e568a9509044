import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '#platform/db/database.ts';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import { bring, countsFile, countsMeta, setUpCounties, usualFiles } from '../../queries/testing.ts';
import { analyst } from '../../testing.ts';
import { readingRoutes } from '../reading-routes.ts';

export const at = '/measures/lait/PrevRegCPR';
export const here = `${at}?area=X10000001`;

/** A service with figures of six invented counties, in which second plans come out worse than England. */
export async function reportService(ends: (() => unknown)[]): Promise<TestService> {
  const service = await testService({ after: (end: () => unknown) => void ends.push(end) }, readingRoutes);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  const who = { actor: analyst, partnershipId: ownPartnership };
  const parts = {
    keepIn,
    act: <T>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) =>
      transactions.inTransaction(who, access, work),
    asService: <T>(_access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) => service.asService(work),
  };
  await setUpCounties(parts);
  await bring(parts, usualFiles);
  await bring(parts, {
    'd3_cpps_subsequent_plan_2013_to_2025.csv': countsFile([{ year: 2025, at: 0, starts: 500, again: 156 }]),
    'd3_cpps_subsequent_plan_2013_to_2025.meta.csv': countsMeta,
  });
  return service;
}

/** A page that is there, with one first heading. */
export async function page(path: string, by: TestBrowser): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1, `${path} has one first heading`);
  return found;
}

export function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** The value of a hidden field, as the browser would send it. */
export function hidden(found: TestPage, name: string): string {
  return found.document.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
}
