import { readFileSync } from 'node:fs';
import { type ComponentType, h } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import * as exported from '../index.ts';
import { propsOf } from './markup.ts';

/** One published case: the options given and the HTML that the official macro made of them. */
export type Fixture = Readonly<{ name: string; options: unknown; html: string }>;

/** The cases published for one component. */
export function fixturesOf(component: string): readonly Fixture[] {
  const at = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const published: { fixtures: readonly Fixture[] } = JSON.parse(readFileSync(new URL(at), 'utf8'));
  return published.fixtures;
}

function replay<Props extends object>(component: ComponentType<Props>): (options: unknown) => string {
  return (options) => renderToStaticMarkup(h<Props>(component, propsOf<Props>(options)));
}

/** What turns published options into our HTML, by component. */
export const ports: Readonly<Record<string, (options: unknown) => string>> = {
  button: replay(exported.Button),
  checkboxes: replay(exported.Checkboxes),
  'date-input': replay(exported.DateInput),
  'error-message': replay(exported.ErrorMessage),
  'error-summary': replay(exported.ErrorSummary),
  fieldset: replay(exported.Fieldset),
  'file-upload': replay(exported.FileUpload),
  hint: replay(exported.Hint),
  input: replay(exported.Input),
  label: replay(exported.Label),
  radios: replay(exported.Radios),
  select: replay(exported.Select),
  textarea: replay(exported.Textarea),
};
