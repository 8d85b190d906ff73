/** What takes an edit back that is made once more, over what is there now. */
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount, removeAccount } from '#lib/model/mutations/account.ts';
import { changeAccount } from '#lib/model/mutations/account-edit.ts';
import { mergeAccounts } from '#lib/model/mutations/account-merge.ts';
import { createContact, editContact, removeContact } from '#lib/model/mutations/contact.ts';
import { changeContact, contactLeft } from '#lib/model/mutations/contact-edit.ts';
import { mergeContacts } from '#lib/model/mutations/contact-merge.ts';
import { moveContact, unmoveContact } from '#lib/model/mutations/contact-move.ts';
import type { MutationName } from '#lib/model/mutations/index.ts';
import { setInterest } from '#lib/model/mutations/interest.ts';
import {
  acceptSuggestion,
  addMember,
  declineSuggestion,
  editMember,
  removeMember,
} from '#lib/model/mutations/member.ts';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { addNote, editNote, removeNote } from '#lib/model/mutations/note.ts';
import { createOpportunity, removeOpportunity } from '#lib/model/mutations/opportunity.ts';
import { addStep, applyPlay, editStep, orderSteps, removeStep } from '#lib/model/mutations/play.ts';
import { planSeat } from '#lib/model/mutations/seat-plan.ts';
import { moveStage, setAmount, setCloseDate } from '#lib/model/mutations/stage-move.ts';
import {
  tagAccounts,
  tagContacts,
  untagAccounts,
  untagContacts,
} from '#lib/model/mutations/tags.ts';
import { logTouch, removeTouch, routeTouch, unrouteTouch } from '#lib/model/mutations/touch.ts';
import { memberId } from '#lib/model/records/member.ts';
import { one } from '#lib/store/queries.ts';
import { asBefore, moveBack, termsOf } from '../decision-back.ts';
import { settingsBack } from './settings.ts';
import { type Again, type Back, type Way, way } from './way.ts';

const none = { add: [], remove: [] };

/** `null`: it takes something back itself, and is done again where it was done first. */
const ways: Readonly<Record<MutationName, Way | null>> = {
  'account.create@1': way(createAccount, ({ account: { id } }) => ({
    what: 'addedAccount',
    calls: [call(removeAccount, { accountId: id, created: id })],
  })),
  'account.edit@1': way(changeAccount, ({ accountId, fields, domains = none }, { wayOf }) =>
    wayOf((acts) => acts.changeAccount(accountId, fields, domains)),
  ),
  'account.merge@1': way(mergeAccounts, ({ keptId, mergedId }, { wayOf }) =>
    wayOf((acts) => acts.merge({ kind: 'account', keptId, mergedId })),
  ),
  'account.unmerge@1': null,
  'account.remove@1': null,
  'account.tag@1': way(tagAccounts, ({ accountIds: [id = ''], tags }, { wayOf }) =>
    wayOf((acts) => acts.tagAccount(id, tags, [])),
  ),
  'account.untag@1': way(untagAccounts, ({ accountIds: [id = ''], tags }, { wayOf }) =>
    wayOf((acts) => acts.tagAccount(id, [], tags)),
  ),
  'contact.create@1': way(createContact, ({ contact: { id } }) => ({
    what: 'addedPerson',
    calls: [call(removeContact, { contactId: id, created: id })],
  })),
  'contact.edit@1': way(editContact, ({ contactId, fields }, { wayOf }) =>
    wayOf((acts) => acts.changeContact(contactId, fields, none)),
  ),
  'contact.edit@2': way(changeContact, ({ contactId, fields, emails = none }, { wayOf }) =>
    wayOf((acts) => acts.changeContact(contactId, fields, emails)),
  ),
  'contact.left@1': way(contactLeft, ({ contactId, left }, { wayOf }) =>
    wayOf((acts) => acts.setLeft(contactId, left)),
  ),
  'contact.merge@1': way(mergeContacts, ({ keptId, mergedId }, { wayOf }) =>
    wayOf((acts) => acts.merge({ kind: 'contact', keptId, mergedId })),
  ),
  'contact.unmerge@1': null,
  'contact.move@1': way(moveContact, async ({ contactId, contact: { id } }, { db }) => {
    const former = await one(db, 'contact', contactId);
    if (!former) return undefined;
    const left = former.left ?? null;
    const back = { contactId, movedId: id, created: id, left, keys: former };
    return { what: 'movedOn', calls: [call(unmoveContact, back)] };
  }),
  'contact.unmove@1': null,
  'contact.remove@1': null,
  'contact.tag@1': way(tagContacts, ({ contactIds, tags }, { wayOf }) =>
    wayOf((acts) => acts.tagMany(contactIds, tags, [])),
  ),
  'contact.untag@1': way(untagContacts, ({ contactIds, tags }, { wayOf }) =>
    wayOf((acts) => acts.tagMany(contactIds, [], tags)),
  ),
  'opportunity.create@1': way(createOpportunity, async ({ opportunity }, { db }) => {
    const name = (await one(db, 'solution', opportunity.solutionId))?.name ?? '';
    const calls = [call(removeOpportunity, { opportunityId: opportunity.id })];
    return { what: 'addedDecision', name, calls };
  }),
  'opportunity.remove@1': null,
  // Made once more it is the newer one.
  'opportunity.setStage@1': null,
  'opportunity.setStage@2': way(moveStage, async ({ opportunityId, stageId }, { db, newId }) => {
    const opportunity = await one(db, 'opportunity', opportunityId);
    return opportunity && { what: 'movedStage', calls: [moveBack(opportunity, stageId, newId)] };
  }),
  'opportunity.setAmount@1': way(setAmount, ({ opportunityId, amount, currency }, again) =>
    terms(opportunityId, { amount, ...(currency && { currency }) }, again),
  ),
  'opportunity.setCloseDate@1': way(setCloseDate, ({ opportunityId, closeDate }, again) =>
    terms(opportunityId, { closeDate }, again),
  ),
  'opportunity.addMember@1': way(addMember, member),
  'opportunity.removeMember@1': way(removeMember, ({ opportunityId, contactId }, { wayOf }) =>
    wayOf((acts) => acts.detach(opportunityId, contactId)),
  ),
  'opportunity.acceptSuggestion@1': way(acceptSuggestion, async (args, { db, wayOf }) => {
    const there = await one(db, 'member', memberId(args.opportunityId, args.contactId));
    return there && wayOf((acts) => acts.acceptRole(there, args.role));
  }),
  'opportunity.declineSuggestion@1': way(declineSuggestion, async (args, { db, wayOf }) => {
    const there = await one(db, 'member', memberId(args.opportunityId, args.contactId));
    return there && wayOf((acts) => acts.declineRole(there, args.role));
  }),
  'opportunity.editNextSteps@1': way(editNextSteps, ({ opportunityId, base, text }) => ({
    what: 'changedNextSteps',
    calls: [call(editNextSteps, { opportunityId, base: text, text: base })],
  })),
  'member.edit@1': way(editMember, member),
  'touch.log@1': way(logTouch, ({ touch: { id: touchId } }) => ({
    what: 'loggedTouch',
    calls: [call(removeTouch, { touchId })],
  })),
  'touch.remove@1': null,
  'touch.route@1': way(routeTouch, async ({ touchId, opportunityId = '' }, { db }) => {
    const touch = await one(db, 'touch', touchId);
    const { solutionId = '' } = (await one(db, 'opportunity', opportunityId)) ?? {};
    if (!touch || !solutionId) return undefined;
    const solutionIds = touch.solutionIds.includes(solutionId) ? [] : [solutionId];
    const { unrouted } = touch;
    return {
      what: 'routedTouch',
      calls: [call(unrouteTouch, { touchId, solutionIds, ...(unrouted && { unrouted }) })],
    };
  }),
  'touch.unroute@1': null,
  'interest.set@1': way(setInterest, ({ contactId, solutionId, level }, { wayOf }) =>
    wayOf((acts) => acts.sayInterest(contactId, solutionId, level)),
  ),
  'seat.plan@1': way(planSeat, ({ opportunityId, seatId, fields }, { wayOf }) => {
    const { assigneeId = null, due = null, note = null } = fields;
    return wayOf((acts) => acts.planSeat(opportunityId, seatId, { assigneeId, due, note }));
  }),
  'play.addStep@1': way(addStep, ({ step: { id: stepId, title } }) => ({
    what: 'addedStep',
    name: title,
    calls: [call(removeStep, { stepId })],
  })),
  'play.editStep@1': way(editStep, async ({ stepId, fields }, { db, wayOf }) => {
    const step = await one(db, 'playStep', stepId);
    if (!step) return undefined;
    const { state } = fields;
    if (state) return wayOf((acts) => acts.setStepState(step, state));
    const { title, team, ownerId = null, due = null } = { ...step, ...fields };
    return wayOf((acts) => acts.editStep(step, { title, team, ownerId, due }));
  }),
  'play.removeStep@1': way(removeStep, async ({ stepId }, { db, wayOf }) => {
    const step = await one(db, 'playStep', stepId);
    return step && wayOf((acts) => acts.removeStep(step));
  }),
  'play.orderSteps@1': way(orderSteps, ({ opportunityId, stepIds }, { wayOf }) =>
    wayOf((acts) => acts.orderSteps(opportunityId, stepIds)),
  ),
  'play.apply@1': way(applyPlay, async ({ opportunityId }, { db, wayOf }) => {
    const opportunity = await one(db, 'opportunity', opportunityId);
    return opportunity && wayOf((acts) => acts.applyPlay(opportunity));
  }),
  'note.add@1': way(addNote, ({ noteId }) => ({
    what: 'addedNote',
    calls: [call(removeNote, { noteId })],
  })),
  'note.edit@1': way(editNote, ({ noteId, base, text }) => ({
    what: 'changedNote',
    calls: [call(editNote, { noteId, base: text, text: base })],
  })),
  'note.remove@1': way(removeNote, async ({ noteId }, { db, wayOf }) => {
    const note = await one(db, 'note', noteId);
    return note && wayOf((acts) => acts.removeNote(note));
  }),
  ...settingsBack,
};

/** `undefined` for an edit that is taken back where its record stands, and not at the panel's foot. */
export const undoOf = async ({ name, args }: Call, again: Again): Promise<Back | undefined> =>
  Object.hasOwn(ways, name) ? ways[name as MutationName]?.(args, again) : undefined;

async function member(
  place: { opportunityId: string; contactId: string },
  { db }: Again,
): Promise<Back> {
  const there = await one(db, 'member', memberId(place.opportunityId, place.contactId));
  return { what: there ? 'changedMember' : 'attached', calls: [asBefore(place, there)] };
}

async function terms(
  opportunityId: string,
  to: { amount?: number | null; currency?: string; closeDate?: string | null },
  { db, wayOf }: Again,
): Promise<Back | undefined> {
  const opportunity = await one(db, 'opportunity', opportunityId);
  return (
    opportunity && wayOf((acts) => acts.setTerms(opportunity, { ...termsOf(opportunity), ...to }))
  );
}
