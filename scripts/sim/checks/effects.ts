/** [2] Effects apply at most once, and each belongs to one edit. */
import type { Story } from '../story.ts';
import type { Tables } from '../tables.ts';
import { Violation } from '../violation.ts';

/** Who writes without an edit: an import, and who erases. */
const others = /^(sim-import|erase\..*)$/;

/** Who wrote each version, by nonce. */
export function checkEffects(story: Story, { log, history }: Tables): Map<number, string> {
  const byVersion = new Map<number, string>();
  const done = new Set<string>();
  for (const { nonce, version } of log) {
    if (version === null) continue;
    if (done.has(nonce)) throw new Violation(2, `${story.called(nonce)} was done twice`);
    done.add(nonce);
    if (byVersion.has(version)) throw new Violation(2, `two edits have the version ${version}`);
    byVersion.set(version, nonce);
  }
  const touches = new Set<string>();
  for (const { version, kind, id, field, after, by_client } of history) {
    if (!byVersion.has(version) && !others.test(by_client ?? ''))
      throw new Violation(2, `version ${version} of ${kind} ${id} is of an edit without a result`);
    if (kind !== 'touch' || field !== '*' || after === null) continue;
    if (touches.has(id)) throw new Violation(2, `touch ${id} was written twice`);
    touches.add(id);
  }
  return byVersion;
}
