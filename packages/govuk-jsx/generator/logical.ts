import type { Declaration, Rule } from './stylesheet.ts';

/** Left and right by what they mean in a line of text, so that one sheet serves both directions of writing. */
const properties: Readonly<Record<string, string>> = {
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  'border-left-width': 'border-inline-start-width',
  'border-right-width': 'border-inline-end-width',
  'border-left-style': 'border-inline-start-style',
  'border-right-style': 'border-inline-end-style',
  'border-left-color': 'border-inline-start-color',
  'border-right-color': 'border-inline-end-color',
};

/** One rule with its sides in the direction of writing. */
export function logical(rule: Rule): Rule {
  const isTriangle = rule.declarations.some(([property]) => property === 'clip-path');
  return {
    selectors: rule.selectors,
    declarations: rule.declarations.flatMap((declaration) => sidesOf(declaration, isTriangle)),
  };
}

function sidesOf([property, value]: Declaration, isTriangle: boolean): readonly Declaration[] {
  const renamed = properties[property];
  if (renamed !== undefined) return [[renamed, value]];
  if (property === 'text-align') return [[property, value.replace('left', 'start').replace('right', 'end')]];
  if (property === 'float' && value !== 'none') {
    // Browsers older than 2023 know only the physical side.
    return [
      [property, value],
      [property, value.replace('left', 'inline-start').replace('right', 'inline-end')],
    ];
  }
  return fourSides([property, value], isTriangle) ?? [[property, value]];
}

/** A corner that is rotated into an arrow keeps its sides (`mirrored` turns the arrow); a triangle swaps them. */
function fourSides([property, value]: Declaration, isTriangle: boolean): readonly Declaration[] | undefined {
  const [top, right, bottom, left, ...more] = value.split(' ');
  if (!top || !right || !bottom || !left || more.length > 0 || left === right) return undefined;
  if (property === 'margin' || property === 'padding') {
    return [
      [`${property}-block`, top === bottom ? top : `${top} ${bottom}`],
      [`${property}-inline`, `${left} ${right}`],
    ];
  }
  if (property === 'border-width' && isTriangle) {
    return [
      ['border-block-width', top === bottom ? top : `${top} ${bottom}`],
      ['border-inline-width', `${left} ${right}`],
    ];
  }
  return undefined;
}

/** What points the way of reading, turned round where that runs from right to left. */
export const mirrored: readonly Rule[] = [
  {
    selectors: ['[dir=rtl] .govuk-back-link::before'],
    declarations: [['transform', 'rotate(45deg)']],
  },
  {
    selectors: ['[dir=rtl] .govuk-breadcrumbs__list-item::before'],
    declarations: [['transform', 'rotate(225deg)']],
  },
  {
    selectors: ['[dir=rtl] .govuk-button__start-icon', '[dir=rtl] .govuk-pagination__icon'],
    declarations: [['transform', 'scaleX(-1)']],
  },
  {
    selectors: ['[dir=rtl] .govuk-details:not([open])>.govuk-details__summary::before'],
    declarations: [['clip-path', 'polygon(100% 0%, 0% 50%, 100% 100%)']],
  },
];
