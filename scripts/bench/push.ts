/** Pushes on a real database, against a bare transaction that writes the same rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { protocolVersion, schemaVersion } from '../../lib/contract/version.ts';
import { rulesOf } from '../../lib/model/kinds.ts';
import { Contact } from '../../lib/model/records/contact.ts';
import { type OpenDatabase, openDatabase } from '../../server/db/database.ts';
import { jsonb } from '../../server/db/json.ts';
import type { Database } from '../../server/db/schema.ts';
import { indexKeys } from '../../server/index-keys.ts';
import { push } from '../../server/push.ts';
import { startPostgres } from '../postgres.ts';
import { openGround } from '../sim/ground.ts';
import { inTurns, type Measured, type Results, timed } from './measure.ts';

const versions = { protocol: protocolVersion, schema: schemaVersion };

export async function pushing(rounds: number): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  try {
    const measured = [await pushesOn('PGlite', await openDatabase({ folder }), rounds)];
    const postgres = await startPostgres();
    if (!postgres)
      return {
        measured,
        notes: ['PostgreSQL is not installed: pushes were measured on PGlite alone.'],
      };
    try {
      measured.push(await pushesOn('PostgreSQL', await postgres.fresh(), rounds));
    } finally {
      postgres.stop();
    }
    return {
      measured,
      notes: [
        'Pushes: one client, one edit each (a person with an e-mail and a LinkedIn page). PGlite syncs every commit to the disk; the private PostgreSQL does not.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `each` pushes a round, beside as many bare transactions; throws where the two do not leave the same rows behind. */
export async function pushesOn(
  name: string,
  opened: OpenDatabase,
  rounds: number,
  each = 300,
): Promise<Measured> {
  const ground = await openGround(opened);
  const { db } = ground;
  const workspace = async (ws: string) => {
    await ground.found(ws, [{ id: 'ana', team: 'sales' }]);
    return ws;
  };
  const measured = await inTurns(
    rounds,
    async (round) => {
      const ws = await workspace(`push-${round}`);
      return timed(() => pushes(db, ws, each));
    },
    async (round) => {
      const ws = await workspace(`bare-${round}`);
      const client = `bare-client-${round}`;
      await db.insertInto('clients').values({ ws, client, user_id: 'ana' }).execute();
      return timed(() => transactions(db, ws, client, each));
    },
  );
  await expectTheSameRows(db);
  await ground.close();
  return {
    what: `Pushes on ${name}`,
    bare: 'the same rows in a bare transaction',
    rounds: measured,
    each,
  };
}

const person = (at: number): Contact =>
  Contact.parse({
    ...{ id: `person-${at}`, accountId: 'acme', name: `Person Number ${at}` },
    ...{ emails: [`person.${at}@acme.example`], linkedin: `person-number-${at}` },
  });

async function pushes(db: Kysely<Database>, ws: string, each: number): Promise<void> {
  const actor = { ws, userId: 'ana', team: 'sales' as const };
  for (let at = 1; at <= each; at++) {
    const contact = person(at);
    const mutation = {
      ...{ id: at, nonce: `${ws}-${at}`.padEnd(8, '-'), name: 'contact.create@1', base: 0 },
      ...{ args: { contact, accountId: contact.accountId }, at: new Date().toISOString() },
    };
    const request = { ...versions, client: `client-of-${ws}`, mutations: [mutation] };
    const { results } = await push({ db, poke: () => {} }, actor, request);
    if (results[0]?.status !== 'applied')
      throw new Error(`Not applied: ${JSON.stringify(results)}`);
  }
}

/** No locks, no reading, no validation: only what a push leaves behind. */
async function transactions(
  db: Kysely<Database>,
  ws: string,
  client: string,
  each: number,
): Promise<void> {
  const { identity, scope } = rulesOf('contact');
  for (let at = 1; at <= each; at++) {
    const contact = person(at);
    const address = { ws, kind: 'contact', id: contact.id };
    const keys = (all: string[]) => all.map((key) => ({ ...address, key }));
    const result = { id: at, nonce: `${ws}-${at}`, status: 'applied' };
    await db.transaction().execute(async (tx) => {
      const { version } = await tx
        .updateTable('workspaces')
        .set({ version: sql<number>`version + 1` })
        .where('ws', '=', ws)
        .returning('version')
        .executeTakeFirstOrThrow();
      const data = jsonb(contact);
      await tx
        .insertInto('records')
        .values({ ...address, scope: scope(contact), version, deleted_at: null, data })
        .execute();
      await tx
        .insertInto('record_keys')
        .values(keys(identity(contact)))
        .execute();
      await tx
        .insertInto('record_index')
        .values(keys(indexKeys('contact', contact)))
        .execute();
      await tx
        .insertInto('history')
        .values({ ...address, version, seq: 0, field: '*', after: data, by_user: 'ana' })
        .execute();
      await tx
        .insertInto('mutation_log')
        .values({
          ...{ ws, client, mutation_id: at, name: 'contact.create@1', version },
          ...{ nonce: result.nonce, result: jsonb(result) },
        })
        .execute();
      await tx
        .updateTable('clients')
        .set({ last_mutation_id: at })
        .where('ws', '=', ws)
        .where('client', '=', client)
        .execute();
    });
  }
}

/** The comparison is one only while both leave as many rows behind. */
async function expectTheSameRows(db: Kysely<Database>): Promise<void> {
  for (const table of ['records', 'record_keys', 'record_index', 'history', 'mutation_log']) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where ws like 'push-%' or ws like 'bare-%'
      group by left(ws, 4)`.execute(db);
    if (rows.length !== 2 || rows[0]?.n !== rows[1]?.n)
      throw new Error(`A push and the bare transaction write other rows to ${table}.`);
  }
}
