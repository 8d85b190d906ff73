import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { asProblem, type Problem, useAct } from '../acts.tsx';
import { serverOrigin } from '../addresses.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { SignOutQuestion, type Waiting } from './sign-out-question.tsx';

/** The address of the user's own server. Whoever is signed in is asked before another one signs them out. */
export function ServerOptions({
  server,
  signedIn,
  waiting,
  onSave,
}: {
  server: string;
  signedIn: boolean;
  waiting: Waiting;
  onSave: (origin: string) => Promise<void>;
}) {
  const [known, setKnown] = useState(server);
  const [address, setAddress] = useState(server);
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [asking, ask] = useState(false);
  const [busy, run] = useAct();
  const parsed = serverOrigin(address);
  const changed = !parsed.ok || parsed.value !== server;
  if (known !== server) {
    setKnown(server);
    setAddress(server);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!parsed.ok) return;
    if (signedIn) ask(true);
    else save(parsed.value);
  };
  const save = (origin: string) =>
    void run(async () => {
      setProblem(undefined);
      try {
        await onSave(origin);
        setSaved(true);
      } catch (error) {
        setProblem(asProblem(error));
      }
    });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t('serverAddress')}
        hint={t('serverHint')}
        type="url"
        inputMode="url"
        spellCheck={false}
        value={address}
        onChange={({ target }) => {
          setAddress(target.value);
          setSaved(false);
          setProblem(undefined);
        }}
        problem={tried && !parsed.ok ? t(parsed.because) : undefined}
      />
      <div role="alert" className="empty:-mt-3">
        {problem && (
          <p className="text-danger">
            {t(problem.code === 'unreachable' ? 'noServerToSave' : 'notOurServer')}
          </p>
        )}
      </div>
      <div className="flex items-center gap-3">
        <Button
          type="submit"
          look="soft"
          disabled={busy || !changed || (signedIn && waiting === undefined)}
        >
          {t('save')}
        </Button>
        <span role="status" className="inline-flex items-center gap-1 text-muted">
          {saved && (
            <>
              <Check aria-hidden size={14} />
              {t('saved')}
            </>
          )}
        </span>
      </div>
      <SignOutQuestion
        waiting={waiting}
        because={t('signOutForServer')}
        open={asking}
        onOpenChange={ask}
        onSignOut={() => parsed.ok && save(parsed.value)}
      />
    </form>
  );
}
