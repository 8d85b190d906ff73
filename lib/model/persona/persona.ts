/** From a job title to a persona: what somebody works on and how senior they are, with the words that say so. */
import {
  type JobFunction,
  jobFunctions,
  type Rank,
  type Seniority,
  seniorities,
  type Words,
} from './kinds.ts';
import { readTitle, type Title } from './title.ts';
import { compile, find, type Hit, type Vocabulary } from './vocabulary.ts';
import { chinese } from './words/chinese.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { italian } from './words/italian.ts';
import { portuguese } from './words/portuguese.ts';
import { spanish } from './words/spanish.ts';

export type Persona = {
  function: JobFunction;
  seniority: Seniority;
  /** 0 (nothing known) to 1. */
  confidence: number;
  /** A sentence for people: which words decided. */
  because: string;
};

const languages: Words[] = [english, german, french, spanish, italian, dutch, portuguese, chinese];

type Vocabularies = {
  functions: Vocabulary<JobFunction | 'silent'>;
  ranks: Vocabulary<Rank | 'silent'>;
};
let compiled: Vocabularies | undefined;
const vocabularies = (): Vocabularies => {
  compiled ??= {
    functions: compile(languages.map((words) => words.functions)),
    ranks: compile(languages.map((words) => words.ranks)),
  };
  return compiled;
};

/**
 * Reads a title in English, German, French, Spanish, Italian, Dutch, Portuguese or Chinese.
 * Never throws; a title that says nothing is `other`, `professional`, with a low confidence.
 */
export function persona(raw: string): Persona {
  const title = readTitle(raw);
  if (title.words.length === 0)
    return {
      function: 'other',
      seniority: 'professional',
      confidence: 0,
      because: 'The title is empty.',
    };
  const { functions, ranks } = vocabularies();
  const said = heard<Rank>(find(ranks, title));
  const own = withoutOthers(said, title);
  // The CEO of "CEO assistant" is neither a rank nor a function of theirs.
  const others = said.filter((hit) => !own.includes(hit));
  const work = functionOf(
    heard<JobFunction>(find(functions, title)).filter(
      (hit) =>
        hit.label !== 'general_management' ||
        !others.some(({ start, end }) => start < hit.end && hit.start < end),
    ),
  );
  const rank = rankOf(own);
  return {
    function: work?.label ?? 'other',
    seniority: rank?.label ?? 'professional',
    confidence: confidenceOf(work, rank),
    because: because(title, work, rank),
  };
}

type Found<Label> = Hit<Label> & { label: Label };

const heard = <Label extends string>(hits: Hit<Label | 'silent'>[]) =>
  hits.filter((hit): hit is Found<Label> => hit.label !== 'silent');

/** These name a kind of work in any field, so the words behind an "en" may still say which. */
const anyField: JobFunction[] = [
  'engineering',
  'consulting',
  'administration',
  'other',
  'general_management',
];

function functionOf(hits: Found<JobFunction>[]): Found<JobFunction> | undefined {
  const settled = hits.some(
    (hit) => !hit.first.afterEn && hit.strength > 1 && !anyField.includes(hit.label),
  );
  const usable = settled ? hits.filter((hit) => !hit.first.afterEn) : hits;
  const firm = usable.find((hit) => hit.strength > 1);
  const segment = (firm ?? usable[0])?.first.segment;
  return usable
    .filter((hit) => hit.first.segment === segment)
    .sort(
      (a, b) =>
        b.strength - a.strength || jobFunctions.indexOf(a.label) - jobFunctions.indexOf(b.label),
    )[0];
}

type FoundRank = Found<Seniority>;

const level = (rank: Rank) => (rank === 'assistant' ? 1 : seniorities.indexOf(rank));

function rankOf(hits: Found<Rank>[]): FoundRank | undefined {
  const telling = hits.find((hit) => hit.label === 'junior' || level(hit.label) > 1);
  if (!telling) {
    const plain = hits[0];
    return plain && { ...plain, label: 'professional' };
  }
  const here = hits.filter((hit) => hit.first.segment === telling.first.segment);
  const best = here.sort(
    (a, b) => Math.min(b.strength, 2) - Math.min(a.strength, 2) || level(b.label) - level(a.label),
  );
  // A plain word ("engineer") is no reason against a weak rank, and none against "junior".
  const ranked =
    best.find((hit) => level(hit.label) > 1) ??
    best.find((hit) => hit.label === 'junior') ??
    telling;
  return { ...ranked, label: ranked.label === 'assistant' ? 'professional' : ranked.label };
}

/** Drops the ranks that belong to somebody else: the CEO of "assistant to the CEO", of "CEO assistant", of "intern, CEO office". */
function withoutOthers(hits: Found<Rank>[], title: Title): Found<Rank>[] {
  const humble = hits.filter((hit) => hit.label === 'assistant' || hit.label === 'junior');
  return hits.filter(
    (hit) =>
      level(hit.label) < level('lead') ||
      !humble.some((other) => {
        if (other.first.part !== hit.first.part) return false;
        if (other.start < hit.start) return true;
        if (other.label !== 'assistant') return false;
        return (
          /^[\s\-'’s]*$/.test(title.folded.slice(hit.end, other.start)) || hit.last === other.first
        );
      }),
  );
}

function confidenceOf(work: Found<JobFunction> | undefined, rank: FoundRank | undefined): number {
  const ofWork = work ? ([0, 0.6, 0.85, 0.95][work.strength] ?? 0) : 0.3;
  const ofRank = rank ? (rank.strength === 1 ? 0.6 : 0.9) : 0.5;
  return Math.round(ofWork * ofRank * 100) / 100;
}

const spoken: Record<Seniority, string> = {
  junior: 'a junior',
  professional: 'a professional',
  senior: 'a senior',
  lead: 'a lead',
  director: 'a director',
  management: 'top management',
};

function because(
  title: Title,
  work: Found<JobFunction> | undefined,
  rank: FoundRank | undefined,
): string {
  const quote = ({ first, last, start, end }: Found<string>) => {
    const words = first.han ? title.original(start, end) : title.original(first.start, last.end);
    return `“${words.slice(0, 60)}”`;
  };
  const name = work?.label === 'other' ? 'another function' : work?.label.replaceAll('_', ' ');
  const byRank = rank ? `${quote(rank)} means ${spoken[rank.label]}` : 'no word names a rank';
  const byWork = work ? `${quote(work)} means ${name}` : 'no word names a function';
  const sentence = `${byRank}; ${byWork}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
