import { nameForecast, sayTarget } from '../../domain/report/say-target.ts';
import type { TiedRow } from '../../domain/scorecard/outcome.ts';
import type { Outcome, Outcomes } from '../../queries/outcomes.ts';
import { reading } from '../reading.ts';
import { FindingPanel, Judged, VoicePanel } from './beside-panels.tsx';
import { NumberPanel } from './number-panel.tsx';

/** One outcome: its number, what a closer look found, and what children say, at equal size. */
export function OutcomeSection(props: {
  outcome: Outcome;
  found: Outcomes;
  mayBringIn: boolean;
  /** what will stand in the empty places is said once */
  isFirst: boolean;
}) {
  const { outcome, found } = props;
  const id = `outcome-${outcome.key}`;
  const hasNumber = outcome.number.kind === 'measure' || outcome.number.kind === 'gap';
  return (
    <section class="outcome" aria-labelledby={id}>
      <h2 id={id}>
        <a href={`/frameworks/${found.slug}/elements/${outcome.key}`}>{outcome.label}</a>
      </h2>
      {found.targetsShown ? <WhatItAimsAt outcome={outcome} /> : null}
      <div class="three-voices">
        <div class={hasNumber ? 'voice-panel' : 'voice-panel voice-panel-empty'}>
          <h3>The number</h3>
          <NumberPanel outcome={outcome} place={found.place} mayBringIn={props.mayBringIn} />
        </div>
        <FindingPanel outcome={outcome} isFirst={props.isFirst} />
        <VoicePanel outcome={outcome} isFirst={props.isFirst} />
      </div>
      <Judged outcome={outcome} />
      <Measures tied={outcome.tied} areaCode={found.place?.code} />
    </section>
  );
}

/** Which way it should go, what is aimed at with its number, and whether that is on its way there. */
function WhatItAimsAt({ outcome: { direction, number } }: { outcome: Outcome }) {
  const row = number.kind === 'measure' ? number.tied.row : undefined;
  if (!row?.aim)
    return direction ? (
      <p class="quiet">{directionWords[direction]}. No figure has been set as a target.</p>
    ) : null;
  const { target } = row.aim;
  return (
    <p class="quiet" dir="auto">
      {direction ? `${directionWords[direction]}. ` : ''}
      Target: {sayTarget(target, row.definition)}. {nameForecast(row.aim)}.
    </p>
  );
}

const directionWords = {
  increase: 'It should go up',
  decrease: 'It should go down',
  improve: 'It should get better',
  'close-gap': 'The gap should close',
} as const;

function tiedWords(count: number): string {
  if (count === 1) return 'The measure tied to it';
  return count === 2 ? 'Both measures tied to it' : `All ${count} measures tied to it`;
}

function Measures({ tied, areaCode }: { tied: readonly TiedRow[]; areaCode: string | undefined }) {
  const shown = tied.filter(({ row }) => row.latest !== undefined);
  if (shown.length === 0) return null;
  return (
    <details class="outcome-measures">
      <summary>{tiedWords(shown.length)}</summary>
      <ul>
        {shown.map(({ row, note }) => (
          <li key={row.definition.id}>
            <a href={reading.measure(row.definition, areaCode)}>{row.definition.title}</a>: {row.finding}
            {note ? <span class="beneath">{note}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
