import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { touchComplaint } from '../../domain/complaints/touch-complaint.ts';
import type { Complaint } from '../../domain/complaints/complaint.ts';
import { readOwnAnswers } from '../../domain/permissions.ts';
import { ownAccount } from '../../domain/rights/own-account.ts';
import type { RightsRequest } from '../../domain/rights/rights-request.ts';
import { touchRequest } from '../../domain/rights/touch-request.ts';
import { complaintsFrom } from '../../store/complaints/complaints.ts';
import { releasedOf, type Released } from '../../store/rights/released.ts';
import { requestsAskedBy } from '../../store/rights/requests.ts';

export type OwnRequest = {
  request: RightsRequest;
  /** until when the answer can be opened; undefined where none left, or its day is over */
  openUntil: Date | undefined;
};

/** What somebody asked and complained of from their own account, the newest first; nothing of anybody else. */
export async function ownAnswers(
  ctx: Ctx,
): Promise<{ requests: readonly OwnRequest[]; complaints: readonly Complaint[] }> {
  const personId = ownAccount(ctx.actor);
  if (!allowed(ctx.actor, readOwnAnswers) || personId === undefined) return { requests: [], complaints: [] };
  const requests: OwnRequest[] = [];
  for (const request of await requestsAskedBy(ctx, personId)) {
    touchRequest(ctx, request.id, { act: 'own-request-read', way: 'read' });
    const released = request.answer && (await releasedOf(ctx, { requestId: request.id }));
    requests.push({ request, openUntil: released?.expiresAt });
  }
  const complaints = (await complaintsFrom(ctx, { personId })).toReversed();
  for (const { id } of complaints) touchComplaint(ctx, id, { act: 'own-complaint-read', way: 'read' });
  return { requests, complaints };
}

/** An answer that can still be opened, for whoever asked from their own account; it is not said of any other. */
export async function ownAnswer(
  ctx: Ctx,
  requestId: string,
): Promise<{ request: RightsRequest; released: Released } | undefined> {
  const personId = ownAccount(ctx.actor);
  if (personId === undefined) return undefined;
  const request = (await requestsAskedBy(ctx, personId)).find(({ id }) => id === requestId);
  const released = request?.answer && (await releasedOf(ctx, { requestId }));
  return request && released && { request, released };
}
