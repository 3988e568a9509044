import type { VNode } from 'preact';
import { shapes, type ShapeKey } from '../../domain/editing/shapes.ts';
import { ChoiceField, type Answers } from '#platform/forms/inputs.tsx';

/** The shape that a strategy begins with, in words with a small picture of each. */
export function ShapeField({ answers }: { answers: Answers }) {
  return (
    <ChoiceField
      answers={answers}
      name="shape"
      label="What shape is it?"
      hint="Choose the nearest. Every name in it can be changed afterwards."
      options={shapes.map(({ key, name, words }) => ({
        value: key,
        text: name,
        hint: words,
        picture: pictures[key],
      }))}
    />
  );
}

const pictures: Readonly<Record<ShapeKey, VNode>> = {
  outcomes: picture('M20 4v4M8 12h24M8 8v8M20 8v8M32 8v8M4 22h8M16 22h8M28 22h8M4 27h8M16 27h8M28 27h8'),
  pillars: picture('M4 10L20 3L36 10M8 13v11M16 13v11M24 13v11M32 13v11M4 28h32'),
  letters: picture('M5 5v22M5 6h7M12 14h14M12 20h22M12 26h18'),
  'building-blocks': picture('M4 17h15v10h-15zM21 17h15v10h-15zM12 5h16v10h-16z'),
  short: picture('M10 8h20M14 16h12M14 22h12'),
};

function picture(path: string): VNode {
  return (
    <svg class="shape" viewBox="0 0 40 30" width="40" height="30" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
