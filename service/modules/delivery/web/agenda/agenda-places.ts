/** What an agenda item's place on a page is called: an id by itself may begin with a digit. */
export function itemMark(under: string): string {
  return `item-${under}`;
}

/** Where agendas, minutes and decisions stand. */
export const agendaPlaces = {
  meetings: '/meetings',
  meeting: (key: string) => `/meetings/${key}`,
  agenda: (key: string) => `/meetings/${key}/agenda`,
  onAgenda: (key: string, item: string) => `/meetings/${key}/agenda#${itemMark(item)}`,
  take: (key: string) => `/meetings/${key}/agenda/take`,
  newItem: (key: string) => `/meetings/${key}/agenda/items/new`,
  item: (key: string, id: string) => `/meetings/${key}/agenda/items/${id}`,
  moveItem: (key: string, id: string) => `/meetings/${key}/agenda/items/${id}/move`,
  removeItem: (key: string, id: string) => `/meetings/${key}/agenda/items/${id}/remove`,
  minutes: (key: string) => `/meetings/${key}/minutes`,
  inMinutes: (key: string, under: string) => `/meetings/${key}/minutes#${itemMark(under)}`,
  notes: (key: string) => `/meetings/${key}/minutes/notes`,
  decide: (key: string, item: string) => `/meetings/${key}/minutes?decide=${item}#decide`,
  decisionsOf: (key: string) => `/meetings/${key}/minutes/decisions`,
  end: (key: string) => `/meetings/${key}/minutes/end`,
  publicMinutes: (key: string) => `/meetings/${key}/minutes?for=public`,
  publishMinutes: (key: string) => `/meetings/${key}/minutes/publish`,
  agree: (key: string) => `/meetings/${key}/minutes/agree`,
  decisions: '/decisions',
  decisionsOfBody: (key: string) => `/decisions?body=${key}`,
  redesigns: '/decisions/redesigns',
  decision: (number: number) => `/decisions/${number}`,
  came: (number: number) => `/decisions/${number}/came`,
} as const;
