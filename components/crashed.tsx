import { TriangleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { useLocale } from './localized.tsx';
import { Button } from './ui/button.tsx';

export interface CrashGuardProps {
  /** Of the extension, for the diagnostics. */
  version: string;
  /** Resolves only where it does not come to that. */
  onReload: () => Promise<void>;
  children: ReactNode;
}

/** Where something below cannot be drawn, what happened is said in its place; React knows this only of classes. */
export class CrashGuard extends Component<
  CrashGuardProps,
  { failed?: { error: unknown; within?: string } }
> {
  override state: { failed?: { error: unknown; within?: string } } = {};

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failed: { error, ...(componentStack && { within: componentStack }) } });
  }

  override render(): ReactNode {
    const { failed } = this.state;
    const { version, onReload, children } = this.props;
    if (!failed) return children;
    return <Crashed details={details(failed.error, failed.within, version)} onReload={onReload} />;
  }
}

/** What somebody who mends it needs; React's own stack names components, not records. */
function details(error: unknown, within: string | undefined, version: string): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const said = `${name}: ${message}`;
  return [
    `Quorum ${version}`,
    navigator.userAgent,
    stack?.includes(message) ? stack : [said, stack].filter(Boolean).join('\n'),
    within?.trim(),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** In place of the panel or the settings: what happened, what is safe, and the ways on. */
export function Crashed({ details, onReload }: { details: string; onReload: () => Promise<void> }) {
  useLocale();
  const [checking, setChecking] = useState(false);
  const reload = () => {
    if (checking) return;
    setChecking(true);
    void onReload().finally(() => setChecking(false));
  };
  const [copied, setCopied] = useState<'diagnosticsCopied' | 'diagnosticsNotCopied'>();
  const copy = () =>
    navigator.clipboard.writeText(details).then(
      () => setCopied('diagnosticsCopied'),
      () => setCopied('diagnosticsNotCopied'),
    );
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-3 px-4 py-6">
      <div role="alert" className="flex flex-col gap-3">
        <h1 className="flex items-start gap-2 text-title font-semibold">
          <TriangleAlert aria-hidden size={20} className="shrink-0 text-danger" />
          {t('crashed')}
        </h1>
        <p>{t('crashedSafe')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="solid" aria-disabled={checking} onClick={reload}>
          {t('reload')}
        </Button>
        <Button onClick={() => void copy()}>{t('copyDiagnostics')}</Button>
      </div>
      <p role="status" className="text-small text-muted">
        {checking ? t('crashedChecking') : copied && t(copied)}
      </p>
      <details className="text-small">
        <summary className="cursor-pointer text-muted">{t('crashedDetails')}</summary>
        <pre dir="ltr" className="mt-2 rounded-medium bg-sunk p-3 break-words whitespace-pre-wrap">
          {details}
        </pre>
      </details>
    </main>
  );
}
