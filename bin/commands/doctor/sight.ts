/** One thing that the doctor looked at. `note` is worth knowing; `mend` stands in the way of something. */
export type Sight = { what: string; state: 'fine' | 'note' | 'mend'; says: string; mend?: string };

export function fine(what: string, says: string): Sight {
  return { what, state: 'fine', says };
}

/** @param mend how to come by what is missing, where there is a way */
export function note(what: string, says: string, mend?: string): Sight {
  return { what, state: 'note', says, ...(mend === undefined ? {} : { mend }) };
}

export function toMend(what: string, says: string, mend: string): Sight {
  return { what, state: 'mend', says, mend };
}
