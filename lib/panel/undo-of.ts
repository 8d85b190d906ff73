/** What takes an edit back that is made once more, over what is there now. */
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount, removeAccount } from '#lib/model/mutations/account.ts';
import { createContact, removeContact } from '#lib/model/mutations/contact.ts';
import { addMember, editMember } from '#lib/model/mutations/member.ts';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { addNote, editNote, removeNote } from '#lib/model/mutations/note.ts';
import { addStep, removeStep } from '#lib/model/mutations/play.ts';
import { moveStage, setAmount, setCloseDate } from '#lib/model/mutations/stage-move.ts';
import { logTouch, removeTouch } from '#lib/model/mutations/touch.ts';
import { memberId } from '#lib/model/records/member.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { one } from '#lib/store/queries.ts';
import { asBefore, moveBack, termCalls, termsOf } from './decision-back.ts';
import type { Undoable } from './undo.ts';

type Back = Pick<Undoable, 'what' | 'calls'>;

/** `undefined` for an edit that is taken back where its record stands, and not at the panel's foot. */
export async function undoOf(
  db: QuorumDatabase,
  { name, args }: Call,
  newId: () => string,
): Promise<Back | undefined> {
  switch (name) {
    case moveStage.name: {
      const { opportunityId, stageId } = moveStage.args.parse(args);
      const opportunity = await one(db, 'opportunity', opportunityId);
      return opportunity && { what: 'movedStage', calls: [moveBack(opportunity, stageId, newId)] };
    }
    case setAmount.name: {
      const { opportunityId, transitionId: _, ...to } = setAmount.args.parse(args);
      return termsBack(db, opportunityId, to, newId);
    }
    case setCloseDate.name: {
      const { opportunityId, closeDate } = setCloseDate.args.parse(args);
      return termsBack(db, opportunityId, { closeDate }, newId);
    }
    case addMember.name:
    case editMember.name: {
      const shape = name === addMember.name ? addMember.args : editMember.args;
      const place = shape.parse(args);
      const member = await one(db, 'member', memberId(place.opportunityId, place.contactId));
      return { what: member ? 'changedMember' : 'attached', calls: [asBefore(place, member)] };
    }
    case editNote.name: {
      const { noteId, base, text } = editNote.args.parse(args);
      return { what: 'changedNote', calls: [call(editNote, { noteId, base: text, text: base })] };
    }
    case editNextSteps.name: {
      const { opportunityId, base, text } = editNextSteps.args.parse(args);
      const calls = [call(editNextSteps, { opportunityId, base: text, text: base })];
      return { what: 'changedNextSteps', calls };
    }
    case addNote.name: {
      const { noteId } = addNote.args.parse(args);
      return { what: 'addedNote', calls: [call(removeNote, { noteId })] };
    }
    case addStep.name: {
      const { id: stepId } = addStep.args.parse(args).step;
      return { what: 'addedStep', calls: [call(removeStep, { stepId })] };
    }
    case logTouch.name: {
      const { id: touchId } = logTouch.args.parse(args).touch;
      return { what: 'loggedTouch', calls: [call(removeTouch, { touchId })] };
    }
    case createContact.name: {
      const { id } = createContact.args.parse(args).contact;
      const calls = [call(removeContact, { contactId: id, created: id })];
      return { what: 'addedPerson', calls };
    }
    case createAccount.name: {
      const { id } = createAccount.args.parse(args).account;
      const calls = [call(removeAccount, { accountId: id, created: id })];
      return { what: 'addedAccount', calls };
    }
    default:
      return undefined;
  }
}

async function termsBack(
  db: QuorumDatabase,
  opportunityId: string,
  to: { amount?: number | null; currency?: string | undefined; closeDate?: string | null },
  newId: () => string,
): Promise<Back | undefined> {
  const opportunity = await one(db, 'opportunity', opportunityId);
  if (!opportunity) return undefined;
  const from = termsOf(opportunity);
  const { currency = from.currency, ...rest } = to;
  const after = { ...from, ...rest, ...(currency && { currency }) };
  return { what: 'changedTerms', calls: termCalls(after, from, opportunityId, newId) };
}
