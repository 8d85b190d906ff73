import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { Button, IconButton } from './button.tsx';

/** Puts a text on the clipboard, and says whether that worked. `small` shows the sign alone, its label being its name. */
export function CopyButton({
  label = t('copy'),
  text,
  small = false,
}: {
  label?: string;
  text: string;
  small?: boolean;
}) {
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  if (small)
    return (
      <span className="inline-flex shrink-0 items-center">
        <span role="status" className="text-small text-muted">
          {said && t(said)}
        </span>
        <IconButton label={label} onClick={() => void copy()}>
          {said === 'copied' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
        </IconButton>
      </span>
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
