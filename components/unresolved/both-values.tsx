import { t } from '#lib/browser/i18n.ts';
import type { Seat } from '#lib/model/records/solution.ts';
import type { ConflictView } from '#lib/panel/sync-view.ts';
import { ago, calendarDay, listed, money } from '../format.ts';
import { roleLabel, rolesLabel, stageLabel } from '../labels.ts';
import { cx } from '../ui/cx.ts';
import { WholeText } from '../ui/whole-text.tsx';

/** What stands now, who set it when, and what was wanted instead. */
export function BothValues({ conflict }: { conflict: ConflictView }) {
  const [mine, theirs] = values(conflict);
  const isText = conflict.field === 'text' || conflict.field === 'nextSteps';
  const who = conflict.by ? t('valueTheirsBy', { name: conflict.by }) : t('valueTheirs');
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 pt-1">
      <dt className="text-muted">{t('valueYours')}</dt>
      <dd className="min-w-0">
        {isText ? <WholeText label={t('valueYours')} text={mine} /> : <bdi>{mine}</bdi>}
      </dd>
      <dt className="text-muted">{who}</dt>
      <dd className="min-w-0">
        {isText ? <WholeText label={who} text={theirs} /> : <bdi>{theirs}</bdi>}
        {conflict.at && (
          <time
            dateTime={conflict.at}
            className={cx('text-small text-muted', isText ? 'block' : 'ms-2')}
          >
            {ago(Date.parse(conflict.at), Date.now())}
          </time>
        )}
      </dd>
    </dl>
  );
}

function values(conflict: ConflictView): [mine: string, theirs: string] {
  const both = <T,>({ mine, theirs }: { mine: T; theirs: T }, say: (of: T) => string) =>
    [say(mine), say(theirs)] as [string, string];
  switch (conflict.field) {
    case 'stageId':
      return both(conflict, (stage) => (stage ? stageLabel(stage) : t('stageGone')));
    case 'amount':
      return both(conflict, (worth) =>
        worth === null ? t('notSet') : money(worth, conflict.currency),
      );
    case 'closeDate':
      return both(conflict, (day) => (day ? calendarDay(day, Date.now()) : t('notSet')));
    case 'roles':
      return both(conflict, (roles) => (roles.length > 0 ? rolesLabel(roles) : t('noRole')));
    case 'profile':
      return both(conflict, (seats) => listed(seats.map(seatText)) || t('notSet'));
    case 'text':
    case 'nextSteps':
      return both(conflict, (text) => text || t('valueEmpty'));
  }
}

const seatText = ({ role, count }: Seat): string =>
  count > 1 ? `${roleLabel(role)} × ${count}` : roleLabel(role);
