import { GitCompareArrows, TriangleAlert, X } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { ConflictView, UnresolvedView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { calendarDay, money } from '../format.ts';
import { editTitle, rejectionText, rolesLabel, stageLabel } from '../labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
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
      {edits.slice(0, shown).map((edit) => (
        <Edit key={edit.nonce} edit={edit} onDismiss={onDismiss} />
      ))}
      {edits.length > shown && (
        <p className="bg-warn-soft px-4 pb-2 ps-10 text-small text-muted">
          {t('moreUnresolved', { count: edits.length - shown })}
        </p>
      )}
    </section>
  );
}

function Edit({
  edit: { nonce, name, status, code, because, about, opportunityId, wrote, conflicts = [] },
  onDismiss,
}: {
  edit: UnresolvedView;
  onDismiss: (nonce: string) => void;
}) {
  const { acts, openDecision } = useDoing();
  const [busy, run] = useAct();
  const edit = editTitle({ name, ...(about && { about }) });
  const conflict = status === 'conflict';
  const reason = rejectionText({ ...(code && { code }), because });
  return (
    <Notice icon={conflict ? GitCompareArrows : TriangleAlert} tone="warn">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t(conflict ? 'editConflict' : 'editRejected', { edit })}</p>
          {reason && <p className="line-clamp-3">{reason}</p>}
          {wrote && (
            <>
              <p className="pt-1 text-muted">{t('youWrote')}</p>
              <WholeText label={t('youWrote')} text={wrote} />
            </>
          )}
          {!conflict && (
            <div className="flex flex-wrap gap-2 pt-2 pb-1">
              <Button
                className="bg-page"
                disabled={busy}
                aria-label={t('tryAgainOf', { edit })}
                onClick={() => void run(() => acts.keepMine(nonce))}
              >
                {t('tryAgain')}
              </Button>
              {opportunityId && openDecision && (
                <Button className="bg-page" onClick={() => openDecision(opportunityId)}>
                  {t('openItsDecision')}
                </Button>
              )}
            </div>
          )}
          {conflicts.length > 0 && (
            <>
              {conflicts.map((one) => (
                <BothValues key={one.field} conflict={one} />
              ))}
              <div className="flex flex-wrap gap-2 pt-2 pb-1">
                <Button
                  className="bg-page"
                  disabled={busy}
                  aria-label={t('keepMineOf', { edit })}
                  onClick={() => void run(() => acts.keepMine(nonce))}
                >
                  {t('keepMine')}
                </Button>
                <Button
                  className="bg-page"
                  disabled={busy}
                  aria-label={t('takeTheirsOf', { edit })}
                  onClick={() => onDismiss(nonce)}
                >
                  {t('takeTheirs')}
                </Button>
              </div>
            </>
          )}
        </div>
        {conflicts.length === 0 && (
          <IconButton label={t('dismissEdit', { edit })} onClick={() => onDismiss(nonce)}>
            <X aria-hidden size={16} />
          </IconButton>
        )}
      </div>
    </Notice>
  );
}

/** What stands now, and what was wanted instead. */
function BothValues({ conflict }: { conflict: ConflictView }) {
  const [mine, theirs] = values(conflict);
  const isText = conflict.field === 'text' || conflict.field === 'nextSteps';
  const who = conflict.by ? t('valueTheirsBy', { name: conflict.by }) : t('valueTheirs');
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 pt-1">
      <dt className="text-muted">{t('valueYours')}</dt>
      <dd className="min-w-0">
        {isText ? <WholeText label={t('valueYours')} text={mine} /> : <bdi>{mine}</bdi>}
      </dd>
      <dt className="text-muted">{who}</dt>
      <dd className="min-w-0">
        {isText ? <WholeText label={who} text={theirs} /> : <bdi>{theirs}</bdi>}
      </dd>
    </dl>
  );
}

/** All of a long text, in a place of its own that scrolls. */
function WholeText({ label, text }: { label: string; text: string }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      dir="auto"
      className="max-h-32 overflow-y-auto rounded-small whitespace-pre-line"
    >
      {text}
    </section>
  );
}

function values(conflict: ConflictView): [mine: string, theirs: string] {
  const both = <T,>({ mine, theirs }: { mine: T; theirs: T }, say: (of: T) => string) =>
    [say(mine), say(theirs)] as [string, string];
  switch (conflict.field) {
    case 'stageId':
      return both(conflict, (stage) => (stage ? stageLabel(stage) : t('stageGone')));
    case 'amount':
      return both(conflict, (worth) =>
        worth === null ? t('notSet') : money(worth, conflict.currency),
      );
    case 'closeDate':
      return both(conflict, (day) => (day ? calendarDay(day, Date.now()) : t('notSet')));
    case 'roles':
      return both(conflict, (roles) => (roles.length > 0 ? rolesLabel(roles) : t('noRole')));
    case 'text':
    case 'nextSteps':
      return both(conflict, (text) => text || t('valueEmpty'));
  }
}
