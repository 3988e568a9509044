import { allowed } from '#platform/access/policy.ts';
import { page, type Route } from '#platform/http/route.ts';
import { subjectText } from '../../domain/evidence/about.ts';
import { keepEvidence } from '../../domain/permissions.ts';
import { evidenceOf, hasEvidence, type EvidenceOf } from '../../queries/evidence/evidence-of.ts';
import {
  criteriaOf,
  namedSubject,
  type Criteria,
  type NamedSubject,
} from '../../queries/evidence/named-subjects.ts';
import { FiguresAround } from '../figures-around.tsx';
import { judges } from '../../domain/evidence/judgement.ts';
import { verdictWords } from './evidence-words.ts';
import { evidencePlaces } from './places.ts';

type Shown = {
  criteria: Criteria | undefined;
  known: ReadonlyMap<string, EvidenceOf>;
  others: readonly NamedSubject[];
  mayKeep: boolean;
};

/** Our success criteria, each with what adults and young people judged, what was found and what was said. */
export const evidenceRoute: Route = {
  method: 'GET',
  path: evidencePlaces.all,
  policy: 'everyone',
  answer: async (request) => {
    const shown = await request.read(async (ctx): Promise<Shown> => {
      const criteria = await criteriaOf(ctx);
      const known = await evidenceOf(ctx, 'all');
      const listed = new Set(
        criteria?.tiers.flatMap(({ subjects }) => subjects.map(({ subject }) => subjectText(subject))),
      );
      const others: NamedSubject[] = [];
      for (const [key, { subject }] of known) {
        const named = listed.has(key) ? undefined : await namedSubject(ctx, subject);
        if (named) others.push(named);
      }
      return { criteria, known, others, mayKeep: allowed(ctx.actor, keepEvidence) };
    });
    return page({
      title: 'Evidence beside the numbers',
      body: (
        <FiguresAround path={request.path}>
          <EvidencePage {...shown} />
        </FiguresAround>
      ),
    });
  },
};

function EvidencePage({ criteria, known, others, mayKeep }: Shown) {
  return (
    <>
      <h1>Evidence beside the numbers</h1>
      <p class="lead">{leadOf(criteria, known)}</p>
      <p class="quiet">
        A number says how many. A closer look says how well, and people say what it is like. Adults and young
        people each judge by our own words, and both judgements count the same.
      </p>
      {criteria ? (
        criteria.tiers.map(({ name, subjects }) => (
          <section key={name}>
            <h2>{name}</h2>
            <List subjects={subjects} known={known} mayKeep={mayKeep} />
          </section>
        ))
      ) : (
        <div class="empty">
          <h2>There is no published strategy of ours yet</h2>
          <p>Here will be each thing that we promise, and how far it is met.</p>
        </div>
      )}
      {others.length > 0 ? (
        <section>
          <h2>Measures, and the rest of the strategy</h2>
          <List subjects={others} known={known} mayKeep={mayKeep} />
        </section>
      ) : null}
    </>
  );
}

function leadOf(criteria: Criteria | undefined, known: ReadonlyMap<string, EvidenceOf>): string {
  const subjects = criteria?.tiers.flatMap((tier) => tier.subjects) ?? [];
  const own = subjects.flatMap(({ subject }) => known.get(subjectText(subject)) ?? []);
  const judged = own.filter(({ judgements }) => judges.some((who) => judgements[who].length > 0)).length;
  const both = own.filter(({ judgements }) => judges.every((who) => judgements[who].length > 0)).length;
  if (subjects.length === 0) return 'Nothing is promised here yet, so nothing can be judged.';
  return `${judged} of the ${subjects.length} things that we promise ${judged === 1 ? 'has' : 'have'} been judged, ${both} by both adults and young people.`;
}

type ListProps = {
  subjects: readonly NamedSubject[];
  known: ReadonlyMap<string, EvidenceOf>;
  mayKeep: boolean;
};

function List({ subjects, known, mayKeep }: ListProps) {
  return (
    <ul class="rows">
      {subjects.map(({ subject, title }) => {
        const found = known.get(subjectText(subject));
        const is = found && hasEvidence(found) ? found : undefined;
        return (
          <li key={subjectText(subject)}>
            <div>
              <p class="thread-title">
                {is || mayKeep ? <a href={evidencePlaces.about(subject)}>{title}</a> : title}
              </p>
              <p class="quiet">{is ? sayKnown(is) : 'Not judged yet, and nothing beside its number.'}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** In one line: both judgements, and how much else there is. */
function sayKnown({ judgements, findings, voices }: EvidenceOf): string {
  const said = (who: 'adults' | 'young-people', name: string) => {
    const [latest] = judgements[who];
    return latest ? `${name}: ${verdictWords[latest.verdict].name.toLowerCase()}` : `${name}: not judged yet`;
  };
  const count = (of: number, one: string, many: string) => (of === 0 ? '' : `${of} ${of === 1 ? one : many}`);
  const rest = [
    count(findings.length, 'closer look', 'closer looks'),
    count(voices.length, 'time people were asked', 'times people were asked'),
  ].filter(Boolean);
  const judged = `${said('adults', 'Adults')}. ${said('young-people', 'Young people')}.`;
  return rest.length > 0 ? `${judged} ${rest.join(', ')}.` : judged;
}
