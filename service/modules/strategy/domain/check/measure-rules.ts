import type { ElementDocument } from '../framework-document.ts';
import { roleOf, walkDown } from '../graph.ts';
import { about, documentOf, expected, listed, quoted } from './finding.ts';
import type { CheckFacts, Finding, Rule } from './finding.ts';

/** Whether anybody could know that it is getting better. */
export const measureRules: readonly Rule[] = [
  { code: 'no-measure', find: withoutMeasure },
  { code: 'no-direction', find: withoutDirection },
  { code: 'no-published-source', find: withoutPublishedSource },
];

/** The source called "local" in a document is the partnership's own counting. */
type Tied = { published: boolean };

function tiedTo(facts: CheckFacts): Map<string, Tied[]> {
  const inDocument = documentOf(facts).measures.map(({ element, source }) => ({
    element,
    published: source !== 'local',
  }));
  const all = [...inDocument, ...facts.elsewhere.measures];
  return Map.groupBy(all, ({ element }) => element);
}

/** A measure may be tied to the element itself or to anything below it; an indicator below it is one. */
function withoutMeasure(facts: CheckFacts): Finding[] {
  const tied = tiedTo(facts);
  const why = reasons(facts);
  const measures = (element: ElementDocument) =>
    tied.has(element.key) || roleOf(facts.graph, element) === 'indicator';
  return expected(facts, 'no-measure')
    .filter((element) => !measures(element))
    .filter(({ key }) => !walkDown(facts.graph, key).some((step) => measures(step.element)))
    .map((element) => {
      const known = why.get(element.key);
      return about(element, {
        rule: 'no-measure',
        severity: known ? 'look' : 'loose-end',
        sentence: known
          ? `${quoted(element)} has no measure. ${asSentence(known.why)}`
          : `${quoted(element)} has no measure, so nobody can tell whether it is getting better.`,
        mend: known
          ? `What would answer it: ${asClause(known.wouldAnswer)}.`
          : 'Tie a measure to it or to something below it, or say why there is none and what would answer it.',
      });
    });
}

function withoutDirection(facts: CheckFacts): Finding[] {
  const indicators = expected(facts, 'no-direction').filter(({ direction }) => direction === undefined);
  const listedHere = new Set(indicators.map(({ key }) => key));
  const own = indicators.map((element) =>
    about(element, {
      rule: 'no-direction',
      severity: 'loose-end',
      sentence: `${quoted(element)} does not say which way it should move, so no change in it is good or bad.`,
      mend: 'Say its direction: increase, decrease, improve, or close the gap.',
    }),
  );
  const measured = documentOf(facts).elements.flatMap((element) => {
    if (element.direction !== undefined || listedHere.has(element.key)) return [];
    const without = facts.elsewhere.measures.filter(
      (measure) => measure.element === element.key && measure.better === null,
    );
    return without.length === 0 ? [] : [measuredWithout(element, without)];
  });
  return [...own, ...measured];
}

function measuredWithout(element: ElementDocument, measures: readonly { title: string }[]): Finding {
  const titles = listed(measures.map(({ title }) => `“${title}”`));
  return about(element, {
    rule: 'no-direction',
    severity: 'look',
    sentence: `${quoted(element)} is answered by ${titles}, of which nobody has said which way is better.`,
    mend: 'Say the direction of the element, or of the measure in the catalogue.',
  });
}

function withoutPublishedSource(facts: CheckFacts): Finding[] {
  const tied = tiedTo(facts);
  const why = reasons(facts);
  return expected(facts, 'no-published-source').flatMap((element) => {
    const measures = tied.get(element.key) ?? [];
    if (measures.some(({ published }) => published)) return [];
    const known = why.get(element.key);
    if (known)
      return about(element, {
        rule: 'no-published-source',
        severity: 'look',
        sentence: `Nobody publishes ${quoted(element)}. ${asSentence(known.why)}`,
        mend: `What would answer it: ${asClause(known.wouldAnswer)}.`,
      });
    return about(element, {
      rule: 'no-published-source',
      severity: measures.length > 0 ? 'look' : 'loose-end',
      sentence:
        measures.length > 0
          ? `${quoted(element)} is measured only by local figures, so it cannot be compared with anywhere else.`
          : `${quoted(element)} is tied to no series that anybody publishes or counts.`,
      mend: 'Tie a published measure, or say why there is none and what would answer it.',
    });
  });
}

function reasons(facts: CheckFacts): Map<string, { why: string; wouldAnswer: string }> {
  return new Map(documentOf(facts).unanswered.map((one) => [one.element, one]));
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Somebody's sentence, to stand after a colon. */
function asClause(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^(A|An|The)\b/, (word) => word.toLowerCase());
}
