/** Where the pages of people's rights stand. No address holds a name. */
export const rightsPlaces = {
  all: '/rights',
  easy: '/rights/easy-read',
  ask: '/rights/ask',
  askYoung: '/rights/ask/young',
  asked: '/rights/asked',
  own: '/rights/mine',
  ownAnswer: (id: string) => `/rights/mine/${id}`,
  desk: '/rights/requests',
  add: '/rights/requests/new',
  one: (id: string) => `/rights/requests/${id}`,
  act: (id: string, act: string) => `/rights/requests/${id}/${act}`,
  words: (id: string) => `/rights/requests/${id}/words`,
  wordsAct: (id: string, act: string) => `/rights/requests/${id}/words/${act}`,
  preview: (id: string) => `/rights/requests/${id}/preview`,
  answer: (id: string, form: string) => `/rights/requests/${id}/answer/${form}`,
} as const;
