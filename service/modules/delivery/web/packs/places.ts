/** Where packs are. */
export const packPlaces = {
  ofMeetingPath: '/meetings/:meeting/pack',
  packPath: '/packs/:pack',
  figuresPath: '/packs/:pack/figures.csv',
  publishPath: '/packs/:pack/publish',
  meeting: (key: string) => `/meetings/${encodeURIComponent(key)}`,
  ofMeeting: (key: string) => `/meetings/${encodeURIComponent(key)}/pack`,
  pack: (id: string, readers: 'members' | 'public' = 'members') =>
    readers === 'public' ? `/packs/${id}?for=public` : `/packs/${id}`,
  file: (id: string, ending: 'pdf' | 'docx', readers: 'members' | 'public') =>
    readers === 'public' ? `/packs/${id}.${ending}?for=public` : `/packs/${id}.${ending}`,
  figures: (id: string, readers: 'members' | 'public') =>
    readers === 'public' ? `/packs/${id}/figures.csv?for=public` : `/packs/${id}/figures.csv`,
  publish: (id: string) => `/packs/${id}/publish`,
} as const;
