/** What is on record around an import, and what its earlier rows have made of it: found by key, name and place. */
import { companyNameKey } from '../keys.ts';
import { type AnyRecord, allOf, type Kind, type Records, rulesOf } from '../kinds.ts';
import { type Change, put } from '../mutation.ts';
import { nameWords } from '../names.ts';
import type { Account } from '../records/account.ts';
import type { Contact } from '../records/contact.ts';

export interface Person {
  id: string;
  name: string;
  email: string;
}

const address = (kind: Kind, id: string) => `${kind}\n${id}`;

/** Under what the people of one name at one account are found. */
const namesake = (accountId: string, name: string) =>
  `called:${accountId}\n${nameWords(name).join(' ')}`;

function keysOf(kind: Kind, record: AnyRecord): string[] {
  const rules = rulesOf(kind);
  const called = isContact(kind, record) ? [namesake(record.accountId, record.name)] : [];
  return [...rules.identity(record), ...rules.index(record), ...called];
}

const isContact = (kind: Kind, _: AnyRecord): _ is Contact => kind === 'contact';

export class Book {
  /** The users of the workspace. */
  users: readonly Person[] = [];
  /** Ids of records that became earlier ones. */
  readonly aliases = new Map<string, string>();
  /** Ids that deleted records had: never given again. */
  readonly gone = new Set<string>();
  /** Of the rows' keys and their accounts', those on the do-not-record list. */
  listed: ReadonlySet<string> = new Set();
  /** Of the rows' exact keys, those of records at accounts that are not open to the importer. */
  readonly closed = new Set<string>();
  readonly #records = new Map<string, AnyRecord>();
  /** Identity and index keys, each with the records of a kind that have it. */
  readonly #under = new Map<string, Set<string>>();
  readonly #changed = new Map<string, Change>();

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const known = this.aliases.get(address(kind, id)) ?? id;
    return this.#records.get(address(kind, known)) as Records[K] | undefined;
  }

  /** The records of a kind under an identity or index key. */
  under<K extends Kind>(kind: K, key: string): Records[K][] {
    const ids = this.#under.get(address(kind, key)) ?? [];
    return [...ids].flatMap((id) => this.get(kind, id) ?? []);
  }

  named(name: string): Account[] {
    return this.under('account', companyNameKey(name));
  }

  /** The people of this name at an account, who may have ten thousand. */
  namesakes(accountId: string, name: string): Contact[] {
    return this.under('contact', namesake(accountId, name));
  }

  /** All of a small kind. */
  all<K extends 'solution' | 'stage'>(kind: K): Records[K][] {
    return this.under(kind, allOf(kind));
  }

  /** Those that are here. */
  get accounts(): Account[] {
    return [...this.#records.values()].filter((record) => 'domains' in record);
  }

  /** What is on record already. */
  add<K extends Kind>(kind: K, record: Records[K]): void {
    const before = this.#records.get(address(kind, record.id));
    if (before)
      for (const key of keysOf(kind, before))
        this.#under.get(address(kind, key))?.delete(record.id);
    this.#records.set(address(kind, record.id), record);
    for (const key of keysOf(kind, record)) {
      const at = address(kind, key);
      const ids = this.#under.get(at);
      if (ids) ids.add(record.id);
      else this.#under.set(at, new Set([record.id]));
    }
  }

  alias(kind: Kind, from: string, to: string): void {
    this.aliases.set(address(kind, from), to);
  }

  /** What a row makes of a record. */
  put<K extends Kind>(kind: K, record: Records[K]): void {
    this.add(kind, record);
    this.#changed.set(address(kind, record.id), put(kind, record));
  }

  /** Each changed record once, as it is after the last row. */
  get changes(): Change[] {
    return [...this.#changed.values()];
  }
}
