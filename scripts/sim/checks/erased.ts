/** [10] Of whoever was erased nothing is left, and whoever is on the do-not-record list does not come in. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { domainKey, emailKey } from '../../../lib/model/keys.ts';
import type { Backup } from '../ground.ts';
import { address } from '../naming.ts';
import type { Profile } from '../profile.ts';
import type { Erased, Story } from '../story.ts';
import type { Changed } from '../tables.ts';
import { Violation } from '../violation.ts';
import { type State, type States, walk } from './states.ts';

const Row = z.looseObject({
  kind: z.string().optional(),
  id: z.string().optional(),
  alias: z.string().optional(),
});
const Reached = z.looseObject({ emails: z.array(z.string()).default([]) });

/** What the simulator's writers say of a person. */
const wordsIn = (what: unknown): string[] =>
  JSON.stringify(what).match(/(?:Person|Title|Head|Moved) \d+[ab]/g) ?? [];

/** What the server has of somebody before they are erased; `null` where it has nobody. */
export function personIn({ rows }: Backup, named: string): Omit<Erased, 'version'> | null {
  const aliases = (rows.record_aliases ?? []).map((row) => Row.parse(row));
  const names = aliases.filter(({ kind }) => kind === 'contact');
  let id = named;
  for (let next: string | undefined = id; next !== undefined; ) {
    id = next;
    next = names.find(({ alias }) => alias === id)?.id;
  }
  const ids = new Set([id]);
  for (let size = 0; size < ids.size; ) {
    size = ids.size;
    for (const { alias, id: to } of names) if (alias && to && ids.has(to)) ids.add(alias);
  }
  const about = [...(rows.records ?? []), ...(rows.history ?? [])].filter((row) => {
    const { kind, id } = Row.parse(row);
    return kind === 'contact' && id !== undefined && ids.has(id);
  });
  const record = (rows.records ?? []).find((row) => row.kind === 'contact' && row.id === id);
  if (!record || record.deleted_at !== null) return null;
  const emails = new Set(Reached.parse(record.data).emails);
  return { id, ids, words: new Set(about.flatMap(wordsIn)), emails };
}

/** Whether an edit speaks of somebody who was erased: then it may be forgotten. */
export function speaksOfErased(story: Story, edit: unknown): boolean {
  const text = JSON.stringify(edit);
  return story.everErased.some(({ ids, emails }) =>
    [...ids, ...emails].some((mark) => text.includes(mark)),
  );
}

/** At rest: in no table of the server and of no browser. */
export async function checkErased(
  story: Story,
  server: Backup,
  profiles: readonly Profile[],
): Promise<void> {
  const places = Object.entries(server.rows).map(([table, rows]): [where: string, text: string] => [
    `the server’s ${table}`,
    JSON.stringify(rows),
  ]);
  for (const { name, store } of profiles)
    for (const table of store.db.tables)
      places.push([`${table.name} of ${name}`, JSON.stringify(await table.toArray())]);
  for (const { id, words } of story.erased)
    for (const word of words) {
      const place = places.find(([, text]) => text.includes(word));
      if (!place) continue;
      const at = place[1].indexOf(word);
      throw new Violation(
        10,
        `${id} was erased, and ${place[0]} still says “${word}”: …${place[1].slice(Math.max(0, at - 200), at + 80)}…`,
      );
    }
}

const Entry = z.looseObject({ hashes: z.array(z.string()) });
const Found = z.looseObject({
  emails: z.array(z.string()).default([]),
  domains: z.array(z.string()).default([]),
});

/** No commit brought in an address that was on the list before it and that none of the records it changed had. */
export function checkListed(salt: string, history: readonly Changed[]): void {
  const hash = (key: string) => createHash('sha256').update(`${salt}\n${key}`).digest('hex');
  const writers = new Map(history.map(({ version, by_client }) => [version, by_client]));
  walk(history, (version, before, after) => {
    if (writers.get(version) === 'sim-import') return;
    const listed = new Set(
      [...before.values()].flatMap(({ kind, fields }) =>
        kind === 'exclusion' ? Entry.parse(fields).hashes : [],
      ),
    );
    if (listed.size === 0) return;
    const changed = history.flatMap(({ kind, id, ...row }) =>
      row.version === version ? [address(kind, id)] : [],
    );
    const had = new Set(changed.flatMap((key) => keysOf(before.get(key))));
    const has = changed.flatMap((key) => [
      ...keysOf(after.get(key)),
      ...keysOfCompany(before.get(key), after.get(key), after),
    ]);
    const brought = has.find((key) => !had.has(key) && listed.has(hash(key)));
    if (brought)
      throw new Violation(10, `version ${version} brought in ${brought}, which is on the list`);
  });
}

/** Their own, and for a person the companies of their addresses. */
function keysOf(state: State | undefined): string[] {
  if (state?.kind !== 'contact' && state?.kind !== 'account') return [];
  const { emails, domains } = Found.parse(state.fields);
  const hosts = emails.map((email) => email.slice(email.indexOf('@') + 1));
  return [...emails.map(emailKey), ...[...domains, ...hosts].map(domainKey)];
}

/** With somebody new, or moved, come those of their company. */
function keysOfCompany(was: State | undefined, is: State | undefined, all: States): string[] {
  if (is?.kind !== 'contact' || was?.fields.accountId === is.fields.accountId) return [];
  return keysOf(all.get(address('account', String(is.fields.accountId))));
}
