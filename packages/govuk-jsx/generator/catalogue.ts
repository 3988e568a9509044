/** The ported components, by the folder that holds them. What stands here must be exported and replay its fixtures. */
export const catalogue = {
  forms: [
    'button',
    'checkboxes',
    'date-input',
    'error-message',
    'error-summary',
    'fieldset',
    'file-upload',
    'hint',
    'input',
    'label',
    'radios',
    'select',
    'textarea',
  ],
  content: [
    'details',
    'inset-text',
    'notification-banner',
    'panel',
    'phase-banner',
    'summary-list',
    'table',
    'tabs',
    'tag',
    'warning-text',
  ],
  navigation: ['back-link', 'breadcrumbs', 'pagination', 'service-navigation', 'skip-link'],
} as const;

export type Group = keyof typeof catalogue;

/** Every ported component with its folder, in the order of the catalogue. */
export function ported(): readonly Readonly<{ group: Group; component: string }>[] {
  const groups: readonly Group[] = ['forms', 'content', 'navigation'];
  return groups.flatMap((group) => catalogue[group].map((component) => ({ group, component })));
}

/** `error-summary` and `errorSummary` → `ErrorSummary`. */
export function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
