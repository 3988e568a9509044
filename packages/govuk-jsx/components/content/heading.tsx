import { type ComponentChildren, h, type JSX } from 'preact';

type HeadingProps = Readonly<{
  level: number | string | undefined;
  class: string;
  id?: string;
  children: ComponentChildren;
}>;

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A heading of the level asked for; of level 2 where it is none of 1 to 6. */
export function Heading({ level, children, ...rest }: HeadingProps): JSX.Element {
  return h(levels[Number(level) - 1] ?? 'h2', rest, children);
}
