import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { ownPartnership, testService, type TestService } from '#platform/http/testing.ts';
import type { Route } from '#platform/http/route.ts';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import { bringSteps } from '../../queries/disparity/testing.ts';
import { bringGaps } from '../../queries/gaps/testing.ts';
import { bring, setUpCounties, usualFiles } from '../../queries/testing.ts';
import { analyst } from '../../testing.ts';

/** A service with the invented counties' figures and gaps in it. */
export async function serviceWithFigures(
  ends: (() => unknown)[],
  routes: readonly Route[],
): Promise<TestService> {
  const service = await testService({ after: (end: () => unknown) => void ends.push(end) }, routes);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
  await transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('library')));
  await service.asService((ctx) => loadFrameworks(ctx, publishedFrameworks('own')));
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  const parts: Parameters<typeof setUpCounties>[0] = {
    keepIn,
    act: (access, work) =>
      transactions.inTransaction({ actor: analyst, partnershipId: ownPartnership }, access, work),
    asService: (_access, work) => service.asService(work),
  };
  await setUpCounties(parts);
  await bring(parts, usualFiles);
  await bringGaps(parts);
  await bringSteps(parts);
  return service;
}
