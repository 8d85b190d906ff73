import { GitCompareArrows, TriangleAlert } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { editTitle, rejectionText } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { WholeText } from '../ui/whole-text.tsx';
import { useForm } from '../use-form.ts';
import { BothValues } from './both-values.tsx';
import { RewriteForm } from './rewrite-form.tsx';

/** One edit that the server did not take: why, and what can be done with it here. */
export function UnresolvedEdit({
  edit: { nonce, name, status, code, because, about, again, wrote, conflicts = [], ...edit },
  onDismiss,
}: {
  edit: UnresolvedView;
  onDismiss: () => void;
}) {
  const { acts, openDecision } = useDoing();
  const [busy, run] = useAct();
  const form = useForm(forms.rewrite(nonce));
  const { rewrite, opportunityId } = edit;
  const title = editTitle({ name, ...(about && { about }) });
  const conflict = status === 'conflict';
  const reason = rejectionText({ ...(code && { code }), because });
  const away = (
    <Button
      className="bg-page"
      disabled={busy}
      aria-label={t(conflict ? 'takeTheirsOf' : 'discardOf', { edit: title })}
      onClick={onDismiss}
    >
      {t(conflict ? 'takeTheirs' : 'discard')}
    </Button>
  );
  return (
    <Notice icon={conflict ? GitCompareArrows : TriangleAlert} tone="warn">
      <p className="font-medium">
        {t(conflict ? 'editConflict' : 'editRejected', { edit: title })}
      </p>
      {reason && <p className="line-clamp-3">{reason}</p>}
      {again && <p>{t('refusedAgain', { count: again })}</p>}
      {wrote && !form.open && (
        <>
          <p className="pt-1 text-muted">{t('youWrote')}</p>
          <WholeText label={t('youWrote')} text={wrote} />
          {!rewrite && <CopyButton text={wrote} />}
        </>
      )}
      {conflicts.map((one) => (
        <BothValues key={one.field} conflict={one} />
      ))}
      {rewrite && form.open ? (
        <RewriteForm
          nonce={nonce}
          title={title}
          rewrite={rewrite}
          first={form.first}
          onDone={form.hide}
        />
      ) : (
        <div className="flex flex-wrap gap-2 pt-2 pb-1">
          {(conflict || !again) && (
            <Button
              className="bg-page"
              disabled={busy}
              aria-label={t(conflict ? 'keepMineOf' : 'tryAgainOf', { edit: title })}
              onClick={() => void run(() => acts.keepMine(nonce))}
            >
              {t(conflict ? 'keepMine' : 'tryAgain')}
            </Button>
          )}
          {conflict && away}
          {rewrite && (
            <Button
              ref={form.back}
              className="bg-page"
              aria-label={t('rewriteOf', { edit: title })}
              onClick={form.show}
            >
              {t('edit')}
            </Button>
          )}
          {!conflict && opportunityId && openDecision && (
            <Button className="bg-page" onClick={() => openDecision(opportunityId)}>
              {t('openItsDecision')}
            </Button>
          )}
          {!conflict && away}
        </div>
      )}
    </Notice>
  );
}
