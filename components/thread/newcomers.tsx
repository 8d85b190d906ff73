import { t } from '#lib/browser/i18n.ts';
import { type Batch, batchOf } from '#lib/panel/batch.ts';
import type { ThreadDecisionView, ThreadPersonView, Unsaid } from '#lib/panel/view.ts';
import { listed } from '../format.ts';
import { roleLabel } from '../labels.ts';
import { AttachAll } from '../people/attach-all.tsx';
import { Unanswered } from '../person/unanswered.tsx';
import { Section } from '../ui/section.tsx';
import { MailPeople } from './mail-people.tsx';

const likeliest = new Map<string, never>();

/** Who on a mail is not on record: each to add alone, or all who fit the decision at once. */
export function Newcomers({
  people,
  view,
  unsaid,
  offline,
}: {
  people: readonly ThreadPersonView[];
  /** The decision in hand. */
  view: ThreadDecisionView | undefined;
  /** Whether the server knows them. */
  unsaid: Unsaid | undefined;
  offline: boolean;
}) {
  const checking = unsaid === 'checking';
  const batch = view && batchOf(people, view, likeliest, false);
  return (
    <Section title={t(unsaid ? 'perhapsNew' : 'notOnRecord')} count={people.length}>
      {(checking || offline) && (
        <p className="px-4 pb-1 text-small text-muted">
          {t(offline ? 'newcomersOffline' : 'newcomersAsked')}
        </p>
      )}
      {unsaid === 'unanswered' && !offline && <Unanswered many />}
      {batch && batch.joining.size > 1 && (
        <div className="px-4 py-1">
          <AttachAll
            label={t('addAllTo', {
              count: batch.joining.size,
              solution: view.decision.solution.name,
            })}
            detail={inWhichRoles(batch)}
            decision={view.decision}
            batch={batch}
            disabled={checking}
          />
        </div>
      )}
      <MailPeople people={people} first={6} view={view} unsaid={unsaid} />
    </Section>
  );
}

/** `Ratifier, 3 × User and 2 without a role`. */
function inWhichRoles({ joining }: Batch): string {
  const all = [...joining.values()].flatMap(({ roles }) => (roles.length > 0 ? roles : [null]));
  return listed(
    [...new Set(all)].map((role) => {
      const count = all.filter((one) => one === role).length;
      if (role === null) return t('withoutRole', { count });
      return count === 1 ? roleLabel(role) : t('timesRole', { count, role: roleLabel(role) });
    }),
  );
}
