import type { Day } from '#platform/kernel/day.ts';
import type { FrameworkDocument } from '../framework-document.ts';
import { graphOf } from '../graph.ts';
import { dateRules } from './date-rules.ts';
import { ruleNames } from './finding.ts';
import type { Finding, Rule, RuleCode, TiedElsewhere } from './finding.ts';
import { measureRules } from './measure-rules.ts';
import { peopleRules } from './people-rules.ts';
import { threadRules } from './thread-rules.ts';

export { ruleNames } from './finding.ts';
export type { Finding, RuleCode, TiedElsewhere } from './finding.ts';

export const rules: readonly Rule[] = [...threadRules, ...dateRules, ...measureRules, ...peopleRules];

export type CheckQuestion = {
  document: FrameworkDocument;
  today: Day;
  /** what other modules hold; nothing, where the document is all there is */
  elsewhere?: Partial<TiedElsewhere>;
};

/** The loose ends of a framework, rule by rule, each with a sentence that explains it and a way to mend it. */
export function checkFramework({ document, today, elsewhere = {} }: CheckQuestion): Finding[] {
  const tied = { measures: [], actions: [], organisations: [], needs: [], answered: [], ...elsewhere };
  const facts = { graph: graphOf(document), today, elsewhere: tied };
  return rules.flatMap((rule) => rule.find(facts));
}

export type FindingGroup = { rule: RuleCode; name: string; findings: readonly Finding[] };

/** Findings by rule, for a page or a terminal; rules that found nothing are left out. */
export function byRule(findings: readonly Finding[]): FindingGroup[] {
  return rules
    .map(({ code }) => ({
      rule: code,
      name: ruleNames[code],
      findings: findings.filter(({ rule }) => rule === code),
    }))
    .filter((group) => group.findings.length > 0);
}
