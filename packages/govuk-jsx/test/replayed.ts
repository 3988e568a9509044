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
  'back-link': replay(exported.BackLink),
  breadcrumbs: replay(exported.Breadcrumbs),
  button: replay(exported.Button),
  checkboxes: replay(exported.Checkboxes),
  'date-input': replay(exported.DateInput),
  details: replay(exported.Details),
  'error-message': replay(exported.ErrorMessage),
  'error-summary': replay(exported.ErrorSummary),
  fieldset: replay(exported.Fieldset),
  'file-upload': replay(exported.FileUpload),
  hint: replay(exported.Hint),
  input: replay(exported.Input),
  'inset-text': replay(exported.InsetText),
  label: replay(exported.Label),
  'notification-banner': replay(exported.NotificationBanner),
  pagination: replay(exported.Pagination),
  panel: replay(exported.Panel),
  'phase-banner': replay(exported.PhaseBanner),
  radios: replay(exported.Radios),
  select: replay(exported.Select),
  'service-navigation': replay(exported.ServiceNavigation),
  'skip-link': replay(exported.SkipLink),
  'summary-list': replay(exported.SummaryList),
  table: replay(exported.Table),
  tabs: replay(exported.Tabs),
  tag: replay(exported.Tag),
  textarea: replay(exported.Textarea),
  'warning-text': replay(exported.WarningText),
};
