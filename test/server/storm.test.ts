// @vitest-environment node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { createApi } from '#lib/api/api.ts';
import { RefusedError, UnreachableError } from '#lib/api/errors.ts';
import { Store } from '#lib/store/store.ts';
import { round } from '#lib/sync/round.ts';
import { openDatabase } from '#server/db/database.ts';
import { migratedFolder } from '#test/support/folder.ts';
import { type Program, run } from '#test/support/process.ts';
import { signIn } from '#test/support/sign-in.ts';
import {
  begin,
  closingLine,
  next,
  nothingWrong,
  tally,
  type Writer,
  writer,
} from '#test/support/storm.ts';

/** Milliseconds between a push setting out and the server's death: from at once to some way into the batch. */
const deaths = [0, 3, 8, 15, 30, 60];
/** In each of its lives the server takes so many pushes before the one that it dies of. */
const lifetime = 12;
/** A client types no faster than this much ahead of what the server confirmed. */
const ahead = 12;

const folder = mkdtempSync(join(tmpdir(), 'quorum-storm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('[C3] [C8] [P1] [P2] a server killed again and again in a storm of pushes loses no edit and takes none twice', async () => {
  const data = join(folder, 'data');
  await migratedFolder(data);
  let server = start(data, '0');
  const port = await portOf(server);
  const origin = `http://127.0.0.1:${port}`;
  const request = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init);

  let onPush: (() => void) | undefined;
  let onTaken: (() => void) | undefined;
  let underWay = 0;
  const watching: typeof fetch = async (input, init) => {
    if (!String(input).endsWith('/v1/push')) return fetch(input, init);
    underWay += 1;
    onPush?.();
    const answer = await fetch(input, init).finally(() => {
      underWay -= 1;
    });
    if (answer.ok) onTaken?.();
    return answer;
  };
  const clients = await Promise.all(
    ['ana', 'ana', 'ben', 'mia'].map(async (user, index) => {
      const token = await signIn({ request, origin }, `${user}@northwind.example`);
      const store = await new Store({ name: `storm-${index}`, userId: user, team: 'sales' }).open();
      await store.follow(['acme']);
      const api = createApi({
        server: origin,
        token: async () => token.access_token,
        fetch: watching,
      });
      return {
        store,
        writer: writer(`storm-${index}`),
        sync: () => round(store, api, new AbortController().signal),
      };
    }),
  );
  for (const { store, writer, sync } of clients) {
    await sync();
    await store.edit([begin(writer)]);
  }
  const names = await Promise.all(clients.map(({ store }) => store.meta()));

  let over = false;
  onTestFinished(() => {
    over = true; // also where it fails: nobody goes on typing under the tests that follow
  });
  const storm = clients.flatMap(({ store, writer, sync }) => [
    type(store, writer, () => over),
    keepOn(sync, () => over),
  ]);
  let cut = 0;
  for (const after of deaths) {
    await new Promise<void>((resolve) => {
      onPush = resolve;
    });
    onPush = undefined;
    await pause(after);
    cut += underWay;
    server.kill('SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    await new Promise<void>((resolve, reject) => {
      let taken = 0;
      onTaken = () => {
        taken += 1;
        if (taken === lifetime) resolve();
      };
      server = start(data, port);
      portOf(server).catch(reject);
    });
  }
  over = true;
  await Promise.all(storm);
  for (const { sync, store } of clients) {
    await sync();
    expect(await store.pending()).toEqual([]);
    expect(await store.db.unresolved.toArray()).toEqual([]);
  }
  // Nobody had to take another name: the server never forgot what it had said it has.
  expect((await Promise.all(clients.map(({ store }) => store.meta()))).map(clientOf)).toEqual(
    names.map(clientOf),
  );
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  for (const { store } of clients) await store.delete();

  const { db, close } = await openDatabase({ folder: data });
  const found = await tally(
    db,
    clients.map(({ writer }) => writer),
  );
  await close();
  console.info(closingLine(found, `server killed ${deaths.length} times, ${cut} pushes under way`));
  expect(found).toMatchObject(nothingWrong);
  expect(cut).toBeGreaterThan(0);
});

const clientOf = ({ client }: { client: string }) => client;

function start(data: string, port: string): Program {
  const env = { PORT: port, QUORUM_DATA: data, QUORUM_DEMO: '1' };
  const program = run(resolve('server/main.ts'), [], { env });
  onTestFinished(() => program.kill('SIGKILL'));
  return program;
}

const portOf = async (program: Program): Promise<string> =>
  (await program.says(/"origin":"http:\/\/127\.0\.0\.1:(\d+)"/))[1] ?? '';

async function type(store: Store, writer: Writer, over: () => boolean): Promise<void> {
  while (!over()) {
    const waiting = await store.pending(ahead);
    if (waiting.length < ahead) {
      await store.edit([next(writer)]);
      writer.acknowledged.push(writer.tried);
    }
    await pause(waiting.length < ahead ? 2 : 20);
  }
}

/** Rounds without an end; a server that is away is met again a little later. */
async function keepOn(sync: () => Promise<void>, over: () => boolean): Promise<void> {
  while (!over())
    await sync().catch(async (error: unknown) => {
      const starting = error instanceof RefusedError && error.status === 503;
      if (!starting && !(error instanceof UnreachableError)) throw error;
      await pause(50);
    });
}
