/** Edits the server did not take, with both values where a colleague changed the same field first. */
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { t } from '#lib/browser/i18n.ts';
import type { GuardConflict } from '#lib/contract/sync.ts';
import { type Call, call, type RejectionCode } from '#lib/model/mutation.ts';
import { editNextSteps } from '#lib/model/mutations/next-steps.ts';
import { editNote } from '#lib/model/mutations/note.ts';
import { moveStage } from '#lib/model/mutations/stage-move.ts';
import { Seat } from '#lib/model/records/solution.ts';
import { BuyingRole } from '#lib/model/vocabulary.ts';
import type { QuorumDatabase, UnresolvedMutation } from '#lib/store/database.ts';
import { one } from '#lib/store/queries.ts';
import { refusedBefore } from '#lib/store/resend.ts';
import { rewriteOf } from './rewriting/rewrite.ts';
import type { ConflictView, UnresolvedView } from './sync-view.ts';

/** As much of an edit's arguments as says what was wanted of guarded fields, and of what. */
const Wanted = z.looseObject({
  opportunityId: z.string().optional(),
  solutionId: z.string().optional(),
  contactId: z.string().optional(),
  stageId: z.string().optional(),
  amount: z.number().nullable().optional(),
  currency: z.string().optional(),
  closeDate: z.string().nullable().optional(),
  noteId: z.string().optional(),
  text: z.string().optional(),
  role: BuyingRole.optional(),
  roles: z.array(BuyingRole).optional(),
  profile: z.array(Seat).optional(),
  fields: z.looseObject({ roles: z.array(BuyingRole).optional() }).optional(),
});
type Wanted = z.infer<typeof Wanted>;

/** After so long the reason may be gone, and the same edit may be tried once more. */
const reconsidered = 3_600_000;

/** What no other words would change. */
const hopeless = new Set<string | undefined>([
  'erased',
  'excluded',
  'inUse',
  'notAllowed',
  'notOpen',
  'unknownMutation',
] satisfies RejectionCode[]);

export async function unresolvedView(
  db: QuorumDatabase,
  kept: UnresolvedMutation,
  { now = Date.now, newId = uuidv7 } = {},
): Promise<UnresolvedView> {
  const { nonce, name, at, args, result } = kept;
  const { status, code, because = '', server = [] } = result;
  const written = hopeless.has(code)
    ? undefined
    : await rewriteOf(db, await sameAgain(db, kept, newId));
  // Of what is gone, another stage alone can be chosen.
  const isStage = written?.fields.some(({ as }) => as === 'stage');
  const rewrite = code === 'gone' && !isStage ? undefined : written;
  const times = refusedBefore(result, kept.refused)?.times ?? 0;
  const again = times > 1 && now() - Date.parse(at) < reconsidered ? times : undefined;
  const plain = {
    ...{ nonce, name, at, because },
    ...(code && { code }),
    ...(rewrite && { rewrite }),
    ...(again && { again }),
  } as const;
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
  const solutionId = opportunity ? opportunity.solutionId : wanted.solutionId;
  return solutionId ? (await one(db, 'solution', solutionId))?.name : undefined;
}

/** `undefined` for a field whose values the panel cannot set side by side. */
async function conflictOf(
  db: QuorumDatabase,
  wanted: Wanted,
  { kind, id, field, value, by, at }: GuardConflict,
): Promise<ConflictView | undefined> {
  const name = by && (await one(db, 'user', by))?.name;
  const who = { ...(name && { by: name }), ...(at && { at }) };
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
    return { field, mine: wanted.text ?? '', theirs: textOf(value), ...who };
  }
  if (kind === 'solution' && field === 'profile')
    return { field, mine: wanted.profile ?? [], theirs: seatsIn(value), ...who };
  return undefined;
}

const seatsIn = (value: unknown): Seat[] => z.array(Seat).safeParse(value).data ?? [];
const textOf = (value: unknown): string => z.string().safeParse(value).data ?? '';

/** The same edit again, on what is there now; a transition is made once, so it gets another id. */
export async function sameAgain(
  db: QuorumDatabase,
  { name, args, result }: Call & Pick<UnresolvedMutation, 'result'>,
  newId: () => string,
): Promise<Call> {
  const given = z.looseObject({}).safeParse(args).data ?? {};
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
  // Over the text that the user was shown and chose their own before: what changed since is merged again.
  const { noteId, text } = wanted;
  const seen = result.server?.find(({ field }) => field === 'text' || field === 'nextSteps');
  if (name === editNote.name && noteId && text !== undefined) {
    const base = seen ? textOf(seen.value) : ((await one(db, 'note', noteId))?.text ?? '');
    return call(editNote, { noteId, text, base });
  }
  if (name === editNextSteps.name && opportunityId && text !== undefined) {
    const present = (await one(db, 'opportunity', opportunityId))?.nextSteps ?? '';
    return call(editNextSteps, { opportunityId, text, base: seen ? textOf(seen.value) : present });
  }
  return { name, args: 'transitionId' in given ? { ...given, transitionId: newId() } : given };
}
