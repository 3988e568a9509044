import assert from 'node:assert/strict';
import { importGround } from '../../../testing.ts';
import type { TestContext } from 'node:test';
import { usualAreaType } from '../../../domain/fetching/identifiers.ts';
import { eesAddress, eesPublications } from '../../../domain/fetching/ees-answers.ts';
import { imports } from '../../../queries/imports.ts';
import type { Asked } from '../../../domain/fetching/fetch-source.ts';
import { fetchAsked } from '../fetch-asked.ts';
import type { Publishers } from '../publishers.ts';

/** What both the replayed and the real publishers must do, so that the replayed ones stay true. */
export async function publishersContract(
  t: TestContext,
  given: { publishers: Publishers; publication: string },
): Promise<void> {
  const { publishers, publication } = given;
  const { act } = await importGround(t);
  const fetch = (asked: Asked) => fetchAsked({ act, publishers, asked, remembered: {}, how: 'looked-at' });
  const indicator = { kind: 'fingertips-indicator', areaType: usualAreaType } as const;
  await t.test('a known indicator is a file that would be brought in', async () => {
    const came = await fetch({ ...indicator, identifier: '90284' });
    assert.equal(came.outcome, 'fresh', came.words);
    assert.ok((came.files[0]?.figures ?? 0) > 0);
  });
  await t.test('an indicator that there is not is a refusal with words, and no figures', async () => {
    const came = await fetch({ ...indicator, identifier: '999999999' });
    assert.equal(came.outcome, 'failed');
    assert.notEqual(came.words, '');
  });
  await t.test('publications are listed by pages', async () => {
    const listed = await publishers.outbound.json(
      eesAddress(publishers.ees, '/publications', { page: '1', pageSize: '20' }),
    );
    assert.ok(listed.done, JSON.stringify(listed));
    assert.ok(eesPublications.parse(listed.value).paging.totalPages >= 1);
  });
  await t.test('the data sets of a publication are tables with their columns described', async () => {
    const came = await fetch({ kind: 'ees-publication', identifier: publication, areaType: '' });
    assert.equal(came.outcome, 'fresh', came.words);
    for (const { became } of came.files) assert.equal(became, 'would-be-brought-in');
  });
  await t.test('a data set that there is not is a refusal with words', async () => {
    const identifier = '0f1e2d3c-0000-4000-8000-0000000000ee';
    const came = await fetch({ kind: 'ees-data-set', identifier, areaType: '' });
    assert.equal(came.outcome, 'failed');
    assert.match(came.words, /40\d/);
  });
  assert.deepEqual(await act('read', imports), [], 'looking changed nothing');
}
