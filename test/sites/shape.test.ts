/** What is easily forgotten when a site is added: its page, its ways, its line in the docs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledPack, sitesOf } from '#lib/sites/registry.ts';
import { ownPages } from './pages.ts';

const sites = Object.values(sitesOf).flat();

test('no two sites have one name', () => {
  expect(new Set(sites.map(({ id }) => id)).size).toBe(sites.length);
});

test('every site has a page of ours that it reads', () => {
  const read = new Set(ownPages.map(({ expect: detection }) => detection?.site));
  expect(sites.map(({ id }) => id).filter((id) => !read.has(id))).toEqual([]);
});

test('every way belongs to a site, and none is older than its date can be', () => {
  const ids = new Set(sites.map(({ id }) => id));
  const thisMonth = new Date().toISOString().slice(0, 7);
  for (const [field, ways] of Object.entries(bundledPack.ways)) {
    expect(ids, field).toContain(field.split('.')[0]);
    for (const { seen } of ways) expect(seen <= thisMonth, `${field} seen ${seen}`).toBe(true);
  }
});

test('the docs name every site', () => {
  const docs = readFileSync(new URL('../../docs/sites.md', import.meta.url), 'utf8');
  for (const { id } of sites) expect(docs, id).toContain(`\`${id}\``);
});

/** After a change of ways: npx vitest run --project unit test/sites/shape.test.ts -u */
test('the docs hold the table of ways as it is', async () => {
  const rows = Object.entries(bundledPack.ways).flatMap(([field, ways]) =>
    ways.map(
      ({ css, attr, seen }, at) =>
        `| ${at === 0 ? `\`${field}\`` : ''} | \`${css.replaceAll('|', '\\|')}\`${attr ? ` (${attr})` : ''} | ${seen} |`,
    ),
  );
  const table = [
    '# The ways to each field',
    '',
    'Made from the bundled pack by `test/sites/shape.test.ts`; tried from top to bottom, `seen` is the newest page or public source on which one was seen working.',
    '',
    '| field | way | seen |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot('../../docs/sites-ways.md');
});
