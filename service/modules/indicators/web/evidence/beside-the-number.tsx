import { hasEvidence, type EvidenceOf } from '../../queries/evidence/evidence-of.ts';
import { FindingCard, JudgementsSideBySide, VoiceCard } from './evidence-cards.tsx';
import { evidencePlaces } from './places.ts';

/** On the page of a number: what a closer look found and what people said, at the size of the number's own sections. */
export function BesideTheNumber({ beside, mayKeep }: { beside: EvidenceOf | undefined; mayKeep: boolean }) {
  if (!beside || (!hasEvidence(beside) && !mayKeep)) return null;
  const { findings, voices, judgements, subject } = beside;
  const [finding] = findings;
  const [voice] = voices;
  const isJudged = judgements.adults.length + judgements['young-people'].length > 0;
  return (
    <section>
      <h2>Beside the number</h2>
      <div class="story">
        <div class={finding ? 'story-part' : 'story-part story-part-empty'}>
          <h3>A closer look</h3>
          {finding ? (
            <FindingCard evidence={finding} mayKeep={mayKeep} />
          ) : (
            <p class="quiet">No audit finding has been added yet.</p>
          )}
        </div>
        <div class={voice ? 'story-part' : 'story-part story-part-empty'}>
          <h3>What people said</h3>
          {voice ? (
            <VoiceCard evidence={voice} mayKeep={mayKeep} />
          ) : (
            <p class="quiet">Nobody has asked people about this yet.</p>
          )}
        </div>
      </div>
      {isJudged ? <JudgementsSideBySide judgements={judgements} level={3} /> : null}
      <p>
        <a href={evidencePlaces.about(subject)}>
          {mayKeep ? 'All of it, and add to it' : 'All that was found, said and judged'}
        </a>
      </p>
    </section>
  );
}
