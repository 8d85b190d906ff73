/** Texts of the workspace in which somebody's name stands: a search, since no program can know what a text is about. */
import { sql } from 'kysely';
import { type MentionView, mentionsLimit } from '#lib/contract/privacy.ts';
import type { Kind } from '#lib/model/kinds.ts';
import { fullNames, mentionsOf, wordless } from '#lib/model/mentions.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import { openIn, type Sight } from '../access/sight.ts';
import { type Db, many } from '../read/query.ts';

export async function mentioned(db: Db, sight: Sight, contact: Contact): Promise<MentionView[]> {
  const { rows } = await sql<{ kind: Kind; id: string; scope: string; data: object }>`
    select kind, id, scope, data from records
     where ws = ${sight.ws} and ${openIn(sight, 'scope')} and deleted_at is null and kind <> all(${[...wordless]}::text[])
       and (scope = ${contact.accountId} or lower(data::text) like any(${fullNames(contact).map(contains)}::text[]))
     order by version desc`.execute(db);
  const found = mentionsOf(
    contact,
    rows.map((row) => ({ ...row, near: row.scope === contact.accountId })),
  ).slice(0, mentionsLimit);
  const scopes = new Map(rows.map(({ kind, id, scope }) => [`${kind}\n${id}`, scope]));
  const scopeOf = ({ kind, id }: { kind: Kind; id: string }) => scopes.get(`${kind}\n${id}`) ?? '';
  const accounts = new Map(
    (await many(db, sight, 'account', [...new Set(found.map(scopeOf))])).map((one) => [
      one.id,
      one,
    ]),
  );
  return found.map((mention) => {
    const account = accounts.get(scopeOf(mention));
    return { ...mention, ...(account && { account: { id: account.id, name: account.name } }) };
  });
}

/** For LIKE over JSON's own text, where quotes and backslashes stand escaped. */
export const contains = (text: string): string =>
  `%${JSON.stringify(text.toLowerCase())
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&')}%`;
