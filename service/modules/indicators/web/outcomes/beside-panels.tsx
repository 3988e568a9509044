import type { Evidence, FindingSaid, VoiceSaid } from '../../domain/evidence/evidence.ts';
import type { Outcome } from '../../queries/outcomes.ts';
import { FindingCard, JudgementsSideBySide, VoiceCard } from '../evidence/evidence-cards.tsx';
import { evidencePlaces } from '../evidence/places.ts';

type Panel = { outcome: Outcome; isFirst: boolean };

/** The newest finding of an outcome, or of a measure tied to it where it has none of its own. */
export function latestFinding({ beside }: Outcome): Evidence<FindingSaid> | undefined {
  return beside.own?.findings[0] ?? beside.ofMeasures.flatMap(({ findings }) => findings)[0];
}

/** The newest of what people said, in the same way. */
export function latestVoice({ beside }: Outcome): Evidence<VoiceSaid> | undefined {
  return beside.own?.voices[0] ?? beside.ofMeasures.flatMap(({ voices }) => voices)[0];
}

/** What was found by reading real work: the same size as the number. */
export function FindingPanel({ outcome, isFirst }: Panel) {
  const finding = latestFinding(outcome);
  return (
    <div class={finding ? 'voice-panel' : 'voice-panel voice-panel-empty'}>
      <h3>A closer look</h3>
      {finding ? (
        <FindingCard evidence={finding} mayKeep={false} />
      ) : (
        <>
          <p>No audit finding has been added yet.</p>
          {isFirst ? (
            <p class="quiet">
              Here will be what was found by reading real work with children, one by one, with its date and
              who looked.
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

/** What people said: the same size as the number. */
export function VoicePanel({ outcome, isFirst }: Panel) {
  const voice = latestVoice(outcome);
  return (
    <div class={voice ? 'voice-panel' : 'voice-panel voice-panel-empty'}>
      <h3>What children say</h3>
      {voice ? (
        <VoiceCard evidence={voice} mayKeep={false} />
      ) : (
        <>
          <p>Nobody has asked children about this yet.</p>
          {isFirst ? (
            <p class="quiet">
              Here will be their own words, how many were asked, and what was done about it.
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

/** How adults and young people judge it, where either did. */
export function Judged({ outcome: { beside, label } }: { outcome: Outcome }) {
  const { own } = beside;
  if (!own || own.judgements.adults.length + own.judgements['young-people'].length === 0) return null;
  return (
    <details class="outcome-measures">
      <summary>
        Is it met? What adults and young people judged<span class="visually-hidden">: {label}</span>
      </summary>
      <JudgementsSideBySide judgements={own.judgements} level={3} />
      <p>
        <a href={evidencePlaces.about(beside.subject)}>All that was found, said and judged</a>
      </p>
    </details>
  );
}
