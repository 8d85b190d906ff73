import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Checked } from '#lib/panel/diagnostics.ts';
import { asProblem, type Problem, useAct } from '../acts.tsx';
import { problemText } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

export interface Diagnosing {
  check: () => Promise<Checked>;
  /** The report's lines, with nobody's name in them. */
  report: () => Promise<string>;
}

/** Clocks this close, in ms, count as the same: an answer takes a while too. */
const same = 5000;

/** Whether the server can be reached and knows the user, and a report for whoever helps. */
export function Diagnostics({ check, report }: Diagnosing) {
  const [checked, setChecked] = useState<Checked>();
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [checking, runCheck] = useAct();
  const [making, runReport] = useAct();
  const trying = (work: () => Promise<void>) => async () => {
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(asProblem(error)));
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('checkHint')}</p>
      <Button
        look="soft"
        className="self-start"
        disabled={checking}
        onClick={() => void runCheck(trying(async () => setChecked(await check())))}
      >
        {t(checking ? 'checking' : 'checkNow')}
      </Button>
      <div role="status">
        {checked && (
          <ul className="flex flex-col gap-2">
            {findings(checked).map(({ ok, text }) => (
              <Finding key={text} ok={ok} text={text} />
            ))}
          </ul>
        )}
      </div>
      <p className="border-t border-line pt-3 text-muted">{t('reportHint')}</p>
      <Button
        look="soft"
        className="self-start"
        disabled={making}
        onClick={() => void runReport(trying(async () => setText(await report())))}
      >
        {t('reportMake')}
      </Button>
      {text !== undefined && (
        <>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={t('reportText')}
            className="max-h-80 overflow-auto rounded-medium border border-line bg-sunk p-3"
          >
            <pre dir="ltr" className="text-small whitespace-pre-wrap">
              {text}
            </pre>
          </section>
          <CopyButton label={t('reportCopy')} text={text} />
        </>
      )}
      <div role="alert" className="empty:-mt-3">
        {problem && <p className="text-danger">{problemText(problem)}</p>}
      </div>
    </div>
  );
}

function Finding({ ok, text }: { ok: boolean; text: string }) {
  const Icon = ok ? CircleCheck : TriangleAlert;
  return (
    <li className="flex gap-2">
      <Icon aria-hidden size={16} className={`mt-px shrink-0 ${ok ? 'text-good' : 'text-warn'}`} />
      <span className="min-w-0">{text}</span>
    </li>
  );
}

function findings({ server, clockAhead, signIn }: Checked): { ok: boolean; text: string }[] {
  if (server.is === 'failed') return [{ ok: false, text: problemText(asProblem(server.error)) }];
  return [
    { ok: true, text: t('checkServerOk', { ms: server.ms }) },
    ...(clockAhead === undefined ? [] : [clock(clockAhead)]),
    signIn.is === 'ok'
      ? { ok: true, text: t('checkSignedIn') }
      : {
          ok: false,
          text: signIn.is === 'nobody' ? t('checkSignedOut') : problemText(asProblem(signIn.error)),
        },
  ];
}

function clock(ahead: number) {
  if (Math.abs(ahead) < same) return { ok: true, text: t('checkClockOk') };
  const seconds = Math.round(Math.abs(ahead) / 1000);
  return { ok: false, text: t(ahead > 0 ? 'checkClockAhead' : 'checkClockBehind', { seconds }) };
}
