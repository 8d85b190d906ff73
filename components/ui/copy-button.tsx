import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button } from './button.tsx';

/** Puts a text on the clipboard, and says whether that worked. */
export function CopyButton({ label = t('copy'), text }: { label?: string; text: string }) {
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button onClick={() => void copy()}>
        <Copy aria-hidden size={14} />
        {label}
      </Button>
      <span role="status" className="inline-flex items-center gap-1 text-muted">
        {said === 'copied' && <Check aria-hidden size={14} />}
        {said && t(said)}
      </span>
    </span>
  );
}
