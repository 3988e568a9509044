/** Where the turning of a year, and its report, stand. */
export const yearPlaces = {
  all: '/years',
  year: (key: string) => `/years/${key}`,
  part: (key: string, part: YearPart) => `/years/${key}#${part}`,
  sayLookBack: (key: string) => `/years/${key}/look-backs`,
  takeLookBack: (key: string, id: string) => `/years/${key}/look-backs/${id}/take-out`,
  turn: (key: string) => `/years/${key}/turn`,
  turnBack: (key: string) => `/years/${key}/turn-back`,
  carryAll: (key: string) => `/years/${key}/carry-all`,
  begin: (key: string) => `/years/${key}/next`,
  addPriority: (key: string) => `/years/${key}/next/priorities`,
  agree: (key: string) => `/years/${key}/next/agree`,
  close: (key: string) => `/years/${key}/close`,
  draft: (key: string) => `/years/${key}/draft`,
  editPart: (key: string, kind: string) => `/years/${key}/draft/${kind}`,
  publish: (key: string) => `/years/${key}/publish`,
  report: (key: string) => `/years/${key}/report`,
  edition: (key: string, edition: number) => `/years/${key}/report/${edition}`,
} as const;

export type YearPart = 'look-back' | 'turn' | 'next' | 'report';
