import type { Id } from '#platform/kernel/id.ts';
import { isQuorate, type Membership, type Quorum } from '../body.ts';

export const comings = ['there', 'sent-somebody', 'apologies', 'absent'] as const;
export type Came = (typeof comings)[number];

/** How somebody's seat was filled at a meeting, and what they brought. */
export type Attendance = { membershipId: Id<'membership'>; came: Came; contribution: string };

export const cameWords: Readonly<Record<Came, string>> = {
  there: 'there',
  'sent-somebody': 'sent somebody',
  apologies: 'apologies',
  absent: 'not there',
};

/** Whether those who came, or who were sent, could decide. */
export function couldDecide(
  quorum: Quorum,
  seats: readonly Membership[],
  attendance: readonly Attendance[],
): boolean {
  return isQuorate(quorum, seatsFilled(seats, attendance));
}

/** The seats where somebody sat. A deputy who came in somebody's place fills that seat. */
function seatsFilled(seats: readonly Membership[], attendance: readonly Attendance[]): readonly Membership[] {
  const came = new Map(attendance.map((one) => [one.membershipId, one.came]));
  return seats.filter(({ id }) => came.get(id) === 'there' || came.get(id) === 'sent-somebody');
}

/** What an organisation did in a year of meetings. */
export type OrganisationYear = {
  organisationKey: string;
  /** meetings at which it had a seat and somebody wrote down who came */
  meetings: number;
  /** those to which anybody of it came, or was sent */
  came: number;
  /** what it brought, the newest first */
  brought: readonly string[];
};

/**
 * What each organisation did, in the order in which the keys are given: never by how often it came, since this is no
 * league table.
 */
export function organisationYears(
  organisationKeys: readonly string[],
  meetings: readonly { seats: readonly Membership[]; attendance: readonly Attendance[] }[],
): OrganisationYear[] {
  return organisationKeys.map((organisationKey) => {
    const own = meetings.flatMap(({ seats, attendance }) => {
      const ids = new Set(
        seats.filter((seat) => seat.organisationKey === organisationKey).map(({ id }) => id),
      );
      const said = attendance.filter(({ membershipId }) => ids.has(membershipId));
      return said.length === 0 ? [] : [said];
    });
    const came = own.filter((said) =>
      said.some(({ came: how }) => how === 'there' || how === 'sent-somebody'),
    );
    const brought = own.flatMap((said) => said.map(({ contribution }) => contribution)).filter(Boolean);
    return { organisationKey, meetings: own.length, came: came.length, brought };
  });
}
