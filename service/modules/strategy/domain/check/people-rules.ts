import type { ElementDocument, TierRole } from '../framework-document.ts';
import { roleOf, walkDown, walkUp } from '../graph.ts';
import { about, documentOf, expected, quoted } from './finding.ts';
import type { CheckFacts, Finding, Rule } from './finding.ts';

/** Whether somebody does it, somebody answers for it, and somebody needs it. */
export const peopleRules: readonly Rule[] = [
  { code: 'no-action', find: withoutAction },
  { code: 'no-owner', find: withoutOwner },
  { code: 'one-organisation', find: byOneOrganisation },
  { code: 'no-need', find: withoutNeed },
  { code: 'ask-unanswered', find: asksUnanswered },
];

const deeds: readonly (TierRole | undefined)[] = ['action', 'programme', 'practice'];

function withoutAction(facts: CheckFacts): Finding[] {
  const elsewhere = new Set(facts.elsewhere.actions.map(({ element }) => element));
  const acted = (element: ElementDocument) =>
    elsewhere.has(element.key) || deeds.includes(roleOf(facts.graph, element));
  return expected(facts, 'no-action')
    .filter(
      (element) => !acted(element) && !walkDown(facts.graph, element.key).some((step) => acted(step.element)),
    )
    .map((element) =>
      about(element, {
        rule: 'no-action',
        severity: 'loose-end',
        sentence: `Nobody is doing anything for ${quoted(element)}: no action, programme or way of working is tied to it.`,
        mend: 'Tie what is already being done, or add the first action with its owner.',
      }),
    );
}

/** A deed needs an owner of its own; a promise may be owned by whoever owns what it serves. */
function withoutOwner(facts: CheckFacts): Finding[] {
  return expected(facts, 'no-owner')
    .filter((element) => element.owners.length === 0)
    .filter((element) => {
      if (deeds.includes(roleOf(facts.graph, element))) return true;
      return !walkUp(facts.graph, element.key).some((step) => step.element.owners.length > 0);
    })
    .map((element) =>
      about(element, {
        rule: 'no-owner',
        severity: 'loose-end',
        sentence: `Nobody owns ${quoted(element)}: no board, group or person answers for it.`,
        mend: 'Name its owner: a board, a subgroup, a role or an organisation.',
      }),
    );
}

function byOneOrganisation(facts: CheckFacts): Finding[] {
  const names = new Map(documentOf(facts).organisations.map(({ key, name }) => [key, name]));
  const elsewhere = Map.groupBy(facts.elsewhere.organisations, ({ element }) => element);
  const serving = (element: ElementDocument) => [
    ...element.organisations.map((key) => names.get(key) ?? key),
    ...(elsewhere.get(element.key) ?? []).map(({ name }) => name),
  ];
  return expected(facts, 'one-organisation').flatMap((element) => {
    const below = walkDown(facts.graph, element.key).map((step) => step.element);
    const [only, ...others] = new Set([element, ...below].flatMap(serving));
    if (only === undefined || others.length > 0) return [];
    return about(element, {
      rule: 'one-organisation',
      severity: 'look',
      sentence: `Only ${only} works towards ${quoted(element)}, though it is the partnership's promise.`,
      mend: 'Ask who else already contributes, and tie them; or agree that it is for one alone.',
    });
  });
}

function withoutNeed(facts: CheckFacts): Finding[] {
  const needed = new Set([
    ...facts.elsewhere.needs,
    ...documentOf(facts)
      .passages.filter(({ kind }) => kind === 'need')
      .flatMap((passage) => passage.about),
  ]);
  const isPromise = (element: ElementDocument) => roleOf(facts.graph, element) !== 'vision';
  return expected(facts, 'no-need')
    .filter(({ key }) => !needed.has(key))
    .filter(
      ({ key }) =>
        !walkUp(facts.graph, key).some(({ element }) => isPromise(element) && needed.has(element.key)),
    )
    .map((element) =>
      about(element, {
        rule: 'no-need',
        severity: 'loose-end',
        sentence: `Nothing says why ${quoted(element)} matters here: no need is written down behind it.`,
        mend: 'Write the need: what is so for children here, where that is known from, and whom it touches most.',
      }),
    );
}

/** D04: what young people ask in their own plan stands level with what adults promise. */
function asksUnanswered(facts: CheckFacts): Finding[] {
  const elsewhere = new Set(facts.elsewhere.answered);
  const answers: readonly (TierRole | undefined)[] = ['outcome', 'priority', ...deeds];
  return expected(facts, 'ask-unanswered')
    .filter(({ key }) => !elsewhere.has(key))
    .filter(
      ({ key }) =>
        ![...walkDown(facts.graph, key), ...walkUp(facts.graph, key)].some(({ element }) =>
          answers.includes(roleOf(facts.graph, element)),
        ),
    )
    .map((element) =>
      about(element, {
        rule: 'ask-unanswered',
        severity: 'loose-end',
        sentence: `Young people ask for ${quoted(element)}, and no priority or action of the adults answers it.`,
        mend: `Tie what answers it, or reply to them: “yes”, or “no, because…”.`,
      }),
    );
}
