import { X } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { editLabel, rejectionText } from '../labels.ts';
import { IconButton } from '../ui/button.tsx';

/** Edits that the server did not take, each with its reason, until the user has seen them. */
export function Refused({
  edits,
  onDismiss,
}: {
  edits: readonly UnresolvedView[];
  onDismiss: (nonce: string) => void;
}) {
  if (edits.length === 0) return null;
  return (
    <ul aria-label={t('unresolvedTitle')} className="flex flex-col gap-1 pt-2">
      {edits.map(({ nonce, name, status, code, because }) => (
        <li
          key={nonce}
          className="flex items-start gap-1 rounded-medium bg-warn-soft py-1.5 ps-3 pe-1.5"
        >
          <div className="min-w-0 flex-1 py-1">
            <p className="font-medium">
              {t(status === 'conflict' ? 'editConflict' : 'editRejected', {
                edit: editLabel(name),
              })}
            </p>
            <p className="line-clamp-3">{rejectionText({ ...(code && { code }), because })}</p>
          </div>
          <IconButton
            label={t('dismissEdit', { edit: editLabel(name) })}
            onClick={() => onDismiss(nonce)}
          >
            <X aria-hidden size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
