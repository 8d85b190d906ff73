import { TriangleAlert, Undo2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { type Problem, useAct, useDoing } from '../acts.tsx';
import { problemText } from '../labels.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { tellHeight } from '../ui/tell-height.ts';

const dockHeight = tellHeight('--dock');

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
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<Element>(null);
  const pressed = useRef(false);
  // A button that is gone, or was out of use meanwhile, has lost the focus to nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is lost when one of these changes
  useEffect(() => {
    if (!pressed.current || busy || document.activeElement !== document.body) return;
    const back = before.current?.isConnected ? before.current : document.querySelector('main');
    const next = button.current ?? back;
    pressed.current = next === button.current;
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }, [busy, undoable]);
  return (
    <div ref={dockHeight} className="sticky bottom-0 z-10 bg-page">
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
              ref={button}
              look="link"
              disabled={busy}
              className="shrink-0"
              onFocus={({ relatedTarget }) => {
                if (relatedTarget) before.current = relatedTarget;
              }}
              onClick={() => {
                pressed.current = true;
                void run(acts.undo);
              }}
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
