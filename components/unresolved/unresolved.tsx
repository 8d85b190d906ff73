import { t } from '#lib/browser/i18n.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { UnresolvedEdit } from './unresolved-edit.tsx';

const shown = 3;

/** Edits that the server did not take, each with its reason, until the user has seen them. */
export function Unresolved({
  edits,
  onDismiss,
}: {
  edits: readonly UnresolvedView[];
  onDismiss: (nonce: string) => void;
}) {
  if (edits.length === 0) return null;
  return (
    <section aria-label={t('unresolvedTitle')}>
      {edits.slice(0, shown).map((edit) => (
        <UnresolvedEdit key={edit.nonce} edit={edit} onDismiss={() => onDismiss(edit.nonce)} />
      ))}
      {edits.length > shown && (
        <p className="bg-warn-soft px-4 pb-2 ps-10 text-small text-muted">
          {t('moreUnresolved', { count: edits.length - shown })}
        </p>
      )}
    </section>
  );
}
