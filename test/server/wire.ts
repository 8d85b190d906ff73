/** The real app as clients meet it on the wire: each workspace is empty but for two stages and a solution. */
import { expect } from 'vitest';
import { Problem } from '#lib/contract/problem.ts';
import { PullAnswer, PushAnswer, type PushedMutation } from '#lib/contract/sync.ts';
import { protocolVersion, schemaVersion } from '#lib/contract/version.ts';
import { rulesOf } from '#lib/model/kinds.ts';
import { type Call, call } from '#lib/model/mutation.ts';
import { createAccount } from '#lib/model/mutations/account.ts';
import { createContact } from '#lib/model/mutations/contact.ts';
import { createOpportunity } from '#lib/model/mutations/opportunity.ts';
import { Account } from '#lib/model/records/account.ts';
import { Contact } from '#lib/model/records/contact.ts';
import { Opportunity } from '#lib/model/records/opportunity.ts';
import { Solution } from '#lib/model/records/solution.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { Team } from '#lib/model/vocabulary.ts';
import type { OpenDatabase } from '#server/db/database.ts';
import { writeRecord } from '#server/records.ts';
import type { Tx } from '#server/stored.ts';
import { testDatabase } from '#test/support/database.ts';
import { testIssuer } from '#test/support/issuer.ts';
import { startPostgres } from '#test/support/postgres.ts';
import { testServer } from '#test/support/server.ts';

export const versions = { protocol: protocolVersion, schema: schemaVersion };

/** What a suite runs on: PGlite always, PostgreSQL where this machine has it. Stop it at the end. */
export async function bothDatabases() {
  const postgres = await startPostgres();
  const databases: [string, () => Promise<OpenDatabase>][] = [['PGlite', testDatabase]];
  if (postgres) databases.push(['PostgreSQL', postgres.fresh]);
  return { databases, stop: () => postgres?.stop() };
}

export const account = (id: string, over: object = {}): Call =>
  call(createAccount, { account: Account.parse({ id, name: id, ...over }) });

export const contact = (id: string, accountId: string, over: object = {}): Call => {
  const contact = Contact.parse({ id, accountId, name: id, ...over });
  return call(createContact, { contact, accountId });
};

export const decision = (id: string, accountId: string): Call =>
  call(createOpportunity, {
    accountId,
    opportunity: Opportunity.parse({ id, accountId, solutionId: 'talent', stageId: 'qualified' }),
  });

export async function wire(fresh: () => Promise<OpenDatabase> = testDatabase) {
  const issuer = await testIssuer();
  const server = await testServer({ auth: issuer.auth, opened: await fresh() });
  const { db } = server;
  let workspaces = 0;
  let clients = 0;

  const post = async (subject: string, path: string, body: BodyInit, headers = {}) =>
    server.request(path, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token(subject)}`,
        ...headers,
      },
    });

  /** Its users are `ana` and `ben`. */
  async function workspace() {
    const ws = `ws-${++workspaces}`;
    await db
      .insertInto('workspaces')
      .values({ ws, name: ws, epoch: `epoch-${ws}` })
      .execute();
    /** Another user. */
    const join = async (id: string, team: Team) => {
      const email = `${id}@${ws}.example`;
      await db.insertInto('users').values({ ws, id, email, name: id, team }).execute();
      await db
        .insertInto('identities')
        .values({ issuer: issuer.issuer, subject: `${ws}-${id}`, ws, user_id: id })
        .execute();
    };
    for (const id of ['ana', 'ben']) await join(id, 'sales');
    const here = {
      ws,
      join,
      subject: (user: string) => `${ws}-${user}`,
      client: (user: string, id = `client-${++clients}`) => clientOf(user, id),
      /** Writes records as one commit, past all mutations. */
      commit: (work: (tx: Tx, version: number) => Promise<void>) =>
        db.transaction().execute(async (tx) => {
          const { version } = await tx
            .updateTable('workspaces')
            .set((eb) => ({ version: eb('version', '+', 1) }))
            .where('ws', '=', ws)
            .returning('version')
            .executeTakeFirstOrThrow();
          await work(tx, version);
        }),
      version: async () =>
        (
          await db
            .selectFrom('workspaces')
            .select('version')
            .where('ws', '=', ws)
            .executeTakeFirstOrThrow()
        ).version,
      record: async (kind: string, id: string) => {
        const row = await db
          .selectFrom('records')
          .select(['data', 'deleted_at', 'version'])
          .where('ws', '=', ws)
          .where('kind', '=', kind)
          .where('id', '=', id)
          .executeTakeFirst();
        return row && row.deleted_at === null ? row.data : undefined;
      },
      /** Everything a push may change, to show that it changed nothing. */
      everything: async () => ({
        version: await here.version(),
        log: await db.selectFrom('mutation_log').selectAll().where('ws', '=', ws).execute(),
        clients: await db.selectFrom('clients').selectAll().where('ws', '=', ws).execute(),
        records: await db.selectFrom('records').selectAll().where('ws', '=', ws).execute(),
      }),
    };

    function clientOf(user: string, id: string) {
      let made = 0;
      const ask = (path: string, body: object) =>
        post(here.subject(user), path, JSON.stringify({ ...versions, client: id, ...body }));
      return {
        id,
        user,
        ask,
        /** The next edit of this client. */
        next: (call: Call, over: Partial<PushedMutation> = {}): PushedMutation => ({
          id: ++made,
          nonce: `${id}-${made}`,
          base: 0,
          at: '2026-11-22T12:00:00.000Z',
          ...call,
          ...over,
        }),
        send: (...mutations: PushedMutation[]) => ask('/v1/push', { mutations }),
        async push(...calls: Call[]) {
          const mutations = calls.map((one) => this.next(one));
          return PushAnswer.parse(await ok(await this.send(...mutations))).results;
        },
        async pull(scopes: Record<string, number>, over: object = {}) {
          const request = { epoch: null, scopes, after: 0, ...over };
          return PullAnswer.parse(await ok(await ask('/v1/pull', request)));
        },
      };
    }

    await here.commit(async (tx, version) => {
      const writer = { ws, version, client: 'seed', by: 'ana', mutation: 'seed' };
      const stages = defaultStages.map((data) => ({ kind: 'stage' as const, data }));
      const talent = Solution.parse({ id: 'talent', name: 'Talent' });
      const records = [...stages, { kind: 'solution' as const, data: talent }];
      for (const [seq, { kind, data }] of records.entries()) {
        const after = rulesOf(kind).schema.parse(data);
        await writeRecord(tx, { kind, id: data.id, before: undefined, after }, writer, seq);
      }
    });
    return here;
  }

  return { server, db, issuer, post, workspace, close: server.close };
}
export type Wire = Awaited<ReturnType<typeof wire>>;
export type Workspace = Awaited<ReturnType<Wire['workspace']>>;

async function ok(answer: Response): Promise<unknown> {
  if (answer.status !== 200) expect.fail(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** The answer's problem details, after checking that they are some. */
export async function problem(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const said = Problem.parse(await answer.json());
  expect(said.status).toBe(answer.status);
  return said;
}
