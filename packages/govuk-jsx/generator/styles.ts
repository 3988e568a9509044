import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileString } from 'sass';
import { ported } from './catalogue.ts';
import { themed } from './colours.ts';
import { logical, mirrored } from './logical.ts';
import { joined, mapRules, type Node, parse, print, type Rule } from './stylesheet.ts';

/** The style sheet of the ported components, made from GOV.UK Frontend's Sass. */
export function styleSheet(version: string): string {
  const nodes = withoutOldBrowsers(parse(compiled()));
  const changed = mapRules(nodes, (rule) =>
    isLeftOut(rule) ? undefined : themed(logical(withoutFont(rule))),
  );
  return [
    `/*! Made by generate.ts from govuk-frontend ${version} (MIT, see NOTICE); not for editing. */\n`,
    print([...joined([...added, ...changed]), ...mirrored]),
  ].join('');
}

function compiled(): string {
  const base = dirname(fileURLToPath(import.meta.resolve('govuk-frontend/dist/govuk/index.scss')));
  const parts = ported().map(({ component }) => `components/${component}`);
  const source = [
    '@use "base" with ($govuk-font-family: inherit, $govuk-font-family-print: inherit);',
    ...['custom-properties', 'core', 'objects', ...parts, 'utilities', 'overrides'].map(
      (part) => `@use "${part}";`,
    ),
  ].join('\n');
  return compileString(source, { loadPaths: [base], style: 'expanded', charset: false }).css;
}

const systemFonts =
  'var(--font, system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif)';

/**
 * The typeface is said once for the page and inherited: GOV.UK's own is licensed for GOV.UK alone. Fields take the
 * colours of the page, since a browser's own dark field matches no brand.
 */
const added: readonly Rule[] = [
  { selectors: ['.govuk-template'], declarations: [['font-family', systemFonts]] },
  {
    selectors: ['.govuk-button', '.govuk-file-upload', '.govuk-input', '.govuk-select', '.govuk-textarea'],
    declarations: [['font-family', 'inherit']],
  },
  {
    selectors: ['.govuk-input', '.govuk-textarea'],
    declarations: [
      ['color', 'var(--ink, #0b0c0c)'],
      ['background-color', 'var(--card, #ffffff)'],
    ],
  },
];

function withoutFont(rule: Rule): Rule {
  const dropped = /^(font-family|-webkit-font-smoothing|-moz-osx-font-smoothing|-webkit-clip-path|-ms-.*)$/;
  return { ...rule, declarations: rule.declarations.filter(([property]) => !dropped.test(property)) };
}

/** Conditions that only browsers without custom properties meet, and one that every other browser meets. */
function withoutOldBrowsers(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => {
    if (!('condition' in node)) return [node];
    const inner = withoutOldBrowsers(node.nodes);
    if (node.condition === '@supports not (-ms-ime-align: auto)') return inner;
    if (/^@supports not|[^\x20-\x7e]|\\0|^@media screen and \(-ms-/.test(node.condition)) return [];
    const condition = node.condition.replace(/, \(-ms-high-contrast: [a-z]+\)/, '');
    return [{ condition: condition.replace(/^(@media )(\(.+\)) and \2$/, '$1$2'), nodes: inner }];
  });
}

/** What nothing here uses: spacing classes but for the block margins, the script's file button, root properties. */
function isLeftOut(rule: Rule): boolean {
  return rule.selectors.every((selector) =>
    /^:root$|^\.govuk-\\!-(static-)?padding|^\.govuk-\\!-static|^\.govuk-\\!-margin-(left|right|\d)|^\.govuk-file-upload-button|^\.govuk-drop-zone|:-moz-any-link/.test(
      selector,
    ),
  );
}
