/** The first thing anybody sees: what is read where, what is kept, and the user's decision. Nothing is read before. */
import { BookOpenText, Database, Eye, Scale } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Problem } from './acts.tsx';
import { serverOrigin } from './addresses.ts';
import { problemText } from './labels.ts';
import { Localized } from './localized.tsx';
import { Button } from './ui/button.tsx';
import { Field } from './ui/field.tsx';

export interface FirstRunProps {
  /** What the server field begins with. */
  server: string;
  busy?: boolean;
  problem?: Problem;
  /** The user agreed; `server` is a checked origin. Called inside the click. */
  onAgree: (server: string) => void;
}

export function FirstRun(props: FirstRunProps) {
  return <Localized>{() => <Consent {...props} />}</Localized>;
}

function Consent({ server, busy = false, problem, onAgree }: FirstRunProps) {
  const [address, setAddress] = useState(server);
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(server);
  const parsed = serverOrigin(address);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setAsked(address);
    if (parsed.ok) onAgree(parsed.value);
  };
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 px-4 py-5">
      <header>
        <h1 className="text-name font-semibold">{t('welcome')}</h1>
        <p className="text-muted">{t('welcomeWhat')}</p>
      </header>
      <PrivacyPoints />
      {/* In sight wherever there is room beside it: the decision must not hide below what it is about, nor cover it. */}
      <form
        noValidate
        onSubmit={submit}
        className="bottom-0 flex flex-col gap-3 border-t border-line bg-page py-4 tall:sticky"
      >
        <Field
          label={t('serverAddress')}
          hint={t('serverHint')}
          type="url"
          inputMode="url"
          spellCheck={false}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          problem={tried && !parsed.ok ? t(parsed.because) : undefined}
        />
        <div role="alert" className="empty:-mb-3">
          {problem && parsed.ok && address === asked && (
            <p className="text-danger">
              {problem.code === 'unreachable' ? t('noServerThere') : problemText(problem)}
            </p>
          )}
        </div>
        <Button type="submit" look="solid" className="min-h-9" disabled={busy}>
          {busy ? t('signingIn') : t('agreeAndSignIn')}
        </Button>
        <p className="text-small text-muted">{t('notAgree')}</p>
      </form>
    </main>
  );
}

/** What is read, what is kept, and LinkedIn's terms, in the same words wherever they are shown. */
export function PrivacyPoints() {
  const points = [
    { icon: Eye, title: t('readTitle'), text: t('readText') },
    { icon: Database, title: t('keptTitle'), text: t('keptText') },
    { icon: BookOpenText, title: t('neverTitle'), text: t('neverText') },
    { icon: Scale, title: t('linkedinTitle'), text: t('linkedinText') },
  ];
  return (
    <ul className="flex flex-col gap-3">
      {points.map(({ icon: Icon, title, text }) => (
        <li key={title} className="flex gap-3">
          <Icon aria-hidden size={16} className="mt-px shrink-0 text-accent" />
          <div>
            <h2 className="font-semibold">{title}</h2>
            <p className="text-muted">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
