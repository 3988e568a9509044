import { dayInEngland, sayDay } from '#platform/kernel/day.ts';
import type { Evidence, FindingSaid, VoiceSaid } from '../../domain/evidence/evidence.ts';
import { judges, type BothJudgements, type Judgement, type Judges } from '../../domain/evidence/judgement.ts';
import { audienceWords } from '../money/money-words.ts';
import { judgesWords, verdictWords } from './evidence-words.ts';
import { evidencePlaces } from './places.ts';

type Props<Said extends FindingSaid | VoiceSaid> = { evidence: Evidence<Said>; mayKeep: boolean };

/** What a closer look found: what was looked at and how, what is strong and what must get better. */
export function FindingCard({ evidence, mayKeep }: Props<FindingSaid>) {
  const { said, day } = evidence;
  return (
    <div dir="auto">
      <p>
        <strong>{said.title}</strong>
      </p>
      <p class="quiet">
        {said.howMany.toLocaleString('en-GB')} {said.lookedAt}, looked at by {said.byWhom}. {said.method}
      </p>
      {said.strong === '' ? null : (
        <p class="own-words">
          <strong>Strong: </strong>
          {said.strong}
        </p>
      )}
      {said.mustGetBetter === '' ? null : (
        <p class="own-words">
          <strong>Must get better: </strong>
          {said.mustGetBetter}
        </p>
      )}
      <Foot evidence={evidence} mayKeep={mayKeep} words={`Looked at by ${sayDay(day)}`} />
    </div>
  );
}

/** What people said when asked: who, how many of how many, and in their own words only where they agreed. */
export function VoiceCard({ evidence, mayKeep }: Props<VoiceSaid>) {
  const { said, day } = evidence;
  return (
    <div dir="auto">
      <p>
        <strong>{said.title}</strong>
      </p>
      {said.quote === '' ? null : <blockquote class="own-words">“{said.quote}”</blockquote>}
      <p class="own-words">{said.said}</p>
      <p class="quiet">
        {said.answered.toLocaleString('en-GB')} of {said.asked.toLocaleString('en-GB')} who were asked
        answered: {said.whoWasAsked}. {said.way}
      </p>
      <Foot evidence={evidence} mayKeep={mayKeep} words={`Asked by ${sayDay(day)}`} />
    </div>
  );
}

function Foot(props: { evidence: Evidence; mayKeep: boolean; words: string }) {
  const { evidence, mayKeep, words } = props;
  const { link, title } = evidence.said;
  return (
    <p class="beneath">
      {words}.{' '}
      {link === '' ? null : (
        <a href={link} rel="noreferrer">
          Read all of it<span class="visually-hidden">: {title}</span>
        </a>
      )}{' '}
      {mayKeep ? (
        <>
          For: {audienceWords[evidence.audience].name.toLowerCase()}.{' '}
          <a href={evidencePlaces.change(evidence.id)}>
            Change<span class="visually-hidden">: {title}</span>
          </a>
        </>
      ) : null}
    </p>
  );
}

/** Adults' and young people's judgements side by side, at equal size, each with those before it. */
export function JudgementsSideBySide({ judgements, level }: { judgements: BothJudgements; level: 3 | 4 }) {
  return (
    <div class="both-judgements">
      {judges.map((who) => (
        <Side key={who} who={who} judgements={judgements[who]} level={level} />
      ))}
    </div>
  );
}

function Side(props: { who: Judges; judgements: readonly Judgement[]; level: 3 | 4 }) {
  const { who, judgements, level } = props;
  const [latest, ...before] = judgements;
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class={latest ? 'judgement' : 'judgement judgement-empty'}>
      <Heading>{judgesWords[who].title}</Heading>
      {latest ? <One judgement={latest} /> : <p class="quiet">{judgesWords[who].empty}</p>}
      {before.length > 0 ? (
        <details>
          <summary>
            What was judged before<span class="visually-hidden">: {judgesWords[who].title}</span>
          </summary>
          {before.map((judgement) => (
            <One key={judgement.id} judgement={judgement} />
          ))}
        </details>
      ) : null}
    </div>
  );
}

function One({ judgement }: { judgement: Judgement }) {
  const { verdict, group, day, reasons, evidence, madeByName, madeAt } = judgement;
  return (
    <div dir="auto">
      <p class="judgement-verdict">
        <span aria-hidden="true">{verdictWords[verdict].shape} </span>
        {verdictWords[verdict].name}
      </p>
      <p class="own-words">{reasons}</p>
      {evidence === '' ? null : <p class="own-words quiet">It rests on: {evidence}</p>}
      <p class="beneath">
        {group}, {sayDay(day)}. Written down by {madeByName}, {sayDay(dayInEngland(madeAt))}.
      </p>
    </div>
  );
}
