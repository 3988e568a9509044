/** Where the pages of people stand. */
export const peoplePlaces = {
  all: '/people',
  invite: '/people/invite',
  person: (id: string) => `/people/${id}`,
  roles: (id: string) => `/people/${id}/roles`,
  confirmRole: (id: string, grant: string) => `/people/${id}/roles/${grant}/confirm`,
  endRole: (id: string, grant: string) => `/people/${id}/roles/${grant}/end`,
  leave: (id: string) => `/people/${id}/leave`,
  comeBack: (id: string) => `/people/${id}/return`,
  signOut: (id: string) => `/people/${id}/sign-out`,
  anew: (id: string) => `/people/${id}/anew`,
  withdraw: (id: string) => `/people/${id}/withdraw`,
  way: (id: string) => `/people/${id}/way`,
  confirmWay: (id: string, invitation: string) => `/people/${id}/way/${invitation}/confirm`,
  everyRole: '/roles',
  newRole: '/roles/new',
  retireRole: (id: string) => `/roles/${id}/retire`,
  introductions: '/introductions',
  introduce: '/introductions/new',
  introducedAct: (id: string, act: string) => `/introductions/${id}/${act}`,
  welcome: (token: string) => `/welcome/${token}`,
} as const;

/** Where the pages of bodies and teams stand. */
export const bodyPlaces = {
  all: '/bodies',
  open: '/bodies/new',
  body: (key: string) => `/bodies/${encodeURIComponent(key)}`,
  rename: (key: string) => `/bodies/${encodeURIComponent(key)}/rename`,
  close: (key: string) => `/bodies/${encodeURIComponent(key)}/close`,
  reopen: (key: string) => `/bodies/${encodeURIComponent(key)}/reopen`,
  teams: (key: string) => `/bodies/${encodeURIComponent(key)}/teams`,
  team: (id: string) => `/teams/${id}`,
  members: (id: string) => `/teams/${id}/members`,
  closeTeam: (id: string) => `/teams/${id}/close`,
} as const;
