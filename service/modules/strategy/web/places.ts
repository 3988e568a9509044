/** Where each page of a framework is, said once. */
export const places = {
  library: '/frameworks',
  framework: (slug: string) => `/frameworks/${slug}`,
  element: (slug: string, key: string) => `/frameworks/${slug}/elements/${key}`,
  looseEnds: (slug: string) => `/frameworks/${slug}/loose-ends`,
  planOnAPage: (slug: string) => `/frameworks/${slug}/plan-on-a-page`,
  coverage: (slug: string) => `/frameworks/${slug}/coverage`,
  background: (slug: string) => `/frameworks/${slug}/background`,
  versions: (slug: string) => `/frameworks/${slug}/versions`,
  sideBySide: (left?: string, right?: string) =>
    left && right ? `/side-by-side?left=${left}&right=${right}` : '/side-by-side',
  download: (slug: string, format: 'yaml' | 'json' | 'csv' | 'xml') => `/frameworks/${slug}/framework.${format}`,
  begin: '/frameworks/new',
  bringIn: '/frameworks/bring-in',
  paste: '/frameworks/paste',
  editFramework: (slug: string) => `/frameworks/${slug}/edit`,
  addElement: (slug: string) => `/frameworks/${slug}/add-element`,
  editElement: (slug: string, key: string) => `/frameworks/${slug}/elements/${key}/edit`,
  moveElement: (slug: string, key: string) => `/frameworks/${slug}/elements/${key}/move`,
  ties: (slug: string, key: string) => `/frameworks/${slug}/elements/${key}/ties`,
  removeElement: (slug: string, key: string) => `/frameworks/${slug}/elements/${key}/remove`,
  publish: (slug: string) => `/frameworks/${slug}/publish`,
} as const;
