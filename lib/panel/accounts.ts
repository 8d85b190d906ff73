/** What the cache has of accounts, each thing read once for all that one moment shows. */
import { figuresWindow } from '#lib/model/engagement.ts';
import type { Kind, Records } from '#lib/model/kinds.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { QuorumDatabase } from '#lib/store/database.ts';
import { all, atAccountOf, many } from '#lib/store/queries.ts';

export class Accounts {
  readonly db: QuorumDatabase;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The page's keys that are on record at accounts not open to the user. */
  readonly closed: ReadonlySet<string>;
  readonly #read = new Map<string, Promise<unknown>>();

  constructor(db: QuorumDatabase, now: number, closed: readonly string[] = []) {
    this.db = db;
    this.now = now;
    this.closed = new Set(closed);
  }

  /** Every record of a small kind of the workspace. */
  all<K extends 'stage' | 'solution' | 'user'>(kind: K): Promise<Records[K][]> {
    return this.once(kind, () => all(this.db, kind));
  }

  /** An account's records of a kind, without an order save that of time. */
  at<K extends Kind>(kind: K, accountId: string): Promise<Records[K][]> {
    return this.once(`${kind} ${accountId}`, () => atAccountOf(this.db, kind, accountId));
  }

  /** Its touches as far back as the figures look: of a long journey a small part. */
  recent(accountId: string): Promise<Touch[]> {
    return this.once(`recent ${accountId}`, async () => {
      const since = new Date(this.now - figuresWindow).toISOString();
      const whole = this.#read.get(`touch ${accountId}`);
      return whole
        ? ((await whole) as Touch[]).filter(({ at }) => at >= since)
        : atAccountOf(this.db, 'touch', accountId, since);
    });
  }

  /** These people, who are nearly always all at the account. */
  async people(accountId: string, ids: readonly string[]): Promise<Map<string, Contact>> {
    const own = this.#read.has(`contact ${accountId}`) ? await this.at('contact', accountId) : [];
    const known = new Map(own.map((contact) => [contact.id, contact]));
    const missing = ids.filter((id) => !known.has(id));
    for (const contact of await many(this.db, 'contact', missing)) known.set(contact.id, contact);
    return known;
  }

  /** What is put together from it, once as well. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = (this.#read.get(key) as Promise<T> | undefined) ?? read();
    this.#read.set(key, known);
    return known;
  }
}
