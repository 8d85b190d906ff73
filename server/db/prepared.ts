/**
 * PGlite with its statements kept prepared: reading and planning a statement anew costs it more than running it. This
 * speaks PostgreSQL's own protocol, one message for each query instead of five.
 */
import { Mutex, type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';
import type { PGliteDialectConfig } from 'kysely';

/** What Kysely needs of PGlite. */
type Client = Exclude<PGliteDialectConfig['pglite'], (...args: never[]) => unknown>;
type Messages = Parameters<typeof parse.parseResults>[0];

interface Statement {
  name: string;
  /** Types of its parameters, by number. */
  takes: readonly number[];
  /** What describes its rows; nothing for a statement without any. */
  gives: Messages;
}

let count = 0;

/** Statements kept at once; the one used longest ago makes room. */
const kept = 300;

/** All queries go through the one that is given back: it alone says whose turn it is. */
export function withPrepared(pglite: PGlite): Client {
  const { serialize } = protocol;
  const statements = new Map<string, Statement>();
  const turns = new Mutex();

  async function send(...parts: Uint8Array[]): Promise<Messages> {
    const message = joined(parts);
    return (await pglite.runExclusive(() => pglite.execProtocol(message, { syncToFs: false })))
      .messages;
  }

  async function prepared(text: string): Promise<Statement> {
    const known = statements.get(text);
    if (known) {
      statements.delete(text);
      statements.set(text, known);
      return known;
    }
    const name = `s${++count}`;
    const told = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const takes = parse.parseDescribeStatementResults(told);
    const gives = told.filter((message) => message.name === 'rowDescription');
    const statement = { name, takes, gives };
    statements.set(text, statement);
    for (const [oldest, { name }] of statements) {
      if (statements.size <= kept) break;
      statements.delete(oldest);
      await send(serialize.close({ type: 'S', name }), serialize.sync());
    }
    return statement;
  }

  async function run<T>(text: string, params: readonly unknown[] = []): Promise<Results<T>> {
    const { name, takes, gives } = await prepared(text);
    const values = params.map((value, at) => {
      if (value === null || value === undefined) return null;
      const serializer = pglite.serializers[takes[at] ?? 0];
      return serializer ? serializer(value) : String(value);
    });
    const messages = await send(
      serialize.bind({ statement: name, values }),
      serialize.execute({}),
      serialize.sync(),
    );
    const [result] = parse.parseResults([...gives, ...messages], pglite.parsers);
    if (!result) throw new TypeError(`No answer to: ${text}`);
    return result as Results<T>;
  }

  return {
    get closed() {
      return pglite.closed;
    },
    get ready() {
      return pglite.ready;
    },
    waitReady: pglite.waitReady,
    close: () => pglite.close(),
    query: (text, params) =>
      turns.runExclusive(async () => {
        const result = await run(text, params).catch((error: unknown) => {
          if (!isStale(error)) throw error;
          statements.delete(text);
          return run(text, params);
        });
        await pglite.syncToFs();
        return result as never;
      }),
    transaction: (work) =>
      turns.runExclusive(() =>
        pglite.transaction((tx) => work({ ...tx, query: run } as never)),
      ) as never,
  };
}

/** “Cached plan must not change result type”: its table has other columns now. */
const isStale = (error: unknown): boolean => (error as { code?: unknown }).code === '0A000';

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
