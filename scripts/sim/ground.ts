/** The database under the simulator: opened and migrated once, a fresh workspace for each history, backups of one. */
import { type Kysely, sql } from 'kysely';
import { type AnyRecord, type Kind, rulesOf } from '../../lib/model/kinds.ts';
import { defaultStages } from '../../lib/model/records/stage.ts';
import type { Team } from '../../lib/model/vocabulary.ts';
import { type OpenDatabase, openDatabase } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Database } from '../../server/db/schema.ts';
import { LockedRecords, writeRecord } from '../../server/records.ts';
import { afterRestore } from '../../server/restored.ts';
import type { Writer } from '../../server/stored.ts';
import { takeVersion } from '../../server/version.ts';
import { ground } from './ids.ts';

type Rows = Record<string, Record<string, unknown>[]>;

/** All of one workspace, as a backup has it. */
export interface Backup {
  version: number;
  horizon: number;
  rows: Rows;
}

export interface SimUser {
  id: string;
  team: Team;
}

export interface Ground {
  db: Kysely<Database>;
  kind: OpenDatabase['kind'];
  /** A workspace as every history begins with, with these users. Gives a backup of it. */
  found: (ws: string, users: readonly SimUser[]) => Promise<Backup>;
  /** With which the keys on its do-not-record list are hashed. */
  salt: (ws: string) => Promise<string>;
  /** That of the last commit. */
  version: (ws: string) => Promise<number>;
  backUp: (ws: string) => Promise<Backup>;
  /** Puts the workspace back as it was then, under another epoch. */
  restore: (ws: string, backup: Backup) => Promise<void>;
  close: () => Promise<void>;
}

/** Kept through a restore: who may sign in is told elsewhere, and the workspace's own row is updated. */
const kept = ['workspaces', 'users', 'identities', 'api_keys'];

export async function openGround(opened?: OpenDatabase): Promise<Ground> {
  const own = opened ?? (await openDatabase());
  const { db } = own;
  await migrate(db);
  const { rows } = await sql<{ table: string }>`
    select table_name as "table" from information_schema.columns
     where column_name = 'ws' and table_schema = 'public' order by table_name`.execute(db);
  const tables = rows.map(({ table }) => table).filter((table) => !kept.includes(table));

  const fill = async (on: Kysely<Database>, ws: string, all: Rows) => {
    for (const table of tables) {
      const here = (all[table] ?? []).map((row) => ({ ...row, ws }));
      if (here.length > 0)
        await sql`insert into ${sql.table(table)}
          select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(here)}::json)`.execute(
          on,
        );
    }
  };
  const backUp = async (ws: string): Promise<Backup> => {
    const each = tables.map(
      (table) =>
        sql`(select coalesce(json_agg(t), '[]') from ${sql.table(table)} t where t.ws = ${ws}) as ${sql.id(table)}`,
    );
    const { rows } = await sql<Rows>`select ${sql.join(each)}`.execute(db);
    const { version, horizon } = await db
      .selectFrom('workspaces')
      .select(['version', 'horizon'])
      .where('ws', '=', ws)
      .executeTakeFirstOrThrow();
    return { version, horizon, rows: rows[0] ?? {} };
  };

  const template = `template-${crypto.randomUUID()}`;
  await db.insertInto('workspaces').values({ ws: template, name: 'T', epoch: 'one' }).execute();
  await firstRecords(db, template);
  const start = await backUp(template);

  return {
    db,
    kind: own.kind,
    backUp,
    async salt(ws) {
      const row = await db
        .selectFrom('workspaces')
        .select('salt')
        .where('ws', '=', ws)
        .executeTakeFirstOrThrow();
      return row.salt;
    },
    async version(ws) {
      const row = await db
        .selectFrom('workspaces')
        .select('version')
        .where('ws', '=', ws)
        .executeTakeFirstOrThrow();
      return row.version;
    },
    async found(ws, users) {
      const { version, horizon } = start;
      await db
        .insertInto('workspaces')
        .values({ ws, name: 'Simulated', epoch: 'one', version, horizon })
        .execute();
      await db
        .insertInto('users')
        .values(
          users.map(({ id, team }) => ({ ws, id, team, email: `${id}@${ws}.example`, name: id })),
        )
        .execute();
      await db
        .insertInto('identities')
        .values(users.map(({ id }) => ({ issuer: 'sim', subject: `${ws}:${id}`, ws, user_id: id })))
        .execute();
      await fill(db, ws, start.rows);
      return start;
    },
    async restore(ws, { version, horizon, rows }) {
      await db.transaction().execute(async (tx) => {
        for (const table of tables)
          await sql`delete from ${sql.table(table)} where ws = ${ws}`.execute(tx);
        await fill(tx, ws, rows);
        await tx.updateTable('workspaces').set({ version, horizon }).where('ws', '=', ws).execute();
        await afterRestore(tx, ws);
      });
    },
    close: () => own.close(),
  };
}

async function firstRecords(db: Kysely<Database>, ws: string): Promise<void> {
  const stages = defaultStages.filter(({ id }) => ground.stages.some((stage) => stage === id));
  const deal = { solutionId: 'talent', stageId: 'engaged', type: 'new_business' };
  const play = ['call', 'show'].map((id) => ({ id, title: id, team: 'sales', dueInDays: 7 }));
  const onDeal = { accountId: 'acme', opportunityId: 'deal' };
  const at = '2026-09-01T09:00:00.000Z';
  const records: [Kind, unknown][] = [
    ...stages.map((stage): [Kind, unknown] => ['stage', stage]),
    ...ground.solutions.map((id): [Kind, unknown] => [
      'solution',
      { id, name: id, profile: [], ...(id === 'talent' && { play }) },
    ]),
    ...ground.accounts.map((id): [Kind, unknown] => [
      'account',
      { id, name: id, domains: [`${id}.example`] },
    ]),
    ['contact', { id: 'kim', accountId: 'acme', name: 'Kim', emails: ['kim@acme.example'] }],
    ['contact', { id: 'lee', accountId: 'acme', name: 'Lee' }],
    ['contact', { id: 'max', accountId: 'globex', name: 'Max' }],
    [
      'opportunity',
      { ...deal, id: 'deal', accountId: 'acme', amount: 1000, nextSteps: 'Call\nWrite' },
    ],
    ['opportunity', { ...deal, id: 'other', accountId: 'globex' }],
    [
      'member',
      {
        ...{ ...onDeal, id: 'deal.kim', contactId: 'kim' },
        ...{ status: 'confirmed', roles: ['champion'] },
      },
    ],
    ['note', { ...onDeal, id: 'memo', text: 'They want it\nsoon, says\nKim.', by: 'user0', at }],
    ...ground.steps.map((id, order): [Kind, unknown] => [
      'playStep',
      { ...onDeal, id, title: id, team: 'sales', order },
    ]),
    [
      'touch',
      {
        ...{ id: 'visit', accountId: 'acme', team: 'marketing', channel: 'web', at },
        ...{ contactIds: ['kim'], unrouted: 'noSolution' },
      },
    ],
  ];
  await db.transaction().execute(async (tx) => {
    const writer = await otherWriter(tx, ws);
    for (const [seq, [kind, data]] of records.entries()) {
      const after = rulesOf(kind).schema.parse(data);
      await writeRecord(tx, { kind, id: after.id, before: undefined, after }, writer, seq);
    }
  });
}

type Tx = Parameters<typeof writeRecord>[0];

/** Somebody who is no client: an import, an administrator's tool. */
const otherWriter = async (tx: Tx, ws: string): Promise<Writer> => ({
  ...{ ws, client: 'sim-import', by: 'sim', mutation: 'sim.move' },
  version: await takeVersion(tx, ws),
});

/** Takes a contact, or an opportunity with its buying group, to another account, as one commit. */
export async function move(
  db: Kysely<Database>,
  ws: string,
  kind: 'contact' | 'opportunity',
  id: string,
  to: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const records = new LockedRecords();
    await records.lock(tx, ws, [
      ['account', to],
      [kind, id],
    ]);
    const moved = records.get(kind, id);
    if (!records.get('account', to) || !moved || moved.accountId === to) return;
    if (kind === 'opportunity') {
      await records.find(tx, ws, [['member', `of:opportunity:${id}`]]);
      await records.find(tx, ws, [['seatPlan', `of:opportunity:${id}`]]);
      await records.find(tx, ws, [['playStep', `of:opportunity:${id}`]]);
      await records.find(tx, ws, [['note', `of:opportunity:${id}`]]);
    } else await records.find(tx, ws, [['interest', `of:contact:${id}`]]);
    const all: [Kind, AnyRecord & { accountId: string }][] = [
      [kind, moved],
      ...records
        .all('member', `of:opportunity:${id}`)
        .map((one): [Kind, typeof one] => ['member', one]),
      ...records
        .all('seatPlan', `of:opportunity:${id}`)
        .map((one): [Kind, typeof one] => ['seatPlan', one]),
      ...records
        .all('playStep', `of:opportunity:${id}`)
        .map((one): [Kind, typeof one] => ['playStep', one]),
      ...records
        .all('note', `of:opportunity:${id}`)
        .map((one): [Kind, typeof one] => ['note', one]),
      ...records
        .all('interest', `of:contact:${id}`)
        .map((one): [Kind, typeof one] => ['interest', one]),
    ];
    const writer = await otherWriter(tx, ws);
    for (const [seq, [its, data]] of all.entries()) {
      const before = records.row(its, data.id);
      await writeRecord(
        tx,
        { kind: its, id: data.id, before, after: { ...data, accountId: to } as AnyRecord },
        writer,
        seq,
      );
    }
  });
}

/** Forgets deletions and exits up to now, as after 90 days: cursors behind start anew. */
export async function forget(db: Kysely<Database>, ws: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`update workspaces set horizon = version where ws = ${ws}`.execute(tx);
    await sql`delete from records where ws = ${ws} and deleted_at is not null
      and not (kind = 'contact' and data = '{}'::jsonb)`.execute(tx);
    await sql`delete from scope_exits e where e.ws = ${ws} and not exists
      (select from records r where r.ws = e.ws and r.kind = e.kind and r.id = e.id and r.data = '{}'::jsonb)`.execute(
      tx,
    );
  });
}
