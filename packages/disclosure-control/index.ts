/** Protection of published tables about few people: suppression, rounding, and an attacker that proves it. */
export type { Result } from './result.ts';
export type { Dimension, Level, Sum } from './table/dimension.ts';
export type { At, Cell, Table } from './table/table.ts';
export type { TableRefusal } from './table/check-table.ts';
export type {
  LevelRule,
  MagnitudeRule,
  Rounding,
  RuleSet,
  ShareRule,
  SmallCounts,
  SurveyRule,
  Symbols,
} from './rules/rule-set.ts';
export type { AloneShown } from './rules/small-count.ts';
export type { MagnitudeReason } from './rules/magnitude.ts';
export type { AuditLine } from './protect/audit.ts';
export type { PrimaryReason } from './protect/figure.ts';
export type { PublishedTable, Reading } from './protect/attack-published.ts';
export type { Known, Place } from './protect/known.ts';
export type { Beside, ProtectRefusal, Ruled } from './protect/protect.ts';
export type { ProtectedCell, ProtectedShare, ProtectedTable } from './protect/protected-table.ts';
export type { RoundRefusal, SmallRounded, ToRound } from './round/small-count-rounding.ts';
export type { Release } from './protect/release.ts';

export { hierarchy, separate, totalled, withLevels } from './table/dimension.ts';
export { withMargins } from './table/with-margins.ts';
export {
  dfeChildrenInNeed,
  dfeLookedAfter,
  fingertips,
  indicesOfDeprivation,
  nhsHospitalEpisodes,
  outputChecking,
  ownCasesPartners,
  ownCasesPublic,
  ruleSets,
  survey,
} from './rules/source-rules.ts';
export { countsBehind, isSmall, roundedTo, shownAlone } from './rules/small-count.ts';
export { magnitudeDistance, magnitudeReason } from './rules/magnitude.ts';
export { attackPublished } from './protect/attack-published.ts';
export { protect, protectTogether } from './protect/protect.ts';
export { protectRefusalWords } from './protect/refusal-words.ts';
export { csvCell, csvShare, sayCell, sayShare, showCell } from './protect/say.ts';
export { smallCountRounding } from './round/small-count-rounding.ts';
