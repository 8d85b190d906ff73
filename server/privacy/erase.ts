/** Erasing one person: the records, and every row in which what they said before is kept. Cannot be taken back. */
import { randomUUID } from 'node:crypto';
import type { EraseAnswer } from '#lib/contract/privacy.ts';
import { entryOf } from '#lib/model/exclusions.ts';
import { contactKeys } from '#lib/model/keys.ts';
import { type AnyRecord, type Kind, rulesOf } from '#lib/model/kinds.ts';
import type { Exclusion } from '#lib/model/records/exclusion.ts';
import { listKeepers } from '#lib/model/vocabulary.ts';
import { everything, sightOf } from '../access/sight.ts';
import type { Actor } from '../actor.ts';
import { ProblemError } from '../problem.ts';
import { type Db, existing } from '../read/query.ts';
import { isNoop, LockedRecords, writeRecord } from '../records.ts';
import { retried } from '../retried.ts';
import type { Tx, Write } from '../stored.ts';
import { takeVersion } from '../version.ts';
import { forget } from './forget.ts';
import { mentioned } from './mentions.ts';
import { type Person, personOf } from './person.ts';

export interface EraseDeps {
  db: Db;
  poke: (ws: string, version: number) => void;
  now: () => Date;
}

/** `exclude` puts the person on the do-not-record list in the same moment, where they have an exact key. */
export interface Wish {
  exclude: boolean;
  reason?: string | undefined;
}

/** @throws ProblemError `forbidden` for who may not, `notFound` */
export async function erase(
  { db, poke, now }: EraseDeps,
  actor: Actor,
  contactId: string,
  wish: Wish,
): Promise<EraseAnswer> {
  if (!listKeepers.some((team) => team === actor.team))
    throw new ProblemError('forbidden', 'Marketing and admins erase people: ask one of them.');
  const { answer, version } = await retried(() =>
    db.transaction().execute((tx) => eraseIn(tx, actor, contactId, wish, now())),
  );
  poke(actor.ws, version);
  return answer;
}

async function eraseIn(tx: Tx, actor: Actor, contactId: string, wish: Wish, at: Date) {
  const { ws, userId } = actor;
  const sight = await sightOf(tx, actor);
  const records = new LockedRecords();
  // The contact first: edits that name them wait, and then find nobody.
  const { id } = await existing(tx, sight, 'contact', contactId);
  await records.lock(tx, ws, [['contact', id]]);
  // All of it goes, also what stands where the eraser does not see.
  const person = await personOf(tx, everything(ws), id);
  const { contact, own, touches } = person;
  await records.lock(tx, ws, [
    ...own.map(({ kind, id }) => [kind, id] as const),
    ...touches.map(({ id }) => ['touch', id] as const),
    ['account', contact.accountId],
  ]);
  const entry = wish.exclude
    ? await listed(tx, ws, person, { by: userId, at, reason: wish.reason })
    : null;
  const change = (kind: Kind, id: string, after: AnyRecord | null): Write => ({
    kind,
    id,
    before: records.row(kind, id),
    after,
  });
  const writes = [
    change('contact', contact.id, null),
    ...[...own, ...touches]
      .filter(({ deleted }) => !deleted)
      .map(({ kind, id, data }) => change(kind, id, without(person, kind, data))),
    ...namedAfter(person, records.get('account', contact.accountId)).map((account) =>
      change('account', account.id, account),
    ),
    ...(entry ? [change('exclusion', entry.id, entry)] : []),
  ].filter((write) => !isNoop(write));
  const version = await takeVersion(tx, ws, sight.access);
  const writer = { ws, version, client: `erase.${userId}`, by: userId, mutation: 'contact.erase' };
  for (const [seq, write] of writes.entries()) await writeRecord(tx, write, writer, seq);
  const forgotten = await forget(tx, ws, person, version);
  const count = (kind: Kind) => own.filter((one) => one.kind === kind && !one.deleted).length;
  const answer: EraseAnswer = {
    memberships: count('member'),
    interests: count('interest'),
    touches: touches.filter(({ deleted }) => !deleted).length,
    ...forgotten,
    excluded: entry !== null,
    mentions: await mentioned(tx, sight, contact),
  };
  return { answer, version };
}

/** What is left of a record once the person is out of it: nothing where it was about them alone. */
function without({ ids }: Person, kind: Kind, data: AnyRecord): AnyRecord | null {
  if (!('contactIds' in data)) return null;
  const { said: _, visitor: __, ...rest } = { said: 0, visitor: 0, ...data };
  const contactIds = data.contactIds.filter((id) => !ids.includes(id));
  return rulesOf(kind).schema.parse({ ...rest, contactIds });
}

/** A company nobody knew was named after the person: it loses that name. */
function namedAfter(
  { contact }: Person,
  account: (AnyRecord & { name: string; placeholder?: boolean }) | undefined,
) {
  const names = [contact.name, ...contact.emails].map((name) => name.toLowerCase());
  return account?.placeholder && names.includes(account.name.toLowerCase())
    ? [{ ...account, name: nameless } as AnyRecord]
    : [];
}

const nameless = '—';

async function listed(
  tx: Tx,
  ws: string,
  { contact }: Person,
  { by, at, reason }: { by: string; at: Date; reason: string | undefined },
): Promise<Exclusion | null> {
  const keys = contactKeys(contact);
  if (keys.length === 0) return null;
  const { salt } = await tx
    .selectFrom('workspaces')
    .select('salt')
    .where('ws', '=', ws)
    .executeTakeFirstOrThrow();
  return { id: randomUUID(), by, at: at.toISOString(), ...entryOf(salt, 'person', keys, reason) };
}
