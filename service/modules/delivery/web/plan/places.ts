/** Where the pages of the plan and its actions stand. */
export const planPlaces = {
  inForce: '/plan',
  newPlan: '/plans/new',
  plan: (key: string) => `/plans/${key}`,
  editPlan: (key: string) => `/plans/${key}/edit`,
  addPriority: (key: string) => `/plans/${key}/priorities/new`,
  editPriority: (key: string, id: string) => `/plans/${key}/priorities/${id}`,
  movePriority: (key: string, id: string) => `/plans/${key}/priorities/${id}/move`,
  together: (key: string) => `/plans/${key}/together`,
  newImpact: (key: string) => `/plans/${key}/together/new`,
  impact: (key: string, id: string) => `/plans/${key}/together/${id}`,
  newAction: '/actions/new',
  action: (number: number) => `/actions/${number}`,
  editAction: (number: number) => `/actions/${number}/edit`,
  say: (number: number) => `/actions/${number}/say`,
  around: (number: number) => `/actions/${number}/around`,
  ask: (number: number) => `/actions/${number}/ask`,
} as const;
