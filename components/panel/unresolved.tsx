import { GitCompareArrows, TriangleAlert, X } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { UnresolvedView } from '#lib/panel/view.ts';
import { editLabel } from '../labels.ts';
import { IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

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
      {edits.slice(0, shown).map(({ nonce, name, status, because }) => (
        <Notice
          key={nonce}
          icon={status === 'conflict' ? GitCompareArrows : TriangleAlert}
          tone="warn"
        >
          <div className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {t(status === 'conflict' ? 'editConflict' : 'editRejected', {
                  edit: editLabel(name),
                })}
              </p>
              <p className="line-clamp-3">{because}</p>
            </div>
            <IconButton
              label={t('dismissEdit', { edit: editLabel(name) })}
              onClick={() => onDismiss(nonce)}
            >
              <X aria-hidden size={16} />
            </IconButton>
          </div>
        </Notice>
      ))}
      {edits.length > shown && (
        <p className="bg-warn-soft px-4 pb-2 ps-10 text-small text-muted">
          {t('moreUnresolved', { count: edits.length - shown })}
        </p>
      )}
    </section>
  );
}
