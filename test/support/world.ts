/** A small world: the real server app on PGlite and real clients (Dexie on fake-indexeddb) talking to it. */
import { createApi } from '#lib/api/api.ts';
import { Problem } from '#lib/contract/problem.ts';
import { protocolVersion, type Speaks, schemaVersion } from '#lib/contract/version.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { type Call, call, type Mutation } from '#lib/model/mutation.ts';
import { one } from '#lib/store/queries.ts';
import { Store } from '#lib/store/store.ts';
import { round } from '#lib/sync/round.ts';
import { demoUsers } from '#server/auth/demo.ts';
import { testIssuer } from './issuer.ts';
import { origin, testServer } from './server.ts';

let worlds = 0;

interface Network {
  down: boolean;
  loseAnswers: number;
  requests: number;
  /** The versions that the client is of, where it is of others than this build. */
  speaks?: Partial<Speaks> | undefined;
}

/** The request as a client of these versions would send it. */
function asSpoken(init: RequestInit | undefined, speaks: Network['speaks']) {
  if (!speaks || typeof init?.body !== 'string') return init;
  return { ...init, body: JSON.stringify({ ...JSON.parse(init.body), ...speaks }) };
}

/** The refusal as such a client hears it: what the server speaks is as far from this build's as it is from the client's. */
async function asHeard(answer: Response, client: Network['speaks'] = {}): Promise<Response> {
  const { speaks, ...problem } = Problem.parse(await answer.json());
  const { protocol = protocolVersion, schema = schemaVersion } = client;
  const heard = speaks && {
    protocol: speaks.protocol + protocolVersion - protocol,
    schema: speaks.schema + schemaVersion - schema,
  };
  return Response.json({ ...problem, speaks: heard }, { status: answer.status });
}

/**
 * One server seeded with the demo workspace, and `client(user)` for each of its demo users (`ana`, `ben`, `mia`, `ada`).
 * `now` is the server's clock.
 */
export async function world(options: { now?: () => Date } = {}) {
  const issuer = await testIssuer();
  const server = await testServer({ auth: issuer.auth, ...options });
  const name = `world-${++worlds}`;
  const opened: Store[] = [];
  let clients = 0;

  async function client(user: string, database = `${name}-${user}-${++clients}`) {
    const token = await issuer.token(user, {
      email: `${user}@northwind.example`,
      email_verified: true,
    });
    const team = demoUsers.find(({ id }) => id === user)?.team ?? 'sales';
    const store = await new Store({ name: database, userId: user, team }).open();
    opened.push(store);
    const network: Network = { down: false, loseAnswers: 0, requests: 0 };
    const fetcher: typeof fetch = async (input, init) => {
      network.requests++;
      if (network.down) throw new TypeError('fetch failed');
      const answer = await server.app.request(
        String(input).replace(origin, ''),
        asSpoken(init, network.speaks),
      );
      if (answer.status === 426) return asHeard(answer, network.speaks);
      if (network.loseAnswers > 0) {
        network.loseAnswers--;
        throw new TypeError('fetch failed');
      }
      return answer;
    };
    const api = createApi({ server: origin, token: async () => token, fetch: fetcher });
    return {
      store,
      api,
      network,
      token,
      database,
      edit: <Args>(mutation: Mutation<Args>, args: NoInfer<Args>) =>
        store.edit([call(mutation, args)]),
      calls: (calls: Call[]) => store.edit(calls),
      sync: () => round(store, api, new AbortController().signal),
      see: <K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> =>
        one(store.db, kind, id),
      unresolved: () => store.db.unresolved.toArray(),
      /** Follows ACME and fills the cache. */
      async settle() {
        await store.follow(['acme']);
        await this.sync();
      },
    };
  }

  return {
    server,
    client,
    async close() {
      for (const store of opened) await store.delete();
      await server.close();
    },
  };
}
export type World = Awaited<ReturnType<typeof world>>;
export type Client = Awaited<ReturnType<World['client']>>;
