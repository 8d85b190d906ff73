/** Turns the word lists into an index, each part of it when a title first asks for it, and finds their entries in a title. */
import { fold, type Title, type Word } from './title.ts';

export type Strength = 1 | 2 | 3;
export type Hit<Label> = {
  label: Label;
  strength: Strength;
  /** Offsets in the folded title. */
  start: number;
  end: number;
  first: Word;
  last: Word;
};

type Pattern = { text: string; open: boolean };
type Entry<Label> = {
  label: Label;
  strength: Strength;
  patterns: Pattern[];
  /** `partner$` must be the last word of its part. */
  closing: boolean;
};
export type Vocabulary<Label> = {
  /** By the first two characters of the first word. */
  starts: Map<string, Entry<Label>[]>;
  /** The same, as written in the lists: of thousands of entries a title needs a few. */
  unread: Map<string, [label: Label, spelling: string][]>;
  /** Labels with the spellings that were read: lists repeat one another. */
  read: Set<string>;
  /** `*leiter`, by the last two characters. */
  ends: Map<string, Entry<Label>[]>;
  /** `*stem*` in the middle of a word. */
  middles: Entry<Label>[];
  han: Entry<Label>[];
  /** Those for `han`, as written, until a title has Han. */
  unreadHan: [label: Label, spelling: string][];
};

const put = <Value>(map: Map<string, Value[]>, key: string, value: Value) => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};

const spellings = (text: string): string[] => {
  if (/^[ -~]*$/.test(text)) return [text];
  const long = text.replace(/[äöü]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[sign] ?? sign);
  return long === text ? [fold(text)] : [fold(text), fold(long)];
};

export function compile<Label extends string>(
  lists: readonly Partial<Record<Label, string>>[],
): Vocabulary<Label> {
  const vocabulary: Vocabulary<Label> = {
    starts: new Map(),
    unread: new Map(),
    read: new Set(),
    ends: new Map(),
    middles: [],
    han: [],
    unreadHan: [],
  };
  for (const list of lists)
    for (const [label, text] of Object.entries(list) as [Label, string][])
      for (const written of text.split(',')) {
        const entry = written.trim();
        if (/^[a-z]{2}/.test(entry)) put(vocabulary.unread, entry.slice(0, 2), [label, entry]);
        else if (/^\p{Script=Han}/u.test(entry)) vocabulary.unreadHan.push([label, entry]);
        else spell(vocabulary, label, entry);
      }
  return vocabulary;
}

function spell<Label>(vocabulary: Vocabulary<Label>, label: Label, written: string) {
  for (const spelling of spellings(written)) read(vocabulary, label, spelling);
}

/** The entries whose first word begins so. */
function starting<Label>(vocabulary: Vocabulary<Label>, begins: string): Entry<Label>[] {
  const { starts, unread } = vocabulary;
  for (const [label, written] of unread.get(begins) ?? []) spell(vocabulary, label, written);
  unread.delete(begins);
  return starts.get(begins) ?? [];
}

function inHan<Label>(vocabulary: Vocabulary<Label>): Entry<Label>[] {
  for (const [label, written] of vocabulary.unreadHan.splice(0)) spell(vocabulary, label, written);
  return vocabulary.han;
}

function read<Label>(vocabulary: Vocabulary<Label>, label: Label, written: string) {
  const spelling = written.replace(/\s+/g, ' ');
  if (spelling === '' || vocabulary.read.has(`${label} ${spelling}`)) return;
  vocabulary.read.add(`${label} ${spelling}`);
  const mark = spelling.at(-1);
  const strength = mark === '!' ? 3 : mark === '?' ? 1 : 2;
  const unmarked = strength === 2 ? spelling : spelling.slice(0, -1);
  const closing = unmarked.endsWith('$');
  const text = closing ? unmarked.slice(0, -1) : unmarked;
  if (text.startsWith('*')) {
    const stem = text.replaceAll('*', '');
    const entry: Entry<Label> = {
      label,
      strength,
      closing,
      patterns: [{ text: stem, open: true }],
    };
    if (text.endsWith('*')) vocabulary.middles.push(entry);
    else put(vocabulary.ends, stem.slice(-2), entry);
    return;
  }
  const patterns = text
    .split(' ')
    .map((word) => ({ text: word.replace('*', ''), open: word.endsWith('*') }));
  const entry: Entry<Label> = { label, strength, patterns, closing };
  if (/^\p{Script=Han}/u.test(text)) vocabulary.han.push(entry);
  else put(vocabulary.starts, text.slice(0, 2).replace(/[ *]/g, ''), entry);
}

const fits = (word: Word | undefined, { text, open }: Pattern): boolean =>
  word !== undefined &&
  (word.text === text || word.base === text || (open && word.text.startsWith(text)));

/** Every entry of the vocabulary in the title, except those inside a longer one, in reading order. */
export function find<Label>(vocabulary: Vocabulary<Label>, title: Title): Hit<Label>[] {
  const hits: Hit<Label>[] = [];
  title.words.forEach((word, index) => {
    const { text, base, start, end } = word;
    const hit = (entry: Entry<Label>, from: number, to: number, last = word) =>
      hits.push({
        label: entry.label,
        strength: entry.strength,
        start: from,
        end: to,
        first: word,
        last,
      });

    if (word.han) {
      for (const entry of inHan(vocabulary)) {
        const wanted = entry.patterns[0]?.text ?? '';
        for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
          hit(entry, start + at, start + at + wanted.length);
      }
      return;
    }
    for (const entry of starting(vocabulary, text.slice(0, 2))) {
      const { patterns } = entry;
      const last = title.words[index + patterns.length - 1];
      if (last?.part !== word.part) continue;
      if (!patterns.every((pattern, i) => fits(title.words[index + i], pattern))) continue;
      if (entry.closing && title.words[index + patterns.length]?.part === word.part) continue;
      const final = patterns.at(-1);
      const whole = patterns.length > 1 || final?.text === text || final?.text === base;
      hit(entry, start, whole ? last.end : start + (final?.text.length ?? 0), last);
    }
    for (const entry of vocabulary.middles) {
      const stem = entry.patterns[0]?.text ?? '';
      const at = text.indexOf(stem);
      if (at >= 0) hit(entry, start + at, start + at + stem.length);
    }
    for (const form of text === base ? [text] : [text, base])
      for (const entry of vocabulary.ends.get(form.slice(-2)) ?? []) {
        const stem = entry.patterns[0]?.text ?? '';
        if (form.endsWith(stem)) hit(entry, start + form.length - stem.length, end);
      }
  });
  const inLonger = (one: Hit<Label>) =>
    hits.some(
      (other) =>
        other.start <= one.start &&
        one.end <= other.end &&
        other.end - other.start > one.end - one.start,
    );
  return hits.filter((one) => !inLonger(one)).sort((a, b) => a.start - b.start || b.end - a.end);
}
