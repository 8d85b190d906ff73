import {
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
import { t } from '#lib/browser/i18n.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import type { Channel } from '#lib/model/vocabulary.ts';
import type { JourneyGround } from '#lib/panel/view.ts';
import { listed } from '../format.ts';
import { channelLabel, teamLabel, unroutedLabel } from '../labels.ts';
import { Day } from './day.tsx';
import { RouteMenu } from './route-menu.tsx';

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

/** One touch in words: what it was, with whom, by whom; of one that nobody routed, why, and the way to route it. */
export function TouchLine({
  touch,
  ground,
  withSolutions = false,
}: {
  touch: Touch;
  ground: JourneyGround;
  /** Says which solutions it speaks of, where the journey is of more than one. */
  withSolutions?: boolean;
}) {
  const Icon = icons[touch.channel];
  const { contacts, names: others, users, solutions, now } = ground;
  const names = touch.contactIds.map(
    (id) => contacts.get(id)?.name ?? others?.get(id) ?? t('unknownPerson'),
  );
  const who = names.length > 0 ? listed(names) : (touch.said?.name ?? t('somebodyUnknown'));
  const actor = users.find(({ id }) => id === touch.actorId)?.name;
  const about = solutions.filter(({ id }) => touch.solutionIds.includes(id));
  return (
    <>
      <Icon aria-hidden size={16} className="mt-px shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="line-clamp-3 break-words">
          <bdi>{touch.title ?? channelLabel(touch.channel)}</bdi>
        </p>
        <p className="line-clamp-2 text-small text-muted">
          <span>{touch.title ? `${channelLabel(touch.channel)} · ` : ''}</span>
          <bdi>{who}</bdi>
          {` · ${actor ?? teamLabel(touch.team)}`}
        </p>
        {withSolutions && about.length > 0 && (
          <p className="line-clamp-2 text-small text-muted">
            <bdi>{listed(about.map(({ name }) => name))}</bdi>
          </p>
        )}
        {touch.unrouted && (
          <div className="flex flex-wrap items-center gap-x-1">
            <p className="min-w-0 text-small text-warn">{unroutedLabel(touch.unrouted)}</p>
            <RouteMenu touch={touch} ground={ground} />
          </div>
        )}
      </div>
      <Day at={touch.at} now={now} />
    </>
  );
}
