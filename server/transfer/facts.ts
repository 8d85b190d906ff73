/** What is on record around the rows of an import: read by their keys, and locked until the import is done. */
import { sql } from 'kysely';
import { companyListKeys } from '#lib/model/exclusions.ts';
import { type AnyRecord, allOf, type Kind, ref } from '#lib/model/kinds.ts';
import type { Key } from '#lib/model/mutation.ts';
import { Book } from '#lib/model/transfer/book.ts';
import type { RowKind } from '#lib/model/transfer/columns.ts';
import type { ImportRow } from '#lib/model/transfer/plan.ts';
import { wantedBy } from '#lib/model/transfer/wanted.ts';
import type { Sight } from '../access/sight.ts';
import { aliasesOf } from '../aliases.ts';
import { listedKeys } from '../exclusions.ts';
import { keysUnderAny } from '../read/query.ts';
import type { LockedRecords } from '../records.ts';
import type { Tx } from '../stored.ts';

export async function factsFor(
  tx: Tx,
  sight: Sight,
  kind: RowKind,
  rows: readonly ImportRow[],
  records: LockedRecords,
): Promise<Book> {
  const { ws } = sight;
  const book = new Book();
  const load = async (keys: readonly Key[]) => {
    await records.lock(tx, ws, keys);
    const loaded: [Kind, AnyRecord][] = [];
    for (const [kind, id] of keys) {
      const row = records.row(kind, id);
      const record = row && !sight.closed.has(row.scope) ? records.get(kind, id) : undefined;
      if (record) {
        book.add(kind, record as never);
        loaded.push([kind, record]);
      } else if (row) book.gone.add(id);
    }
    return loaded;
  };
  book.users = await tx
    .selectFrom('users')
    .select(['id', 'name', 'email'])
    .where('ws', '=', ws)
    .execute();
  const wanted = wantedBy(kind, rows);
  book.listed = await listedKeys(tx, ws, [...wanted.keys]);
  const present = await aliasesOf(tx, ws, wanted.ids);
  const renamed = wanted.ids.flatMap(([kind, alias]) => {
    const id = present(kind, alias);
    return id === alias ? [] : [{ kind, alias, id }];
  });
  for (const { kind, alias, id } of renamed) book.alias(kind, alias, id);
  const underKeys = await keyed(tx, ws, [...wanted.keys]);
  const found = await load([
    ...wanted.ids,
    ...renamed.map(({ kind, id }): Key => [kind, id]),
    ...underKeys.map(({ kind, id }): Key => [kind, id]),
  ]);
  for (const { key, kind, id, exact } of underKeys)
    if (exact && sight.closed.has(records.row(kind, id)?.scope ?? '')) book.closed.add(key);
  // A person's own account, to tell when a row names another.
  await load(
    found.flatMap(([, record]) =>
      'accountId' in record ? [['account', record.accountId] as Key] : [],
    ),
  );
  // A company may be on the list under another of its keys than its row has.
  const companies = book.accounts.flatMap(companyListKeys);
  book.listed = book.listed.union(await listedKeys(tx, ws, companies));
  const accountIds = [
    ...new Set(found.map(([, record]) => ('accountId' in record ? record.accountId : record.id))),
  ];
  const atAccounts = accountIds.map((id) => ref('account', id));
  if (kind === 'contacts') await load(await keysUnderAny(tx, ws, 'contact', atAccounts));
  if (kind === 'opportunities' || kind === 'members') {
    await load(await keysUnderAny(tx, ws, 'solution', [allOf('solution')]));
    await load(await keysUnderAny(tx, ws, 'stage', [allOf('stage')]));
    await load(await keysUnderAny(tx, ws, 'opportunity', atAccounts));
  }
  if (kind === 'members') await load(await keysUnderAny(tx, ws, 'member', atAccounts));
  return book;
}

/** The contacts and accounts that have these keys. */
async function keyed(tx: Tx, ws: string, keys: string[]) {
  const { rows } = await sql<{ key: string; kind: Kind; id: string; exact: boolean }>`
    select key, kind, id, true as exact from record_keys where ws = ${ws} and key = any(${keys}::text[])
    union all
    select key, kind, id, false from record_index where ws = ${ws} and kind = 'account' and key = any(${keys}::text[])`.execute(
    tx,
  );
  return rows;
}
