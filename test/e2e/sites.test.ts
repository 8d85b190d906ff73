/** Every page through the detectors in real Chromium: right or silent, whatever is done to the page. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Detection } from '#lib/model/detection.ts';
import type { Reading } from '#lib/sites/detect.ts';
import type { Mutation } from '#test/sites/mutate.ts';
import { ownPages, type Page, savedPages } from '#test/sites/pages.ts';
import { type Mark, score, tally } from '#test/sites/score.ts';
import { type Detectors, openDetectors } from '../../scripts/detectors.ts';

let detectors: Detectors;
beforeAll(async () => {
  detectors = await openDetectors('test/sites/lab.ts');
});
afterAll(() => detectors?.close());

const call = <T>(name: string, ...args: unknown[]) =>
  detectors.evaluate<T>(`quorum.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);

/** Addresses of every kind, none of which any page was saved at. */
const elsewhere = [
  'https://www.linkedin.com/in/somebody-else/',
  'https://www.linkedin.com/mwlite/profile/in/somebody-else',
  'https://www.linkedin.com/company/some-other/',
  'https://www.linkedin.com/messaging/thread/2-other/',
  'https://www.linkedin.com/sales/lead/ACwAAother_1,NAME,abc',
  'https://www.linkedin.com/sales/company/1234567',
  'https://mail.google.com/mail/u/0/#inbox/other',
  'https://outlook.office.com/mail/inbox',
  'https://mail.yahoo.com/d/folders/1',
  'https://mail.proton.me/u/0/inbox/other',
  'https://app.fastmail.com/mail/Inbox/other',
  'https://mail.acme.example/?_task=mail&_action=show',
  'https://sogo.acme.example/SOGo/so/x/Mail/view',
];
const lookAlikes = (url: string) =>
  [
    'notlinkedin.com',
    'linkedin.com.evil.example',
    'mail.google.com.evil.example',
    'evil.example',
  ].map((host) => Object.assign(new URL(url), { hostname: host }).href);

/** Mobile-lite is loaded whole for each person and need not link them: there the address alone says whose page it is. */
const wholly = ({ file }: Page<unknown>) => /-lite/.test(file);

/** Sites that go by what a page holds wherever it stands; and a list of open chats, which lies over any page. */
const byContent = ['schema-org', 'roundcube', 'linkedin-chat'];

/** Mail is the same at any address of its service: such pages claim by what they hold. */
const sameKind = (address: string, url: string) => {
  const [a, b] = [new URL(address), new URL(url)];
  const kind = ({ hostname, pathname, search }: URL) =>
    /[?&]_task=/.test(search)
      ? 'roundcube'
      : /\/SOGo\//.test(pathname)
        ? 'sogo'
        : hostname.replace(/^outlook\..*/, 'outlook');
  return (
    (kind(a) === kind(b) && !/linkedin\.com$/.test(a.hostname)) ||
    (/^\/(messaging|sales)\//.test(a.pathname) &&
      a.pathname.split('/')[2] === b.pathname.split('/')[2]) ||
    (a.pathname.startsWith('/messaging/') && b.pathname.startsWith('/messaging/'))
  );
};

/** All names that a page truly shows, and so all that may ever be said of it. */
function namesOf(page: Page<unknown>): string[] {
  const names: string[] = [];
  const walk = (value: unknown, key?: string): void => {
    if (typeof value === 'string' && (key === 'name' || key === 'company')) names.push(value);
    else if (Array.isArray(value)) for (const part of value) walk(part);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) walk(part, name);
  };
  walk(page.expect);
  return names;
}

function claimed(reading: Reading): string[] {
  const { detection } = reading;
  if (!detection) return [];
  const people = 'people' in detection ? (detection.people ?? []) : [];
  const all = [
    ...people,
    ...('person' in detection ? [detection.person] : []),
    ...('account' in detection && detection.account ? [detection.account] : []),
  ];
  return all.map(({ name }) => name).filter((name) => name !== undefined);
}

/** The same ones every time; others, and more of them, by hand: RUNS=300 npx vitest run --project e2e test/e2e/sites.test.ts */
const runs = process.env.RUNS ? { numRuns: Number(process.env.RUNS) } : { numRuns: 12, seed: 1 };
const seed = fc.integer();
const share = fc.constantFrom(0.1, 0.5, 1);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    op: fc.constant('drop' as const),
    attribute: fc.constantFrom(
      'class',
      'id',
      'role',
      'href',
      'title',
      'alt',
      'componentkey',
      'data-*',
      'aria-*',
      'item*',
      'email',
    ),
    seed,
    share,
  }),
  fc.record({ op: fc.constant('rehash' as const), seed }),
  fc.record({ op: fc.constant('translate' as const), seed }),
  fc.record({ op: fc.constant('cut' as const), at: fc.double({ min: 0.05, max: 1, noNaN: true }) }),
  fc.record({ op: fc.constant('shuffle' as const), seed, share: fc.constantFrom(0.02, 0.2) }),
);

const marks: Mark[] = [];
const pages = [
  ...ownPages.map((page) => ({ ...page, own: page.expect, saved: undefined })),
  ...savedPages.map((page) => ({ ...page, own: undefined, saved: page.expect })),
];

describe.each(pages)('$file', (page) => {
  let reading: Reading;
  beforeAll(async () => {
    ({ reading } = await detectors.read(page.url, page.body, page.xhtml, page.asked));
  });

  test('gives what it shows and nothing else', () => {
    expect(reading.ways.error).toBeUndefined();
    const detection = reading.detection && Detection.parse(reading.detection);
    if (page.saved) {
      const found = score(page.saved, detection);
      marks.push(...found);
      expect(found.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    } else
      expect(detection && { ...detection, url: undefined }).toEqual(
        page.own && { ...page.own, url: undefined },
      );
  });

  test.skipIf(wholly(page))(
    'claims nobody at an address of another kind, nor on a host that looks alike',
    async () => {
      const addresses = [...elsewhere, ...lookAlikes(page.url)].filter(
        (address) => !sameKind(address, page.url),
      );
      const readings = await call<Reading[]>('readAt', addresses);
      const claims = readings
        .map(({ detection }, at) => ({ address: addresses[at], detection }))
        .filter(({ detection }) => detection && !byContent.includes(detection.site));
      expect(claims).toEqual([]);
    },
  );

  // By its fastest readings: what else the machine does in between is no fault of the page.
  test('is not changed by being read, in under 2 ms', async () => {
    const { changed, ms } = await call<{ changed: boolean; ms: number }>('readUnchanged', 31);
    expect(changed).toBe(false);
    expect(ms).toBeLessThan(2);
  });

  test('can be reported without a name in it', async () => {
    const report = (await call<string>('report')).toLowerCase();
    const words = namesOf(page).filter((name) => /\p{L}{3}/u.test(name));
    expect(words.filter((name) => report.includes(name.toLowerCase()))).toEqual([]);
  });

  test('made worse, may lose a field, never shows a wrong name', async () => {
    const names = namesOf(page);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const worse = await call<Reading>('readMutated', mutations, names, page.asked);
        expect(claimed(worse).filter((name) => !names.includes(name))).toEqual([]);
      }),
      runs,
    );
  });
});

test.skipIf(savedPages.length === 0)(
  'saved pages: names, slugs and kinds all, the rest 95 %',
  () => {
    console.table(tally(marks));
    for (const [field, { right, silent, wrong }] of Object.entries(tally(marks))) {
      const share = right / (right + silent + wrong);
      expect(share, field).toBeGreaterThanOrEqual(/kind|name|slug|count/.test(field) ? 1 : 0.95);
    }
  },
);
