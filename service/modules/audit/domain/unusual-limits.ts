/** From where on something is listed to be asked about. It is no judgement: each can be right. */
export const unusualLimits = {
  /** different children within one hour */
  children: 15,
  /** refusals of one person on one day */
  refusals: 5,
  /** the hours in which people usually work, in England, from Monday to Friday */
  opens: 7,
  closes: 20,
} as const;
