import { MoveRight } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import { historyLabel } from '#lib/panel/history/fields.ts';
import type { HistoryAbout, HistoryLine, HistoryNames } from '#lib/panel/history/history.ts';
import { roleLabel } from '../labels.ts';
import { WholeText } from '../ui/whole-text.tsx';
import { valueText } from './values.ts';

/** One field of one record: what it was and what it became, as much of it as is known. */
export function HistoryLineView({
  line,
  names,
  now,
  titled,
}: {
  line: HistoryLine;
  names: HistoryNames;
  now: number;
  /** Whether the field is named: of one field alone, the heading or the choice names it. */
  titled: boolean;
}) {
  return (
    <div>
      {titled && (
        <p className="text-small text-muted">
          <bdi>{titleOf(line)}</bdi>
        </p>
      )}
      <Change line={line} names={names} now={now} />
    </div>
  );
}

function Change({ line, names, now }: { line: HistoryLine; names: HistoryNames; now: number }) {
  const { field, before, after, is } = line;
  if (is === 'erased') return <p className="text-muted">{t('historyErased')}</p>;
  if (field === '*') return <p>{t(after === null ? 'historyRemoved' : 'historyMade')}</p>;
  const say = (value: unknown) => valueText(field, value, names, now);
  const [was, became] = [before === undefined ? undefined : say(before), say(after)];
  if (isLong(was) || isLong(became))
    return (
      <div className="flex flex-col gap-1">
        {was !== undefined && (
          <div className="text-muted">
            <WholeText label={t('historyWas')} text={was} />
          </div>
        )}
        <div className="flex items-start gap-1.5">
          <MoveRight
            aria-hidden
            size={14}
            className="mt-0.5 shrink-0 text-muted rtl:-scale-x-100"
          />
          <div className="min-w-0">
            <WholeText label={t('historyIs')} text={became} />
          </div>
        </div>
      </div>
    );
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 wrap-anywhere">
      {was !== undefined && (
        <>
          <span className="sr-only">{t('historyWas')}</span>
          <bdi className="text-muted">{was}</bdi>
          <MoveRight aria-hidden size={14} className="shrink-0 text-muted rtl:-scale-x-100" />
          <span className="sr-only">{t('historyIs')}</span>
        </>
      )}
      <bdi>{became}</bdi>
    </p>
  );
}

const isLong = (text: string | undefined): boolean =>
  text !== undefined && (text.length > 120 || text.includes('\n'));

/** `Ines Roth · Roles`; of the record itself the field alone. */
function titleOf({ kind, field, about }: HistoryLine): string {
  const label = field === '*' ? undefined : historyLabel(kind, field);
  return [about && aboutText(about), label && t(label)].filter(Boolean).join(' · ');
}

function aboutText(about: HistoryAbout): string {
  switch (about.is) {
    case 'person':
      return about.name ?? t('unknownPerson');
    case 'step':
      return t('historyAbout_step', { name: about.name ?? '' });
    case 'seat':
      return t('historyAbout_seat', { name: about.role ? roleLabel(about.role) : '' });
    case 'note':
      return t('historyAbout_note');
  }
}
