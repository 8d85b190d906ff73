/** What an edit takes from what its writer sees, which a history cannot know beforehand. */
import { z } from 'zod';
import { exclusionHash } from '../../lib/model/exclusions.ts';
import type { Kind } from '../../lib/model/kinds.ts';
import type { Call } from '../../lib/model/mutation.ts';
import type { QuorumDatabase } from '../../lib/store/database.ts';
import { one } from '../../lib/store/queries.ts';
import { rewritten, Written } from './calls/texts.ts';
import type { Profile } from './profile.ts';

const Ids = z.looseObject({
  opportunityId: z.string().default(''),
  noteId: z.string().default(''),
  contactId: z.string().default(''),
  movedId: z.string().default(''),
  keptId: z.string().default(''),
  contact: z.looseObject({}).default({}),
  contactIds: z.array(z.string()).default([]),
  accountIds: z.array(z.string()).default([]),
  written: Written.optional(),
  key: z.string().default(''),
  exclusion: z.looseObject({}).default({}),
});

/** The call as the profile's user makes it. */
export async function aimed({ store: { db } }: Profile, call: Call): Promise<Call> {
  const { written, key, ...args } = Ids.parse(call.args);
  const { written: _, key: __, ...given } = z.looseObject({}).parse(call.args);
  const with_ = (more: object): Call => ({ name: call.name, args: { ...given, ...more } });
  switch (call.name) {
    case 'opportunity.setStage@2': {
      const decision = await one(db, 'opportunity', args.opportunityId);
      return with_({ fromStageId: decision?.stageId ?? 'engaged' });
    }
    case 'note.edit@1':
    case 'opportunity.editNextSteps@1': {
      if (!written) return call; // said in full
      const base =
        call.name === 'note.edit@1'
          ? (await one(db, 'note', args.noteId))?.text
          : (await one(db, 'opportunity', args.opportunityId))?.nextSteps;
      return with_({ base: base ?? '', text: rewritten(base ?? '', written) });
    }
    case 'contact.move@1': {
      const former = await one(db, 'contact', args.contactId);
      return with_({ contact: { ...args.contact, emails: former?.emails ?? [] } });
    }
    case 'contact.unmove@1': {
      const moved = await one(db, 'contact', args.movedId);
      return with_({ keys: { emails: moved?.emails ?? [] } });
    }
    case 'exclusion.add@1': {
      const { salt = '' } = (await db.meta.get('meta')) ?? {};
      return with_({ exclusion: { ...args.exclusion, hashes: [exclusionHash(salt, key)] } });
    }
    case 'contact.merge@1':
    case 'contact.unmerge@1': {
      const kept = await one(db, 'contact', args.keptId);
      return with_({ accountId: kept?.accountId ?? 'acme' });
    }
    case 'contact.tag@1':
    case 'contact.untag@1':
      return with_({ contactIds: await seen(db, 'contact', args.contactIds) });
    case 'account.tag@1':
    case 'account.untag@1':
      return with_({ accountIds: await seen(db, 'account', args.accountIds) });
    default:
      return call;
  }
}

/** Only what is on the list that the writer sees can be chosen from it. */
async function seen(db: QuorumDatabase, kind: Kind, ids: readonly string[]): Promise<string[]> {
  const there = await Promise.all(ids.map((id) => one(db, kind, id)));
  return ids.filter((_, index) => there[index]);
}
