/**
 * Ids by the words they are found by, asked for by the beginnings of words. Ours, because what must answer each
 * keystroke over 100,000 records in under 10 ms is a sorted list and no more: MiniSearch took 10 to 500 ms.
 */
export class WordIndex {
  /** Sorted by code unit; those nobody holds any more go with the next that come. */
  #words: string[] = [];
  #fresh: string[] = [];
  readonly #holders = new Map<string, Set<string>>();
  readonly #held = new Map<string, string>();

  get size(): number {
    return this.#held.size;
  }

  put(id: string, words: readonly string[]): void {
    const text = ` ${words.join(' ')}`;
    if (this.#held.get(id) === text) return;
    this.delete(id);
    this.#held.set(id, text);
    for (const word of words) {
      const holders = this.#holders.get(word);
      if (holders) holders.add(id);
      else {
        this.#holders.set(word, new Set([id]));
        this.#fresh.push(word);
      }
    }
  }

  delete(id: string): void {
    const words = this.#held.get(id)?.slice(1).split(' ') ?? [];
    this.#held.delete(id);
    for (const word of words) {
      const holders = this.#holders.get(word);
      holders?.delete(id);
      if (holders?.size === 0) this.#holders.delete(word);
    }
  }

  /** Sorts in what came since; done before a search, or ahead of it. A few words find their places without the others being sorted. */
  settle(): void {
    if (this.#fresh.length === 0) return;
    if (this.#fresh.length <= few) {
      for (const word of this.#fresh) {
        const at = this.#first((one) => one >= word);
        if (this.#words[at] !== word) this.#words.splice(at, 0, word);
      }
      this.#fresh = [];
      return;
    }
    this.#words = merged(this.#words, this.#fresh.sort(byCodeUnit)).filter((word) =>
      this.#holders.has(word),
    );
    this.#fresh = [];
  }

  /** Ids with a word for each term, in no order of worth; at most `most`, of those looked at within bounds. */
  find(terms: readonly string[], most: number): string[] {
    this.settle();
    const [rarest] = terms
      .map((term) => ({ term, ...this.#range(term) }))
      .sort((a, b) => a.count - b.count);
    if (!rarest) return [];
    const others = terms.filter((term) => term !== rarest.term).map((term) => ` ${term}`);
    const found = new Set<string>();
    let looked = 0;
    for (let at = rarest.from; at < rarest.to; at++)
      for (const id of this.#holders.get(this.#words[at] ?? '') ?? []) {
        if (++looked > bound || found.size >= most) return [...found];
        const text = this.#held.get(id) ?? '';
        if (others.every((term) => text.includes(term))) found.add(id);
      }
    return [...found];
  }

  /** Where the words that begin so stand, and how many hold them, counted up to the bound. */
  #range(term: string): { from: number; to: number; count: number } {
    const from = this.#first((word) => word >= term);
    const to = this.#first((word) => word > term && !word.startsWith(term));
    let count = 0;
    for (let at = from; at < to && count < bound; at++)
      count += this.#holders.get(this.#words[at] ?? '')?.size ?? 0;
    return { from, to, count };
  }

  /** The place of the first word that is so, where all behind it are so too. */
  #first(is: (word: string) => boolean): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (is(this.#words[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const few = 50;

/** So many holders are looked at for one search: a keystroke stays within a frame, whatever was typed. */
const bound = 6000;

/** Two sorted lists as one, each word once. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [one, other] = [a[i], b[j]];
    const next = one !== undefined && (other === undefined || one <= other) ? one : other;
    if (next === one) i++;
    else j++;
    if (next !== undefined && next !== all.at(-1)) all.push(next);
  }
  return all;
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
