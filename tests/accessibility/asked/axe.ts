import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const colours = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** Every width in all colours, and so that one after the other has another width and other colours. */
export const views = ([0, 1, 2] as const).flatMap((shift) =>
  [320, 768, 1280].map((width, at) => {
    const name = (['dark', 'forced', 'light'] as const)[(at + shift) % 3] ?? 'light';
    return { width, name, media: colours[name] };
  }),
);

/** What axe finds on a page in each of these views; the page is as it was afterwards, but for its size. */
export async function faultsIn(page: Page, seenIn: typeof views): Promise<string[]> {
  const found: string[] = [];
  for (const { width, name, media } of seenIn) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia(media);
    for (const fault of await faultsOn(page)) found.push(`${width} px, ${name}: ${fault}`);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return found;
}

/** What axe finds on a page as it stands. */
export async function faultsOn(page: Page): Promise<string[]> {
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
