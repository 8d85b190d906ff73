import { TriangleAlert, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { type Problem, useAct, useDoing } from '../acts.tsx';
import { problemText } from '../labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** At the panel's foot, always in sight: what was just done with the way back, and what went wrong. */
export function Dock({
  undoable,
  told,
  onDismissTold,
  problem,
  onDismissProblem,
  children,
}: {
  undoable?: { label: string };
  /** What came of a command that shows nothing itself. */
  told?: string;
  onDismissTold?: () => void;
  problem?: Problem;
  onDismissProblem?: () => void;
  /** What else stays in sight there, above the rest. */
  children?: ReactNode;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  return (
    <div ref={tellHeight} className="sticky bottom-0 z-10 bg-page">
      {children}
      <div role="alert">
        {problem && (
          <Notice icon={TriangleAlert} tone="danger">
            <div className="flex items-start gap-1">
              <p className="min-w-0 flex-1">{problemText(problem)}</p>
              {onDismissProblem && (
                <IconButton label={t('dismissProblem')} onClick={onDismissProblem}>
                  <X aria-hidden size={16} />
                </IconButton>
              )}
            </div>
          </Notice>
        )}
      </div>
      <div role="status">
        {told && (
          <div className="flex min-h-10 items-center gap-2 border-t border-line bg-raised ps-4 pe-2">
            <span className="min-w-0 flex-1 py-1">{told}</span>
            <IconButton label={t('dismissProblem')} onClick={onDismissTold}>
              <X aria-hidden size={16} />
            </IconButton>
          </div>
        )}
        {undoable && (
          <div className="flex min-h-10 items-center gap-2 border-t border-line bg-raised ps-4 pe-2">
            <span className="line-clamp-2 min-w-0 flex-1 py-1">{undoable.label}</span>
            <Button
              look="link"
              disabled={busy}
              className="shrink-0"
              onClick={() => void run(acts.undo)}
            >
              <Undo2 aria-hidden size={14} />
              {t('undo')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** What else is sticky at the foot stands above the dock. */
function tellHeight(dock: HTMLElement | null): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() =>
    style.setProperty('--dock', `${dock?.offsetHeight ?? 0}px`),
  );
  if (dock) observer.observe(dock);
  return () => observer.disconnect();
}
