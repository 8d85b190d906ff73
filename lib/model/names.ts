/** Names of people and companies, compared as people write them: accents, order, nicknames and legal forms aside. */

const nicknames: readonly (readonly string[])[] = [
  ['alexander', 'alex', 'sascha'],
  ['andrew', 'andy', 'drew'],
  ['anthony', 'tony'],
  ['benjamin', 'ben'],
  ['catherine', 'katherine', 'kate', 'kathy', 'cathy', 'katie'],
  ['charles', 'charlie', 'chuck'],
  ['christopher', 'chris'],
  ['christina', 'christine', 'chris', 'tina'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave'],
  ['edward', 'ed', 'eddie', 'ted'],
  ['elizabeth', 'liz', 'beth', 'lisa', 'betty', 'eliza'],
  ['francisco', 'paco', 'pancho'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['jennifer', 'jen', 'jenny'],
  ['john', 'johnny', 'jack'],
  ['jonathan', 'jon'],
  ['jose', 'pepe'],
  ['joseph', 'joe', 'joey'],
  ['joshua', 'josh'],
  ['margaret', 'maggie', 'peggy', 'meg'],
  ['matthew', 'matt'],
  ['maximilian', 'max'],
  ['michael', 'mike', 'mick', 'micha'],
  ['nicholas', 'nick', 'nico'],
  ['patricia', 'pat', 'patty', 'tricia'],
  ['peter', 'pete'],
  ['rebecca', 'becky', 'becca'],
  ['richard', 'rick', 'dick', 'rich'],
  ['robert', 'rob', 'bob', 'bobby'],
  ['samantha', 'sam'],
  ['samuel', 'sam'],
  ['stephen', 'steven', 'steve'],
  ['susan', 'sue', 'susie'],
  ['theodore', 'ted', 'theo'],
  ['thomas', 'tom', 'tommy'],
  ['timothy', 'tim'],
  ['victoria', 'vicky'],
  ['william', 'will', 'bill', 'billy', 'liam'],
];

/** What may stand behind a comma without being a given name. */
const behindComma =
  /^(ph\.?d|mba|m\.?d|m\.?sc|b\.?sc|m\.?a|b\.?a|cfa|cpa|pmp|esq|jr|sr|i{2,3}|iv|dr|llm|shrm\S*|p\.?e)\.?$/i;

/** A name as one says it: company mailboxes write "Surname, Given". Degrees behind a comma stay where they are. */
export function readingOrder(name: string): string {
  const [last = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const turned =
    last && given && more.length === 0 && !given.split(/\s+/).some((w) => behindComma.test(w));
  return turned ? `${given} ${last}` : name;
}

/** Letters that Unicode does not take apart, as people write them on another keyboard. */
const elsewhere: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' },
};

/** Without accents, in lower case, with one kind of apostrophe. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœþøłđðı]/g, (letter) => elsewhere[letter] ?? letter)
    .replace(/[‘’ʼ]/g, "'");

const isDegrees = (part: string): boolean =>
  part
    .trim()
    .split(/\s+/)
    .every((word) => behindComma.test(word));

/** The words of a name in reading order, without accents, brackets and degrees, in lower case. */
export function nameWords(name: string): string[] {
  const parts = readingOrder(name).split(',');
  const said = parts.filter((part, index) => index === 0 || !isDegrees(part)).join(' ');
  return bare(said)
    .replace(/[("“”][^)"“”]*[)"“”]/gu, ' ')
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
}

/** Whether two names may be one person's. Same last word, and a given name that is equal, a nickname or an initial of the other. */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  if (left.length === 0 || right.length === 0) return false;
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return true;
  if (left.length < 2 || right.length < 2) return false;
  return left.at(-1) === right.at(-1) && sameGiven(left[0] ?? '', right[0] ?? '');
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  const initial = (short: string, long: string) => short.length === 1 && long.startsWith(short);
  if (initial(a, b) || initial(b, a)) return true;
  return nicknames.some((group) => group.includes(a) && group.includes(b));
}

const legalForms =
  /[,.]?\s+(inc|ltd|llc|corp|corporation|co|company|gmbh|ag|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|plc|kg|limited)\.?$/u;

/** A company's name without case, accents, punctuation and legal form: `Acme GmbH` and `ACME` are both `acme`. */
export function bareCompany(name: string): string {
  return bare(name)
    .trim()
    .replace(legalForms, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether two companies' names make one ask if they are the same; `namePart`: one begins with the other, as `Umbra` and `Umbra Systems`. */
export function likeCompany(a: string, b: string): 'sameName' | 'namePart' | undefined {
  const [short = '', long = ''] = [bareCompany(a), bareCompany(b)].sort(
    (one, other) => one.length - other.length,
  );
  if (short === '') return undefined;
  if (short === long) return 'sameName';
  return long.startsWith(`${short} `) ? 'namePart' : undefined;
}
