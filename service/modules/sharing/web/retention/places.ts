/** Where the pages of retention stand. */
export const retentionPlaces = {
  public: '/rights/how-long',
  all: '/retention',
  adopt: (recordClass: string) => `/retention/classes/${recordClass}`,
  holds: '/retention/holds',
  endHold: (id: string) => `/retention/holds/${id}/end`,
  make: '/retention/lists',
  list: (id: string) => `/retention/lists/${id}`,
  act: (id: string, act: string) => `/retention/lists/${id}/${act}`,
} as const;
