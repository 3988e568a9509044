/** How one agency comes to hold a child, how carefully it writes, and what it leaves empty. Shares are of 1. */
export type Agency = {
  readonly name: 'school' | 'health' | 'social_care' | 'housing';
  /** of children, those it holds; from this age in years on */
  readonly holds: number;
  readonly fromAge: number;
  /** of the children held, those with a second record, and of these with a third */
  readonly again: number;
  readonly empty: {
    readonly nhsNumber: number;
    readonly upn: number;
    readonly forename: number;
    readonly middle: number;
    readonly surname: number;
    readonly sex: number;
    readonly born: number;
    readonly postcode: number;
  };
  /** slips of the pen, field by field */
  readonly slips: {
    readonly name: number;
    readonly born: number;
    readonly postcode: number;
    readonly id: number;
    readonly sex: number;
  };
  /** of forenames: a nickname; a middle name in its place */
  readonly calledByNickname: number;
  readonly calledByMiddle: number;
  /** of records whose child has another surname in the family: that one, or both joined */
  readonly otherSurname: number;
  /** of records: the address as it is today, rather than on some day since the record began */
  readonly addressOfToday: number;
  /** of children whose parents live apart: the other parent's address */
  readonly otherHome: number;
  readonly keepsMarks: boolean;
  /** of records begun at birth: still under a name that stands in for one */
  readonly placeholder: number;
};

/** Four agencies. Rates are our own judgement, in the range that published linkages of English records report. */
export const agencies: readonly Agency[] = [
  {
    name: 'school', holds: 0.93, fromAge: 4, again: 0.07,
    empty: { nhsNumber: 0.72, upn: 0.015, forename: 0, middle: 0.3, surname: 0, sex: 0.003, born: 0.001, postcode: 0.015 },
    slips: { name: 0.016, born: 0.006, postcode: 0.012, id: 0.004, sex: 0.002 },
    calledByNickname: 0.05, calledByMiddle: 0.012, otherSurname: 0.06, addressOfToday: 0.78, otherHome: 0.12,
    keepsMarks: true, placeholder: 0,
  },
  {
    name: 'health', holds: 0.96, fromAge: 0, again: 0.035,
    empty: { nhsNumber: 0.012, upn: 0.995, forename: 0.001, middle: 0.45, surname: 0.0005, sex: 0.004, born: 0.0005, postcode: 0.02 },
    slips: { name: 0.02, born: 0.005, postcode: 0.015, id: 0.002, sex: 0.003 },
    calledByNickname: 0.012, calledByMiddle: 0.008, otherSurname: 0.1, addressOfToday: 0.72, otherHome: 0.06,
    keepsMarks: false, placeholder: 0.05,
  },
  {
    name: 'social_care', holds: 0.11, fromAge: 0, again: 0.12,
    empty: { nhsNumber: 0.38, upn: 0.45, forename: 0.003, middle: 0.8, surname: 0.002, sex: 0.008, born: 0.018, postcode: 0.06 },
    slips: { name: 0.045, born: 0.022, postcode: 0.025, id: 0.012, sex: 0.006 },
    calledByNickname: 0.1, calledByMiddle: 0.015, otherSurname: 0.16, addressOfToday: 0.5, otherHome: 0.3,
    keepsMarks: false, placeholder: 0.03,
  },
  {
    name: 'housing', holds: 0.22, fromAge: 0, again: 0.05,
    empty: { nhsNumber: 0.97, upn: 0.99, forename: 0.004, middle: 0.9, surname: 0.003, sex: 0.05, born: 0.04, postcode: 0.005 },
    slips: { name: 0.05, born: 0.03, postcode: 0.01, id: 0.02, sex: 0.01 },
    calledByNickname: 0.12, calledByMiddle: 0.02, otherSurname: 0.12, addressOfToday: 0.7, otherHome: 0.1,
    keepsMarks: false, placeholder: 0.01,
  },
]; // prettier-ignore
