import type { Ctx } from '#platform/db/database.ts';
import { sayChange } from '../domain/change-sentences.ts';
import { compareVersions } from '../domain/compare-versions.ts';
import type { FrameworkDocument } from '../domain/framework-document.ts';
import { versionDocument, versionLines, type VersionLine } from '../store/versions.ts';
import type { FrameworkView } from './framework.ts';

export type { VersionLine } from '../store/versions.ts';

/** What changed between two moments of a framework, in sentences. */
export type VersionChanges = { before: string; after: string; sentences: readonly string[] };

/** The kept versions of a framework, newest first. */
export async function keptVersions(ctx: Ctx, view: FrameworkView): Promise<readonly VersionLine[]> {
  return versionLines(ctx, view.stored.id);
}

/** What changed from one version to another, or to how it stands now; undefined where a version is not there. */
export async function changesBetween(
  ctx: Ctx,
  view: FrameworkView,
  numbers: { before: number; after: number | 'now' },
): Promise<VersionChanges | undefined> {
  const lines = await versionLines(ctx, view.stored.id);
  const nameOf = (number: number) =>
    lines.find((line) => line.number === number)?.name ?? `Version ${number}`;
  const before = await versionDocument(ctx, view.stored.id, numbers.before);
  const after: FrameworkDocument | undefined =
    numbers.after === 'now' ? view.document : await versionDocument(ctx, view.stored.id, numbers.after);
  if (!before || !after) return undefined;
  return {
    before: nameOf(numbers.before),
    after: numbers.after === 'now' ? 'how it stands now' : nameOf(numbers.after),
    sentences: compareVersions(before, after).map(sayChange),
  };
}
