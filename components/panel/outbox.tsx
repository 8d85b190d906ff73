import { Check, Clock, GitCompareArrows, Send, TriangleAlert } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { OwnEdit } from '#lib/panel/outbox.ts';
import { useAct, useDoing } from '../acts.tsx';
import { ago } from '../format.ts';
import { forms } from '../forms.ts';
import { editTitle } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { focusOnce } from '../ui/focus.ts';
import { useForm } from '../use-form.ts';
import { BackBar } from './back-bar.tsx';

const icons = {
  waiting: Clock,
  sent: Send,
  applied: Check,
  conflict: GitCompareArrows,
  rejected: TriangleAlert,
} as const;

/** The user's own edits, newest first: what became of each, and what can still be done about it. */
export function Outbox({
  edits,
  from,
  onClose,
}: {
  edits: readonly OwnEdit[];
  from?: string;
  onClose: () => void;
}) {
  return (
    <>
      <BackBar from={from} active onBack={onClose} />
      <h1 ref={focusOnce} tabIndex={-1} className="px-4 pt-3 text-name font-semibold outline-none">
        {t('ownEdits')}
      </h1>
      <p className="px-4 pt-1 pb-3 text-muted">
        {t(edits.length > 0 ? 'ownEditsHint' : 'ownEditsNone')}
      </p>
      <ul aria-label={t('ownEdits')} className="border-t border-line">
        {edits.map((edit) => (
          <Row key={edit.nonce} edit={edit} />
        ))}
      </ul>
    </>
  );
}

function Row({ edit }: { edit: OwnEdit }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { nonce, at, state, undo, builtOn, back } = edit;
  const form = useForm(forms.discard(nonce));
  const asked = form.open && state === 'waiting';
  const title = back ? t('undoOf', { edit: editTitle(edit) }) : editTitle(edit);
  const Icon = icons[state];
  return (
    <li className="flex gap-2 border-b border-line px-4 py-2">
      <Icon
        aria-hidden
        size={16}
        className={`mt-px shrink-0 ${state === 'conflict' || state === 'rejected' ? 'text-warn' : 'text-muted'}`}
      />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-3">{title}</p>
        <p className="text-small text-muted">
          {t(`own_${state}`)} · <time dateTime={at}>{ago(Date.parse(at), Date.now())}</time>
        </p>
        {undo && undo !== 'open' && <p className="text-small text-muted">{t(`ownUndo_${undo}`)}</p>}
        {asked && (
          <div className="flex flex-col gap-2 pt-1">
            <p>{builtOn > 0 ? t('discardBuiltOn', { count: builtOn }) : t('discardSure')}</p>
            <div className="flex flex-wrap gap-2">
              <Button
                ref={focusOnce}
                look="danger"
                disabled={busy}
                onClick={() => void run(() => acts.discard(nonce))}
              >
                {t('discard')}
              </Button>
              <Button look="bare" onClick={form.hide}>
                {t('cancel')}
              </Button>
            </div>
          </div>
        )}
      </div>
      {!asked && state === 'waiting' && (
        <Button
          className="shrink-0 self-start"
          aria-label={t('discardOf', { edit: title })}
          onClick={form.show}
        >
          {t('discard')}
        </Button>
      )}
      {state !== 'waiting' && undo === 'open' && (
        <Button
          className="shrink-0 self-start"
          disabled={busy}
          aria-label={t('undoOf', { edit: title })}
          onClick={() => void run(() => acts.undoEdit(nonce))}
        >
          {t('undo')}
        </Button>
      )}
    </li>
  );
}
