import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOutbound } from '#platform/outbound/outbound.ts';
import { usualSettings } from '#platform/outbound/settings.ts';
import { publishersContract } from './testing/publishers-contract.ts';
import { replayedPublishers } from './testing/replayed-publishers.ts';

async function ownFolder(t: { after(end: () => Promise<void>): void }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-publishers-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('B04 the replayed publishers keep the contract', async (t) => {
  const { publishers } = await replayedPublishers(t, { waitingFolder: await ownFolder(t) });
  await publishersContract(t, { publishers, publication: 'invented-absence' });
});

/** `GOLDENTHREAD_TRY_PUBLISHERS=pupil-attendance-in-schools` asks the real ones, for that publication. */
const publication = process.env['GOLDENTHREAD_TRY_PUBLISHERS'];

test('the real publishers keep the same contract', async (t) => {
  if (!publication)
    return t.skip('set GOLDENTHREAD_TRY_PUBLISHERS to the slug of a publication to ask the real publishers');
  const [fingertips, ees] = [
    new URL('https://fingertips.phe.org.uk/api'),
    new URL('https://api.education.gov.uk/statistics/v1'),
  ];
  const hosts = new Map([fingertips, ees].map(({ host }) => [host, { mayBePrivate: false }]));
  const outbound = openOutbound({ ...usualSettings, hosts });
  await publishersContract(t, {
    publishers: { outbound, fingertips, ees, waitingFolder: await ownFolder(t) },
    publication,
  });
});
