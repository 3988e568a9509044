import type { Ctx } from '#platform/db/database.ts';
import { exceptionsIn, type ExceptionKind, type ExceptionRow } from '../../domain/exceptions/exceptions.ts';
import { sayWorseByChance } from '../../domain/exceptions/say-exceptions.ts';
import { measurePath } from '../../domain/figures/measure-definition.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { changesBetween } from '../../domain/snapshots/changes.ts';
import type { Scope, WholeSnapshot } from '../../domain/snapshots/snapshot.ts';
import type { FrameworkGroups } from '../framework-groups.ts';
import { frozenNow } from '../snapshots/frozen-now.ts';
import { scorecardInScope } from '../snapshots/scorecard-in-scope.ts';
import { lastSnapshot } from '../snapshots/snapshots.ts';
import { freshnessIn } from './freshness.ts';

/** The exceptions of a scorecard with all that a page says of them. */
export type ExceptionsView = {
  scorecard: Scorecard;
  strategy: FrameworkGroups | undefined;
  rows: readonly ExceptionRow[];
  /** the kept scorecard that the present one was held against */
  since: WholeSnapshot | undefined;
};

type AskedFor = Scope & { areaCode: string };

/** The measures of a scorecard that need attention; undefined where there is no such scorecard for this person. */
export async function exceptionsView(ctx: Ctx, asked: AskedFor): Promise<ExceptionsView | undefined> {
  const made = await scorecardInScope(ctx, asked);
  if (!made) return undefined;
  const { scorecard } = made.found;
  const since = await lastSnapshot(ctx, { ...asked, areaCode: scorecard.place.code });
  const now = since && (await frozenNow(ctx, asked));
  const around = {
    since: since && now ? changesBetween(since.document, now) : undefined,
    freshness: await freshnessIn(ctx, scorecard),
  };
  return { scorecard, strategy: made.strategy, rows: exceptionsIn(scorecard, around), since };
}

/** One measure that needs attention, in plain words: for an agenda, a pack, a letter. */
export type Exception = {
  /** `lait:PrevRegCPR` */
  measure: string;
  title: string;
  /** where it is read */
  link: string;
  /** "31.2% in 2024/25, up from 28.5% a year before. Worse than England (24.5%)." */
  finding: string;
  kind: ExceptionKind;
  /** why it needs attention, a sentence each */
  reasons: readonly string[];
};

export type Exceptions = {
  area: { code: string; name: string };
  /** how many "worse" luck alone would give, in a sentence; undefined where nothing was compared */
  chance: string | undefined;
  /** the surest first */
  measures: readonly Exception[];
};

/** What a board should look at, of an area and, where asked, one strategy or one owner in it; undefined where there is none. */
export async function exceptions(
  ctx: Ctx,
  asked: { area: string; strategy?: string | undefined; owner?: string | undefined },
): Promise<Exceptions | undefined> {
  const { area: areaCode, strategy, owner } = asked;
  const view = await exceptionsView(ctx, { areaCode, strategy, owner });
  if (!view) return undefined;
  const { place } = view.scorecard;
  return {
    area: { code: place.code, name: place.name },
    chance: sayWorseByChance(view.scorecard),
    measures: view.rows.map(({ row, reasons }) => ({
      measure: row.definition.id,
      title: row.definition.title,
      link: measurePath(row.definition, place.code),
      finding: row.finding,
      kind: reasons[0].kind,
      reasons: reasons.map(({ words }) => words),
    })),
  };
}
