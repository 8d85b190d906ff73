/** How a reading compares with what an index says must be found: per field, and whether anything was claimed wrongly. */
import type { Detection } from '#lib/model/detection.ts';
import { profileSlug } from '#lib/sites/url.ts';

export interface Expected {
  kind: 'person' | 'account' | 'people' | 'none';
  name?: string;
  headline?: string;
  location?: string;
  company?: string;
  slug?: string;
  website?: string;
  people?: {
    name: string;
    url: string;
    headline?: string;
    title?: string;
    company?: string;
    location?: string;
  }[];
}
/** One comparison: `right`, `silent` (expected but not said), `wrong` (said otherwise, or said where nothing is). */
export type Verdict = 'right' | 'silent' | 'wrong';
export interface Mark {
  field: string;
  verdict: Verdict;
  expected?: string;
  got?: string;
}

const line = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim();

function mark(field: string, expected: string | undefined, got: string | undefined): Mark[] {
  if (expected === undefined && got === undefined) return [];
  const verdict = line(expected) === line(got) ? 'right' : got === undefined ? 'silent' : 'wrong';
  return [{ field, verdict, ...(expected ? { expected } : {}), ...(got ? { got } : {}) }];
}

/** All comparisons of one page. */
export function score(expected: Expected, detection: Detection | null): Mark[] {
  if (expected.kind === 'none')
    return mark(
      'kind',
      undefined,
      detection?.kind === 'people' ? undefined : detection?.kind,
    ).concat(detection ? [] : [{ field: 'kind', verdict: 'right' }]);
  const kind = mark('kind', expected.kind, detection?.kind);
  if (!detection || detection.kind !== expected.kind) return kind;
  if (detection.kind === 'person') {
    const { person } = detection;
    return kind.concat(
      mark('name', expected.name, person.name),
      mark('slug', expected.slug, person.linkedin),
      mark('headline', expected.headline, person.headline),
      mark('company', expected.company, person.company),
      mark('location', expected.location, person.location),
    );
  }
  if (detection.kind === 'account') {
    const { account } = detection;
    return kind.concat(
      mark('name', expected.company, account.name),
      mark('slug', expected.slug, account.linkedin),
      mark('website', expected.website, account.website),
    );
  }
  if (detection.kind !== 'people') return kind;
  const wanted = expected.people ?? [];
  return kind.concat(
    mark('count', String(wanted.length), String(detection.people.length)),
    wanted.flatMap((want, at) => {
      const got = detection.people[at];
      const slug = URL.canParse(want.url) ? profileSlug(new URL(want.url)) : undefined;
      const lead = /\/sales\/lead\/([^,/]+)/.exec(want.url)?.[1];
      return [
        ...mark('name', want.name, got?.name),
        ...mark('slug', slug ?? lead, got?.linkedin ?? got?.salesNavigator),
        ...mark('headline', want.headline, got?.headline),
        ...mark('title', want.title, got?.title),
        ...mark('company', want.company, got?.company),
        ...mark('location', want.location, got?.location),
      ];
    }),
  );
}

/** Right, silent and wrong by field over many pages. */
export function tally(marks: readonly Mark[]): Record<string, Record<Verdict, number>> {
  const table: Record<string, Record<Verdict, number>> = {};
  for (const { field, verdict } of marks) {
    table[field] ??= { right: 0, silent: 0, wrong: 0 };
    table[field][verdict]++;
  }
  return table;
}
