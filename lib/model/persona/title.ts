/** A title as the matcher sees it: folded, without its employer, in words that know where they came from. */

/** One word (or run of Han characters); `base` is it without a German feminine ending. */
export type Word = {
  text: string;
  base: string;
  /** Offsets in the folded text. */
  start: number;
  end: number;
  han: boolean;
  /** Parts are what commas and slashes divide; segments what bars and bullets divide. */
  part: number;
  segment: number;
  /** Behind an "en", which in Spanish and French may lead to an employer. */
  afterEn: boolean;
};

export type Title = {
  words: Word[];
  /** The title's own characters between two folded offsets. */
  original: (start: number, end: number) => string;
  folded: string;
};

/** No title worth reading is longer; what follows is not looked at. */
const longest = 500;

const GENDERS =
  /\(\s*(?:all genders|[mwfdxhi](?:\s*[/|,*]\s*[mwfdxhi]){1,3})\s*\)|(?<![\p{L}\p{N}])[mwfh]\/[mwfhd](?:\/[dxi])?(?![\p{L}\p{N}])/giu;
const GENDERED_END =
  /(?<=\p{L}\p{L}\p{L})[/:*_·.(]-?(?:innen|in|e|a|o|ne|euse|rice|trice|[eè]re|ra|r)\)?(?![\p{L}\p{N}])/giu;
const FEMININE = /^(\p{L}{3,}(?:er|ar|or|ur|ent|ant|ist|og|eut|at|it|chef|wirt|walt))in(?:nen)?$/u;
const WORD =
  /(?<![\p{L}\p{N}])(?:(?:r ?& ?d|f ?& ?e|m ?& ?a|p ?& ?o|l ?& ?d|fp ?& ?a|i ?& ?d|p ?& ?d)(?![\p{L}\p{N}])|e-(?:commerce|business|learning)(?![\p{L}\p{N}])|(?:[a-z]\.){2,}[a-z]?(?![\p{L}\p{N}]))|\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const SEGMENT = /[|•·●▪■◆★»›;\n]/u;
const PART = /[/\\,:()[\]{}+–—、]|\s-+\s/u;

const LITTLE = new Set(
  `a al als an and an as au aux auf d da das de degli dei del dell della delle dem den der des di die do dos du e
  e el et for fur fuer het i il im in l la las le les lo los o of op para per por pour s su the the to u um un und
  van vom von vor voor y zu zum zur bzw inkl`.split(/\s+/),
);
const AT = new Set('at bei beim chez presso bij'.split(' '));
const FORMER = new Set(
  'former formerly previously past ehem ehemals ehemalig ehemalige ehemaliger ehemaligen ancien ancienne antiguo antigua voormalig'.split(
    ' ',
  ),
);
const LEGAL_FORM = new Set(
  'gmbh mbh kg kgaa ohg ug ag ltd llc llp inc plc corp sarl sas srl spa bv nv'.split(' '),
);

/** Traditional characters of our vocabulary, each followed by its simplified one. */
const HAN =
  '經经總总監监銷销財财務务產产業业開开發发顧顾問问項项採采購购營营運运資资訊讯長长師师學学習习專专員员辦办際际實实級级負负責责設设計计軟软體体場场銀银會会處处組组創创術术據据數数網网絡络後后聯联夥伙應应鏈链質质檢检審审稅税證证險险護护醫医藥药講讲師师記记編编譯译電电機机動动車车間间戰战戶户門门區区調调劃划廣广傳传媒媒體体廠厂隊队領领導导總总練练執执獨独關关係系績绩勞劳訴诉';
const simplified = new Map<string, string>();
for (let at = 0; at < HAN.length; at += 2) simplified.set(HAN.charAt(at), HAN.charAt(at + 1));

/** Lower case, no diacritics, one width, simplified Han. */
export const fold = (text: string): string =>
  [...text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')]
    .map((sign) =>
      sign === 'ß'
        ? 'ss'
        : sign === 'ł'
          ? 'l'
          : sign === 'ø'
            ? 'o'
            : (simplified.get(sign) ?? sign),
    )
    .join('');

export function readTitle(raw: string): Title {
  const title = raw.trim().slice(0, longest).normalize('NFC');
  const blank = (match: string) => ' '.repeat(match.length);
  const masked = title.replace(GENDERS, blank).replace(GENDERED_END, blank);

  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const sign of masked) {
    const low = fold(sign);
    for (let i = 0; i < low.length; i++) origin.push(at);
    folded += low;
    at += sign.length;
  }
  origin.push(at);

  return {
    words: wordsOf(folded),
    folded,
    original: (start, end) => {
      const last = origin[end - 1] ?? at;
      const next = origin.slice(end).find((offset) => offset > last) ?? at;
      return title.slice(origin[start] ?? 0, next).trim();
    },
  };
}

function wordsOf(folded: string): Word[] {
  const all: Word[] = [];
  const kept: Word[] = [];
  let [part, segment, previous] = [0, 0, 0];
  let [employer, former, afterEn, skipOne] = [false, false, false, false];
  let partHasWords = false;

  for (const match of folded.matchAll(WORD)) {
    const gap = folded.slice(previous, match.index);
    const end = match.index + match[0].length;
    const next = folded.charAt(end);
    previous = end;
    if (SEGMENT.test(gap)) segment++;
    if (SEGMENT.test(gap) || PART.test(gap)) {
      part++;
      [employer, former, afterEn, partHasWords] = [false, false, false, false];
    }
    const text = match[0].replace(/[-. ]/g, '');
    if (partHasWords && (gap.includes('@') || AT.has(text))) employer = true;
    if (text === 'ex' && next === '-') {
      skipOne = true;
      continue;
    }
    if (text === 'ex' || FORMER.has(text)) former = true;
    if (text === 'en') afterEn = true;
    if (text === 'en' || LITTLE.has(text) || AT.has(text)) continue;

    const han = /^\p{Script=Han}/u.test(text);
    const base = FEMININE.exec(text)?.[1] ?? text;
    const word = { text, base, start: match.index, end, han, part, segment, afterEn };
    all.push(word);
    if (!employer && !former && !skipOne) kept.push(word);
    skipOne = false;
    partHasWords = true;
  }
  const rest = withoutCompanies(kept);
  return rest.length > 0 ? rest : kept.length > 0 ? kept : all;
}

/** Leaves out a part that ends in a legal form ("Example Trading GmbH"), unless it is all there is. */
function withoutCompanies(words: Word[]): Word[] {
  const companies = new Set(
    words.filter((word) => LEGAL_FORM.has(word.text)).map((word) => word.part),
  );
  return companies.size === 0 ? words : words.filter((word) => !companies.has(word.part));
}
