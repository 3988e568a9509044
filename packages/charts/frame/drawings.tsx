import type { ComponentChildren, JSX } from 'preact';

/** A size to draw for, in units of the drawing: text of `fontSize` is at least 12 px high wherever the size is shown. */
export type Size = { name: 'compact' | 'wide'; width: number; fontSize: number };

/** Shown where the figure is narrow, down to 290 px (a phone of 320 px with its margins). */
export const compact: Size = { name: 'compact', width: 300, fontSize: 13 };

/** Shown from 520 px up. */
export const wide: Size = { name: 'wide', width: 640, fontSize: 15 };

/** A picture drawn for one size. */
export type Picture = { height: number; marks: ComponentChildren };

/**
 * The same picture drawn twice, for a phone and for a desk; the style sheet shows the one that suits the width of the
 * figure and takes the other out of the page, for eyes and for screen readers.
 */
export function Drawings(props: {
  id: string;
  title: string;
  description: string;
  draw: (size: Size) => Picture;
}): JSX.Element {
  return (
    <>
      <Drawing {...props} size={compact} />
      <Drawing {...props} size={wide} />
    </>
  );
}

function Drawing(props: {
  id: string;
  title: string;
  description: string;
  draw: (size: Size) => Picture;
  size: Size;
}): JSX.Element {
  const { title, description, draw, size } = props;
  const id = `${props.id}-${size.name}`;
  const { height, marks } = draw(size);
  return (
    <svg
      class={`chart-drawing chart-drawing--${size.name}`}
      viewBox={`0 0 ${size.width} ${Math.ceil(height)}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      direction="ltr"
      font-size={size.fontSize}
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {marks}
    </svg>
  );
}
