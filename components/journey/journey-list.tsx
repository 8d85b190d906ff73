import {
  ArrowRightLeft,
  CalendarDays,
  FileText,
  Globe,
  type LucideIcon,
  Mail,
  Megaphone,
  Package,
  Phone,
  Share2,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { JourneyEntry } from '#lib/model/journey.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Transition } from '#lib/model/records/transition.ts';
import type { Channel } from '#lib/model/vocabulary.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { calendarDay, listed, money } from '../format.ts';
import { channelLabel, stageLabel, teamLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';

const firstShown = 12;

/** The journey in words, the newest first. */
export function JourneyList({
  entries,
  detail,
}: {
  entries: readonly JourneyEntry[];
  detail: DecisionDetail;
}) {
  const [shown, setShown] = useState(firstShown);
  const newest = [...entries].reverse();
  if (newest.length === 0) return <p className="px-4 pb-4 text-muted">{t('journeyNothing')}</p>;
  return (
    <>
      <ol aria-label={t('journey')} className="pb-2">
        {newest.slice(0, shown).map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} className="flex gap-2 px-4 py-1.5">
            {entry.kind === 'touch' ? (
              <TouchLine touch={entry.touch} detail={detail} />
            ) : (
              <TransitionLine transition={entry.transition} detail={detail} />
            )}
          </li>
        ))}
      </ol>
      {newest.length > shown && (
        <div className="px-4 pb-3">
          <Button look="bare" onClick={() => setShown(shown + 50)}>
            {t('showMore', { count: newest.length - shown })}
          </Button>
        </div>
      )}
    </>
  );
}

const icons: Record<Channel, LucideIcon> = {
  email: Mail,
  call: Phone,
  meeting: Users,
  web: Globe,
  content: FileText,
  event: CalendarDays,
  ad: Megaphone,
  social: Share2,
  product: Package,
};

function TouchLine({ touch, detail }: { touch: Touch; detail: DecisionDetail }) {
  const Icon = icons[touch.channel];
  const { contacts, users, decision } = detail;
  const names = touch.contactIds.map((id) => contacts.get(id)?.name ?? t('unknownPerson'));
  const who = names.length > 0 ? listed(names) : (touch.said?.name ?? t('somebodyUnknown'));
  const actor = users.find(({ id }) => id === touch.actorId)?.name;
  return (
    <>
      <Icon aria-hidden size={16} className="mt-px shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-3">{touch.title ?? channelLabel(touch.channel)}</p>
        <p className="line-clamp-2 text-small text-muted">
          <span>{touch.title ? `${channelLabel(touch.channel)} · ` : ''}</span>
          <bdi>{who}</bdi>
          {` · ${actor ?? teamLabel(touch.team)}`}
        </p>
      </div>
      <Day at={touch.at} now={decision.group.now} />
    </>
  );
}

function TransitionLine({
  transition,
  detail: { decision, users },
}: {
  transition: Transition;
  detail: DecisionDetail;
}) {
  const { now } = decision.group;
  const by = users.find(({ id }) => id === transition.by)?.name;
  return (
    <>
      <ArrowRightLeft aria-hidden size={16} className="mt-px shrink-0 text-accent" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{whatChanged(transition, decision)}</p>
        {(by || transition.reason) && (
          <p className="line-clamp-3 text-small text-muted">
            {by && <bdi>{by}</bdi>}
            {by && transition.reason && ' · '}
            {transition.reason && <bdi>{transition.reason}</bdi>}
          </p>
        )}
      </div>
      <Day at={transition.at} now={now} />
    </>
  );
}

/** A move is told by its stages; where they stay, what became of the amount and the close date. */
function whatChanged(
  { from, to, before, after }: Transition,
  { stages, group }: DecisionDetail['decision'],
): string {
  const name = (id: string) => {
    const stage = stages.find((one) => one.id === id);
    return stage ? stageLabel(stage) : t('stageGone');
  };
  if (!to) return t('takenOut');
  if (!from) return t('putInMotion', { stage: name(to) });
  if (from !== to) return t('movedFromTo', { from: name(from), to: name(to) });
  const worth = ({ amount, currency }: Transition['before']) =>
    amount === undefined ? t('notSet') : money(amount, currency);
  const closes = ({ closeDate }: Transition['before']) =>
    closeDate ? calendarDay(closeDate, group.now) : t('notSet');
  return before.closeDate === after.closeDate
    ? t('amountFromTo', { from: worth(before), to: worth(after) })
    : t('closeFromTo', { from: closes(before), to: closes(after) });
}

function Day({ at, now }: { at: string; now: number }) {
  return (
    <time dateTime={at} className="shrink-0 text-small text-muted">
      {calendarDay(at.slice(0, 10), now)}
    </time>
  );
}
