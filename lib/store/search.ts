/** People, accounts and decisions of the cache, held in memory to be found as one types; kept current by what changes. */
import Dexie, { type IntervalTree, RangeSet } from 'dexie';
import type { Kind, Records } from '#lib/model/kinds.ts';
import { bare } from '#lib/model/names.ts';
import {
  hasAll,
  ownWords,
  type SearchKind,
  searchKinds,
  searchParents,
  searchTerms,
  searchWords,
} from '#lib/model/search.ts';
import { WordIndex } from '#lib/model/word-index.ts';
import { ofKind, type QuorumDatabase, type RecordRow } from './database.ts';

/** Something found. `scope` is the account to follow for it; `line` tells it from others of its name. */
export interface Hit {
  kind: SearchKind;
  id: string;
  scope: string;
  name: string;
  line: string;
}

type Parent = 'account' | 'solution';
interface Entry {
  kind: SearchKind;
  id: string;
  scope: string;
  /** Empty for a decision, which is called what its solution is. */
  name: string;
  title: string;
  own: string[];
  parents: [Parent, string][];
  /** What it is called, without accents and case, and the words of it. */
  called: string;
  calledWords: string[];
}

const address = (kind: Kind, id: string) => `${kind}\n${id}`;
/** Rows read at a time, so few that no frame is dropped by what the user does meanwhile. */
const portion = 100;
/** So many that fit are put in order; the best of them are shown. */
const most = 500;

export class CacheSearch {
  readonly #db: QuorumDatabase;
  readonly #index = new WordIndex();
  readonly #entries = new Map<string, Entry>();
  /** Names of accounts and solutions, and what is found by them too. */
  readonly #names = new Map<string, string>();
  readonly #children = new Map<string, Set<string>>();
  #work: Promise<unknown> = Promise.resolve();
  /** Whether all that was in the cache has been read. */
  filled = false;

  constructor(db: QuorumDatabase) {
    this.#db = db;
  }

  /**
   * Reads the cache once, a portion after each `pause`, and from then on only the rows that change, in whichever
   * window; `onChange` after each. Ends with the signal.
   */
  async follow(
    signal: AbortSignal,
    onChange: () => void,
    pause: () => Promise<void> = async () => {},
  ): Promise<void> {
    const part = `idb://${this.#db.name}/records/`;
    const heard = (parts: Record<string, IntervalTree>) => {
      const changed = [parts[part], parts[`${part}:dels`]].flatMap((tree) => tree ?? []);
      if (changed.length > 0) void this.#then(signal, () => this.#reread(changed), onChange);
    };
    Dexie.on('storagemutated', heard);
    signal.addEventListener('abort', () => Dexie.on.storagemutated.unsubscribe(heard));
    for (const kind of ['solution', 'account', 'contact', 'opportunity'] as const)
      await this.#fill(kind, signal, pause, onChange);
    this.filled = true;
    if (!signal.aborted) onChange();
  }

  /** The best first. Reads nothing from the database. */
  find(query: string, limit: number): Hit[] {
    const terms = searchTerms(query);
    const said = bare(query.trim());
    return this.#index
      .find(terms, most)
      .flatMap((key) => {
        const entry = this.#entries.get(key);
        return entry ? [{ entry, rank: rankOf(entry, terms, said) }] : [];
      })
      .sort((a, b) => a.rank - b.rank || (a.entry.called < b.entry.called ? -1 : 1))
      .slice(0, limit)
      .map(({ entry }) => this.#hit(entry));
  }

  #nameOf({ kind, name, parents }: Entry): string {
    return kind === 'opportunity' ? this.#parentName(parents, 'solution') : name;
  }

  #parentName(parents: Entry['parents'], of: Parent): string {
    const [kind, id] = parents.find(([parent]) => parent === of) ?? [];
    return kind && id ? (this.#names.get(address(kind, id)) ?? '') : '';
  }

  #hit(entry: Entry): Hit {
    const { kind, id, scope, title, parents } = entry;
    const line = [title, this.#parentName(parents, 'account')].filter(Boolean).join(' · ');
    return { kind, id, scope, name: this.#nameOf(entry), line };
  }

  async #fill(
    kind: SearchKind | 'solution',
    signal: AbortSignal,
    pause: () => Promise<void>,
    onChange: () => void,
  ): Promise<void> {
    let after: unknown = Dexie.minKey;
    let portions = 0;
    for (let more = true; more && !signal.aborted; ) {
      await pause();
      await this.#then(
        signal,
        async () => {
          const rows = await this.#db.records
            .where('[kind+id]')
            .between([kind, after], [kind, Dexie.maxKey], after === Dexie.minKey, false)
            .limit(portion)
            .toArray();
          for (const row of rows) this.#take(row.kind, row.id, row);
          after = rows.at(-1)?.id;
          more = rows.length === portion;
          // All words sorted at the end would be a frame dropped.
          if (++portions % 20 === 0) this.#index.settle();
        },
        onChange,
      );
    }
    this.#index.settle();
  }

  /** One piece of work after the other, so that what was read later stays. */
  #then(signal: AbortSignal, work: () => Promise<void>, onChange: () => void): Promise<unknown> {
    this.#work = this.#work.then(async () => {
      if (signal.aborted) return;
      // A cache that cannot be read is told elsewhere; the search then knows what it knew.
      await work().catch(() => {});
      if (this.filled) {
        this.#index.settle();
        onChange();
      }
    });
    return this.#work;
  }

  async #reread(changed: readonly IntervalTree[]): Promise<void> {
    const ranges = changed.flatMap((tree) => [...nodes(tree)]);
    const each = ranges.flatMap(({ from, to }) =>
      Array.isArray(from) && Array.isArray(to) && String(from) === String(to)
        ? [from as [Kind, string]]
        : [],
    );
    if (each.length < ranges.length) {
      for (const key of [...this.#entries.keys()]) this.#drop(key);
      for (const kind of ['solution', ...searchKinds] as const)
        await ofKind(this.#db, kind).each((row) => this.#take(row.kind, row.id, row));
      return;
    }
    // A pull may bring thousands: one by one they would hold up whoever works with the cache meanwhile.
    const keys = each.filter(([kind]) => isFound(kind));
    for (let at = 0; at < keys.length; at += portion) {
      const some = keys.slice(at, at + portion);
      const rows = await this.#db.records.bulkGet(some);
      some.forEach(([kind, id], index) => {
        this.#take(kind, id, rows[index]);
      });
    }
  }

  #take(kind: Kind, id: string, row: RecordRow | undefined): void {
    const view = row?.view ?? null;
    const key = address(kind, id);
    if (kind === 'account' || kind === 'solution') {
      const name = (view as Records['account'] | null)?.name;
      const had = this.#names.get(key);
      if (name === undefined) this.#names.delete(key);
      else this.#names.set(key, name);
      if (had !== name) for (const child of this.#children.get(key) ?? []) this.#place(child);
    }
    if (!isSearched(kind)) return;
    this.#drop(key);
    if (!view) return;
    const entry: Entry = {
      kind,
      id,
      scope: row?.scope ?? '',
      name: kind === 'opportunity' ? '' : (view as Records['account']).name,
      title: kind === 'contact' ? ((view as Records['contact']).title ?? '') : '',
      own: ownWords(kind, view as Records[typeof kind]),
      parents: searchParents(kind, view as Records[typeof kind]),
      called: '',
      calledWords: [],
    };
    this.#entries.set(key, entry);
    for (const [parent, parentId] of entry.parents) {
      const under = address(parent, parentId);
      const children = this.#children.get(under);
      if (children) children.add(key);
      else this.#children.set(under, new Set([key]));
    }
    this.#place(key);
  }

  #place(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.called = bare(this.#nameOf(entry));
    entry.calledWords = searchWords(entry.called);
    const inherited = entry.parents.flatMap(([kind, id]) =>
      searchWords(this.#names.get(address(kind, id)) ?? ''),
    );
    this.#index.put(key, [...new Set([...entry.own, ...inherited])]);
  }

  #drop(key: string): void {
    for (const [kind, id] of this.#entries.get(key)?.parents ?? [])
      this.#children.get(address(kind, id))?.delete(key);
    this.#entries.delete(key);
    this.#index.delete(key);
  }
}

/** The very name, its beginning, all in the name, then the rest; people before companies before decisions. */
function rankOf(entry: Entry, terms: readonly string[], said: string): number {
  const { kind, called, calledWords } = entry;
  const inName = hasAll(calledWords, terms);
  const fit = called === said ? 0 : called.startsWith(said) ? 1 : inName ? 2 : 3;
  return fit * searchKinds.length + searchKinds.indexOf(kind);
}

const isSearched = (kind: Kind): kind is SearchKind => searchKinds.some((one) => one === kind);
const isFound = (kind: Kind) => kind === 'solution' || isSearched(kind);

/** Each range of keys that changed. */
const nodes = (tree: IntervalTree) => RangeSet(tree) as Iterable<{ from: unknown; to: unknown }>;
