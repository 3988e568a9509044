// A1: axe finds nothing on any page, in any colours, at any width.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { everyState, openAllPages } from './open-all-pages.ts';

const { states, opener } = await openAllPages();

const colours = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Every width in all colours, and so that one after the other has another width and other colours. */
const views = ([0, 1, 2] as const).flatMap((shift) =>
  [320, 768, 1280].map((width, at) => {
    const name = (['dark', 'forced', 'light'] as const)[(at + shift) % 3] ?? 'light';
    return { width, name, media: colours[name] };
  }),
);

for (const [at, state] of states.entries()) {
  test(`A1: axe finds nothing on ${state.name}`, async () => {
    const { page, close } = await opener.open(state);
    const found: string[] = [];
    // in a daily run each page is seen in one of the views, in turn
    const turn = at % views.length;
    for (const { width, name, media } of everyState ? views : views.slice(turn, turn + 1)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      for (const fault of await faultsOn(page)) found.push(`${width} px, ${name}: ${fault}`);
    }
    await close();
    assert.deepEqual(found, []);
  });
}

test('A1: a planted fault is found, so silence means something', async () => {
  const [state] = states;
  assert.ok(state);
  const { page, close } = await opener.open(state);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  const faults = await faultsOn(page);
  await close();
  assert.match(faults.join(), /label/);
});

async function faultsOn(page: Page): Promise<string[]> {
  const results = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ rules: { 'target-size': { enabled: true } } })
    .setLegacyMode(true)
    .analyze();
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.join(' ')}: ${(failureSummary ?? '').replaceAll(/\s+/g, ' ')}`,
    ),
  );
}
