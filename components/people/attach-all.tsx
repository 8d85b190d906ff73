import { LoaderCircle, UserPlus } from 'lucide-react';
import type { Batch } from '#lib/panel/batch.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { ActWords, changeText } from '../decision/coverage-change.tsx';

/** One click attaches all of a batch to a decision, and says before what that does to coverage. */
export function AttachAll({
  label,
  detail,
  decision,
  batch: { joining, after },
  disabled = false,
  onDone,
}: {
  label: string;
  /** Before what it does to coverage. */
  detail?: string;
  decision: DecisionView;
  batch: Batch;
  disabled?: boolean;
  onDone?: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const all = [...joining.values()];
  const roles = all.flatMap((one) => one.roles);
  const change = all.length > 0 && changeText(decision, after, roles);
  return (
    <button
      type="button"
      disabled={busy || disabled || all.length === 0}
      onClick={() =>
        void run(async () => {
          await acts.attachMany(all, decision.opportunity.id);
          onDone?.();
        })
      }
      className="flex min-h-11 w-full items-center gap-2 rounded-medium bg-accent px-3 py-1.5 text-start text-accent-ink transition-colors hover:bg-accent-strong disabled:opacity-60"
    >
      {busy ? (
        <LoaderCircle aria-hidden size={16} className="shrink-0 motion-safe:animate-spin" />
      ) : (
        <UserPlus aria-hidden size={16} className="shrink-0" />
      )}
      <ActWords
        effect={
          (detail || change) && (
            <span className="flex flex-wrap gap-x-3">
              {detail && <span>{detail}</span>} {change && <span>{change}</span>}
            </span>
          )
        }
      >
        <span className="font-medium">{label}</span>
      </ActWords>
    </button>
  );
}
