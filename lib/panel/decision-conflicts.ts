/** Edits the server did not take, with both values where a colleague changed the same field first. */
import { z } from 'zod';
import { t } from '#lib/browser/i18n.ts';
import type { GuardConflict } from '#lib/contract/sync.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { editNote } from '#lib/model/mutations/note.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { BuyingRole } from '#lib/model/vocabulary.ts';
import type { QuorumDatabase, UnresolvedMutation } from '#lib/store/database.ts';
import { one } from '#lib/store/queries.ts';
import type { ConflictView, UnresolvedView } from './view.ts';

/** As much of an edit's arguments as says what was wanted of guarded fields, and of what. */
const Wanted = z.looseObject({
  opportunityId: z.string().optional(),
  contactId: z.string().optional(),
  stageId: z.string().optional(),
  amount: z.number().nullable().optional(),
  currency: z.string().optional(),
  closeDate: z.string().nullable().optional(),
  noteId: z.string().optional(),
  text: z.string().optional(),
  role: BuyingRole.optional(),
  roles: z.array(BuyingRole).optional(),
  fields: z.looseObject({ roles: z.array(BuyingRole).optional() }).optional(),
});
type Wanted = z.infer<typeof Wanted>;

export async function unresolvedView(
  db: QuorumDatabase,
  { nonce, name, at, args, result }: UnresolvedMutation,
): Promise<UnresolvedView> {
  const { status, code, because = '', server = [] } = result;
  const plain = { nonce, name, at, because, ...(code && { code }) } as const;
  const wanted = Wanted.safeParse(args).data ?? {};
  const { opportunityId } = wanted;
  const about = await aboutOf(db, args);
  if (status !== 'conflict')
    return {
      ...{ ...plain, status: 'rejected' },
      ...(about && { about }),
      ...(wanted.text && { wrote: wanted.text }),
      ...(opportunityId && (await one(db, 'opportunity', opportunityId)) && { opportunityId }),
    };
  const conflicts = await Promise.all(server.map((theirs) => conflictOf(db, wanted, theirs)));
  return {
    ...plain,
    status: 'conflict',
    ...(about && { about }),
    conflicts: conflicts.flatMap((conflict) => conflict ?? []),
  };
}

/** What an edit makes says its name itself. */
const Made = z.looseObject({
  contact: z.looseObject({ name: z.string() }).optional(),
  account: z.looseObject({ name: z.string() }).optional(),
});

/** The person's name where an edit with these arguments is about one, else the account's or the solution's. */
export async function aboutOf(db: QuorumDatabase, args: unknown): Promise<string | undefined> {
  const { contact, account } = Made.safeParse(args).data ?? {};
  const { contactId, noteId, ...wanted } = Wanted.safeParse(args).data ?? {};
  if (contact || account) return (contact ?? account)?.name;
  if (contactId) return (await one(db, 'contact', contactId))?.name;
  const opportunityId =
    wanted.opportunityId ?? (noteId && (await one(db, 'note', noteId))?.opportunityId);
  const opportunity = opportunityId && (await one(db, 'opportunity', opportunityId));
  return opportunity ? (await one(db, 'solution', opportunity.solutionId))?.name : undefined;
}

/** `undefined` for a field whose values the panel cannot set side by side. */
async function conflictOf(
  db: QuorumDatabase,
  wanted: Wanted,
  { kind, id, field, value, by }: GuardConflict,
): Promise<ConflictView | undefined> {
  const name = by && (await one(db, 'user', by))?.name;
  const who = name ? { by: name } : {};
  if (kind === 'opportunity' && field === 'stageId') {
    const stage = async (of: unknown) =>
      typeof of === 'string' ? await one(db, 'stage', of) : undefined;
    return { field, mine: await stage(wanted.stageId), theirs: await stage(value), ...who };
  }
  if (kind === 'opportunity' && field === 'amount') {
    const currency = (await one(db, 'opportunity', id))?.currency ?? wanted.currency;
    const theirs = z.number().safeParse(value).data ?? null;
    return { field, mine: wanted.amount ?? null, theirs, ...(currency && { currency }), ...who };
  }
  if (kind === 'opportunity' && field === 'closeDate') {
    const theirs = z.string().safeParse(value).data ?? null;
    return { field, mine: wanted.closeDate ?? null, theirs, ...who };
  }
  if (kind === 'member' && field === 'roles') {
    const theirs = z.array(BuyingRole).safeParse(value).data ?? [];
    const given = wanted.role ? [...new Set([...theirs, wanted.role])] : undefined;
    return { field, mine: wanted.roles ?? wanted.fields?.roles ?? given ?? [], theirs, ...who };
  }
  if ((kind === 'note' && field === 'text') || (kind === 'opportunity' && field === 'nextSteps')) {
    const writer = kind === 'note' ? (await one(db, 'note', id))?.editedBy : undefined;
    const writerName = writer && (await one(db, 'user', writer))?.name;
    const texts = { mine: wanted.text ?? '', theirs: z.string().safeParse(value).data ?? '' };
    return { field, ...texts, ...(writerName && { by: writerName }) };
  }
  return undefined;
}

/** The same edit again, on what is there now; a transition is made once, so it gets another id. */
export async function sameAgain(
  db: QuorumDatabase,
  { name, args }: Call,
  newId: () => string,
): Promise<Call> {
  const given = z.looseObject({}).parse(args);
  const wanted = Wanted.safeParse(args).data ?? {};
  const { opportunityId, stageId } = wanted;
  if (name.startsWith('opportunity.setStage@') && opportunityId && stageId) {
    const present = (await one(db, 'opportunity', opportunityId))?.stageId;
    const reason = z.string().min(1).safeParse(given.reason).data ?? t('keptReason');
    return call(moveStage, {
      ...{ opportunityId, stageId, fromStageId: present ?? stageId, transitionId: newId(), reason },
      ...(typeof wanted.amount === 'number' && { amount: wanted.amount }),
      ...(wanted.closeDate && { closeDate: wanted.closeDate }),
    });
  }
  // Over the text that is there now: the user has seen it, and chose their own.
  const { noteId, text } = wanted;
  if (name === editNote.name && noteId && text !== undefined)
    return call(editNote, { noteId, text, base: (await one(db, 'note', noteId))?.text ?? '' });
  if (name === editNextSteps.name && opportunityId && text !== undefined) {
    const base = (await one(db, 'opportunity', opportunityId))?.nextSteps ?? '';
    return call(editNextSteps, { opportunityId, text, base });
  }
  return { name, args: 'transitionId' in given ? { ...given, transitionId: newId() } : given };
}
