import type { Declaration, Rule } from './stylesheet.ts';

/** GOV.UK Frontend's functional colours, by the custom property of the host that each one reads. */
const functional: Readonly<Record<string, string>> = {
  brand: '--action',
  text: '--ink',
  'inverse-text': '--action-ink',
  'template-background': '--paper',
  'body-background': '--paper',
  'secondary-text': '--quiet',
  focus: '--focus',
  'focus-text': '--focus-ink',
  error: '--danger',
  success: '--better',
  border: '--line',
  'input-border': '--ink',
  hover: '--line',
  link: '--link',
  'link-visited': '--link',
  'link-hover': '--ink',
  'link-active': '--ink',
  'surface-background': '--card',
  'surface-text': '--ink',
  'surface-border': '--line',
};

/** Colours that Sass has worked out from the palette, by their part: each with what the part is for. */
const workedOut: Readonly<Record<string, string>> = {
  '#0f7a52': '--action', // button
  '#0b5c3e': '--ink', // button under the pointer
  '#083d29': '--ink', // its lower edge; a link in a message of success, under the pointer
  '#ca3535': '--danger', // warning button
  '#982828': '--ink', // the same under the pointer
  '#651b1b': '--ink', // its lower edge; a link in the error summary, under the pointer
  '#858686': '--quiet', // lower edge of the secondary button
  '#0f385c': '--ink', // lower edge of the inverse button
  '#f3f3f3': '--card',
  '#f4f8fb': '--card',
  '#cecece': '--line',
  '#0b0c0c': '--ink',
  '#ffffff': '--action-ink', // words on a button; the inverse button
};

/** Words on a tint of the same hue: a pair that is readable on every page, so that both stay. */
const keepsItsColours = /^\.govuk-tag/;

/** One rule with every colour read from the host's custom properties, GOV.UK's own as what stands in for them. */
export function themed(rule: Rule): Rule {
  if (rule.selectors.every((selector) => keepsItsColours.test(selector))) return rule;
  const isField = rule.selectors.every((selector) => selector.startsWith('.govuk-select'));
  const declarations: Declaration[] = [];
  for (const [property, value] of rule.declarations) {
    const name = renamed(property);
    const coloured = value.replace(colour, (whole, part: string | undefined, standIn: string | undefined) => {
      if (part === 'print-text') return '#000';
      const token = part === undefined ? workedOut[whole.toLowerCase()] : functional[part];
      if (token === undefined) throw new Error(`no property for ${whole} in ${rule.selectors.join()}`);
      return `var(${isField && whole === '#ffffff' ? '--card' : token}, ${standIn ?? whole})`;
    });
    // A property that would be defined by itself: both sides have become the same one.
    if (!(name.startsWith('--') && coloured.startsWith(`var(${name},`))) declarations.push([name, coloured]);
  }
  return { selectors: rule.selectors, declarations };
}

const colour = /var\(--govuk-([a-z-]+)-colour, (#[0-9a-f]+)\)|#[0-9a-f]{6}\b/gi;

/** A functional colour that a component sets for what stands in it. */
function renamed(property: string): string {
  const part = /^--govuk-([a-z-]+)-colour$/.exec(property)?.[1];
  return part === undefined ? property : (functional[part] ?? property);
}
