import type { Selectable } from 'kysely';
import { z } from 'zod';
import { storedId } from '#platform/kernel/id.ts';
import {
  askersFor,
  identityWays,
  requestKinds,
  requestOutcomes,
  safeToWrite,
  waysToCome,
  type RightsRequest,
} from '../../domain/rights/rights-request.ts';
import type { SharingTables } from '../tables.generated.ts';

const kindOf = z.enum(requestKinds);
const cameOf = z.enum(waysToCome);
const askerOf = z.enum(askersFor);
const safeOf = z.enum(safeToWrite);
const identityOf = z.enum(identityWays);
const outcomeOf = z.enum(requestOutcomes);
const harmOf = z.enum(['none', 'some-kept-back']);

export type RequestRow = Selectable<SharingTables['sharing.rights_request']>;

/** A request as its row holds it. */
export function rowOf(request: RightsRequest) {
  const { who, identity, extended, harm, answer } = request;
  return {
    reference: request.reference,
    kind: request.kind,
    came_how: request.came,
    received_on: request.receivedOn,
    asker_name: who.name,
    asks_for: who.asksFor,
    about_name: who.aboutName,
    born_on: who.bornOn ?? null,
    words: request.words,
    asked_by: request.askedBy ?? null,
    email: who.email,
    other_way: who.otherWay,
    safe_to_write: who.safeToWrite,
    support: who.support,
    identity_how: identity?.how ?? null,
    identity_on: identity?.on ?? null,
    identity_by_name: identity?.byName ?? '',
    extended_months: extended?.months ?? 0,
    extended_reason: extended?.reason ?? '',
    extended_on: extended?.on ?? null,
    harm_found: harm?.found ?? null,
    harm_words: harm?.words ?? '',
    harm_asked: harm?.asked ?? '',
    harm_by_name: harm?.byName ?? '',
    harm_on: harm?.on ?? null,
    gathered_at: request.gatheredAt ?? null,
    outcome: answer?.outcome ?? null,
    outcome_words: answer?.words ?? '',
    answered_on: answer?.on ?? null,
    answered_by_name: answer?.byName ?? '',
    version: request.version,
  };
}

/** A request from its row, still without what stands in other tables. */
export function requestOf(row: RequestRow): Omit<RightsRequest, 'pauses' | 'subjects'> {
  return {
    id: storedId(row.id),
    reference: row.reference,
    kind: kindOf.parse(row.kind),
    came: cameOf.parse(row.came_how),
    receivedOn: row.received_on,
    who: {
      name: row.asker_name,
      asksFor: askerOf.parse(row.asks_for),
      aboutName: row.about_name,
      bornOn: row.born_on ?? undefined,
      email: row.email,
      otherWay: row.other_way,
      safeToWrite: safeOf.parse(row.safe_to_write),
      support: row.support,
    },
    words: row.words,
    askedBy: row.asked_by === null ? undefined : storedId(row.asked_by),
    gatheredAt: row.gathered_at ?? undefined,
    version: row.version,
    ...stepsOf(row),
  };
}

function stepsOf(row: RequestRow): Pick<RightsRequest, 'identity' | 'extended' | 'harm' | 'answer'> {
  return {
    identity:
      row.identity_how && row.identity_on
        ? { how: identityOf.parse(row.identity_how), on: row.identity_on, byName: row.identity_by_name }
        : undefined,
    extended: row.extended_on
      ? { months: row.extended_months, reason: row.extended_reason, on: row.extended_on }
      : undefined,
    harm:
      row.harm_found && row.harm_on
        ? {
            found: harmOf.parse(row.harm_found),
            words: row.harm_words,
            asked: row.harm_asked,
            byName: row.harm_by_name,
            on: row.harm_on,
          }
        : undefined,
    answer:
      row.outcome && row.answered_on
        ? {
            outcome: outcomeOf.parse(row.outcome),
            words: row.outcome_words,
            on: row.answered_on,
            byName: row.answered_by_name,
          }
        : undefined,
  };
}
