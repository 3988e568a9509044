import type { JSX } from 'preact';
import type { Tone } from './tone.ts';
import { tenth } from '../scales/tenth.ts';

/** A value as a dot; the own area's is larger and stands on a halo of paper, so that it is found first. */
export function Dot(props: { x: number; y: number; tone: Tone; radius?: number | undefined }): JSX.Element {
  const { x, y, tone } = props;
  const radius = props.radius ?? (tone === 'own' ? 6 : 4.5);
  return (
    <circle
      class={`chart-dot chart-dot--${tone}`}
      cx={tenth(x)}
      cy={tenth(y)}
      r={radius}
      fill="currentColor"
      stroke-width={radius < 3 ? 0 : tone === 'own' ? 2 : 1.5}
    />
  );
}
