/** The addresses of the audit. */
export const auditPlaces = {
  all: '/audit',
  days: '/audit/days.csv',
  subject: '/audit/subject',
  unusual: '/audit/unusual',
  heads: '/audit/heads',
  verify: '/audit/heads/verify',
  export: '/audit/heads/export',
  file: '/audit/heads/:id/file',
  fileOf: (id: string): string => `/audit/heads/${id}/file`,
} as const;

/** The way back to the list. */
export const auditCrumb = { text: 'Who did what', href: auditPlaces.all };
