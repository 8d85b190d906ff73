/** Routing by hand what no rule could route, with its way back. */
import { type Call, call } from '#lib/model/mutation.ts';
import { addMember, removeMember } from '#lib/model/mutations/member.ts';
import { createOpportunity, removeOpportunity } from '#lib/model/mutations/opportunity.ts';
import { unrouteTouch } from '#lib/model/mutations/touch.ts';
import { memberId } from '#lib/model/records/member.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { many, one } from '#lib/store/queries.ts';
import { routed } from './decision-calls.ts';
import { newDecision } from './new-decision.ts';
import { NotThereError } from './not-there.ts';
import type { Undoable } from './undo.ts';

export interface RouteActs {
  /** Says which decision of its account a touch belongs to; its people join as potential members. */
  routeTouch: (touch: Touch, to: RouteTo) => Promise<void>;
}

/** A decision there is, or one that begins with this touch. */
export type RouteTo = { opportunityId: string } | { solutionId: string };

export function createRouteActs({
  db,
  edit,
  userId,
  at,
  newId,
}: {
  db: QuorumDatabase;
  edit: (calls: Call[], act: Undoable) => Promise<void>;
  userId: string;
  /** Now, ISO 8601. */
  at: () => string;
  newId: () => string;
}): RouteActs {
  /** The decision meant, with the calls that make it and take it out again. */
  async function target({ id, accountId }: Touch, to: RouteTo) {
    if ('opportunityId' in to) {
      const opportunity = await one(db, 'opportunity', to.opportunityId);
      if (!opportunity) throw new NotThereError('The decision was deleted.');
      const solution = await one(db, 'solution', opportunity.solutionId);
      return { opportunity, name: solution?.name ?? '', make: [], unmake: [] };
    }
    const { opportunity, solution } = await newDecision(db, {
      ...{ id: newId(), accountId, solutionId: to.solutionId, detectedBy: id },
      ...{ stageSince: at(), ownerId: userId },
    });
    return {
      opportunity,
      name: solution.name,
      make: [call(createOpportunity, { opportunity, accountId })],
      unmake: [call(removeOpportunity, { opportunityId: opportunity.id })],
    };
  }

  /** Of the touch's people, those who are there and not yet in the buying group. */
  async function newcomers(contactIds: readonly string[], opportunityId: string) {
    const people = (await many(db, 'contact', contactIds)).map(({ id }) => id);
    const ids = people.map((id) => memberId(opportunityId, id));
    const there = new Set((await many(db, 'member', ids)).map(({ contactId }) => contactId));
    return people.filter((id) => !there.has(id));
  }

  return {
    async routeTouch(touch, to) {
      const { opportunity, name, make, unmake } = await target(touch, to);
      const { id: opportunityId, solutionId } = opportunity;
      const places = (await newcomers(touch.contactIds, opportunityId)).map((contactId) => ({
        opportunityId,
        contactId,
      }));
      await edit(
        [
          ...make,
          routed(touch.id, opportunityId),
          ...places.map((place) => call(addMember, { ...place, roles: [], status: 'potential' })),
        ],
        {
          what: 'routedTouch',
          name,
          calls: [
            ...places.map((place) => call(removeMember, place)),
            call(unrouteTouch, {
              touchId: touch.id,
              solutionIds: touch.solutionIds.includes(solutionId) ? [] : [solutionId],
              ...(touch.unrouted && { unrouted: touch.unrouted }),
            }),
            ...unmake,
          ],
        },
      );
    },
  };
}
