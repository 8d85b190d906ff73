import { t } from '#lib/browser/i18n.ts';
import type { Problem } from '../acts.tsx';
import { problemText } from '../labels.ts';

/** Here nothing waits to be sent by itself, as an edit would. */
const unanswered = new Set(['unreachable', 'shuttingDown', 'answerNotUnderstood']);

/** Why the last step failed, in an alert that is always there. */
export function StepProblem({ problem }: { problem: Problem | undefined }) {
  return (
    <div role="alert" className="empty:-mt-3">
      {problem && (
        <p className="rounded-medium bg-danger-soft px-3 py-2 text-danger">
          {unanswered.has(problem.code) ? t('transferUnanswered') : problemText(problem)}
        </p>
      )}
    </div>
  );
}
