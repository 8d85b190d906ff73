import { Clock, CloudOff, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { historyLabel } from '#lib/panel/history/fields.ts';
import type {
  HistoryAsk,
  HistoryDoor,
  HistoryLine,
  HistoryNames,
  HistoryView,
} from '#lib/panel/history/history.ts';
import { ago } from '../format.ts';
import { Button } from '../ui/button.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { Select } from '../ui/select.tsx';
import { HistoryLineView } from './history-line.tsx';
import { byMoment, ofField } from './moments.ts';

/** Who changed what of one record, the newest first: of all fields, or of one. */
export function History({
  door,
  of: ask,
  title,
  field: first,
  focus,
  now = Date.now(),
  onDone,
}: {
  door: HistoryDoor;
  of: HistoryAsk;
  title: string;
  /** The field to begin with. */
  field?: string | undefined;
  /** What is opened from a menu takes the focus. */
  focus?: FocusOn;
  now?: number;
  onDone?: () => void;
}) {
  const id = useId();
  const view = door.useHistory(ask);
  const [field, setField] = useState(first ?? '');
  const { lines, names, is, told } = view;
  const fields = fieldsIn(lines, ask);
  const moments = byMoment(field ? ofField(lines, ask, field) : lines);
  return (
    <section aria-labelledby={id} className="bg-sunk px-4 py-3">
      <div className="flex items-center gap-2 pb-2">
        <h2 id={id} className="min-w-0 flex-1 truncate font-medium">
          {title}
        </h2>
        {onDone && (
          <Button ref={focus} look="bare" className="-me-2.5" onClick={onDone}>
            {t('close')}
          </Button>
        )}
      </div>
      {is !== 'loading' && !told && <Away is={is} known={moments.length > 0} />}
      {first === undefined && fields.length > 1 && (
        <Select
          className="pb-2"
          label={t('historyField')}
          value={field}
          onChange={({ target }) => setField(target.value)}
        >
          <option value="">{t('historyAll')}</option>
          {fields.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <ol aria-label={title} className="flex flex-col gap-3">
        {moments.map((moment) => (
          <li key={moment[0].key} className="border-s-2 border-line ps-2.5">
            <Who line={moment[0]} names={names} now={now} />
            {moment.map((line) => (
              <HistoryLineView key={line.key} line={line} names={names} now={now} titled={!field} />
            ))}
          </li>
        ))}
      </ol>
      <Foot view={view} empty={moments.length === 0} />
    </section>
  );
}

function Who({ line, names, now }: { line: HistoryLine; names: HistoryNames; now: number }) {
  const { at, is } = line;
  const when = new Date(at).toLocaleString();
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-small text-muted">
      <bdi className="font-medium text-ink">{whoText(line, names)}</bdi>
      <time dateTime={at} title={when}>
        {ago(Date.parse(at), now)}
      </time>
      {is === 'waiting' && (
        <span className="inline-flex items-center gap-1 text-accent">
          <Clock aria-hidden size={12} />
          {t('historyWaiting')}
        </span>
      )}
    </p>
  );
}

function whoText({ by, name, sender }: HistoryLine, { users }: HistoryNames): string {
  if (sender?.startsWith('signal.')) return t('fromSignalOf', { sender: sender.slice(7) });
  if (sender) return t('fromImport');
  if (!by) return t('historyNobody');
  return name ?? users.find(({ id }) => id === by)?.name ?? t('unknownUser');
}

/** The server told nothing: that, and what stands here instead. */
function Away({ is, known }: { is: HistoryView['is']; known: boolean }) {
  const Icon = is === 'offline' ? CloudOff : TriangleAlert;
  return (
    <p className="flex items-start gap-2 pb-2 text-muted">
      <Icon aria-hidden size={16} className="mt-px shrink-0" />
      {known ? t(is === 'offline' ? 'historyOffline' : 'historyFailed') : t('historyUnknown')}
    </p>
  );
}

function Foot({ view: { is, told, ask }, empty }: { view: HistoryView; empty: boolean }) {
  const broken = is === 'offline' || is === 'failed';
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      <p role="status" className="text-small text-muted empty:absolute">
        {is === 'loading' && t('historyLoading')}
        {is === 'end' && t(empty ? 'historyNone' : 'historyEnd')}
        {broken && told && t('historyBroken')}
      </p>
      {(is === 'more' || broken) && (
        <Button
          look={broken ? 'plain' : 'bare'}
          className={broken ? 'bg-page' : '-ms-2.5'}
          onClick={ask}
        >
          {t(broken ? 'historyAgain' : 'historyMore')}
        </Button>
      )}
    </div>
  );
}

/** The fields of the record itself that were changed, in the order of their first mention. */
function fieldsIn(lines: readonly HistoryLine[], { kind, id }: HistoryAsk): [string, string][] {
  const own = lines.filter((line) => line.kind === kind && line.id === id && line.field !== '*');
  return [...new Set(own.map(({ field }) => field))].flatMap((field) => {
    const label = historyLabel(kind, field);
    return label ? [[field, t(label)] as [string, string]] : [];
  });
}
