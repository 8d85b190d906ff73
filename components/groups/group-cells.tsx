import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { engagement } from '#lib/model/engagement.ts';
import type { Member } from '#lib/model/records/member.ts';
import type { GroupRow } from '#lib/panel/group-rows.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { EngagementDot } from '../decision/engagement-dot.tsx';
import { forms } from '../forms.ts';
import { engagementLabel, roleLabel, stageLabel, statusLabel } from '../labels.ts';
import { leftDay } from '../person/left-badge.tsx';
import { cx } from '../ui/cx.ts';

/** What a cell says; with `onOpen`, a button over all of it. */
function Inside({
  onOpen,
  title,
  className,
  children,
}: {
  onOpen: (() => void) | undefined;
  title?: string;
  className?: string;
  children: ReactNode;
}) {
  const look = cx('flex size-full min-h-11 flex-col gap-0.5 rounded-small px-1 py-1.5', className);
  if (!onOpen) return <span className={look}>{children}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      title={title}
      onClick={onOpen}
      className={cx(look, 'text-start -outline-offset-2 hover:bg-sunk')}
    >
      {children}
    </button>
  );
}

/** The head of a column: the decision and its stage. Opens it. */
export function DecisionHead({ decision: { solution, stage, opportunity } }: Of) {
  const { openDecision } = useDoing();
  return (
    <Inside
      title={solution.name}
      onOpen={openDecision && (() => openDecision(opportunity.id))}
      className="justify-end"
    >
      <bdi className="line-clamp-3 font-medium tracking-tight hyphens-auto text-ink">
        {solution.name}
      </bdi>
      <span className="truncate text-muted">{stageLabel(stage)}</span>
    </Inside>
  );
}

interface Of {
  decision: DecisionView;
}

/** Who is missing in a decision: its empty seats by name, those due first. Opens the plan of the first. */
export function Missing({ decision: { seats, opportunity } }: Of) {
  const { openDecision, onWanted } = useDoing();
  const empty = seats
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => Number(b.due) - Number(a.due));
  const [first] = empty;
  const open = () => {
    openDecision?.(opportunity.id);
    if (first) onWanted?.(forms.seat(opportunity.id, first.seat.id));
  };
  return (
    <Inside onOpen={openDecision && open}>
      {empty.map(({ seat, missing, due }) => (
        <span key={seat.id} className={cx('flex gap-0.5', due ? 'text-warn' : 'text-muted')}>
          {due && <CircleAlert aria-hidden size={12} className="mt-0.5 shrink-0" />}
          <span className="min-w-0">
            {roleLabel(seat.role)}
            {missing > 1 && ` ×\u00a0${missing}`}
            {due && (
              <span className="sr-only">
                {t('comma')}
                {t('seatEmptyDue')}
              </span>
            )}
          </span>
        </span>
      ))}
      {!first &&
        (seats.length > 0 ? (
          <span className="flex gap-0.5 text-good">
            <CircleCheck aria-hidden size={12} className="mt-0.5 shrink-0" />
            {t('nobodyMissing')}
          </span>
        ) : (
          <span className="text-muted">{t('noSeats')}</span>
        ))}
    </Inside>
  );
}

/** The head of a row: the person. Opens them. */
export function PersonHead({
  row: { contactId, contact },
  accountId,
}: {
  row: GroupRow;
  accountId: string;
}) {
  const { visit } = useDoing();
  const name = contact?.name ?? t('unknownPerson');
  return (
    <Inside
      title={name}
      onOpen={
        visit && contact && (() => visit({ kind: 'contact', id: contactId, scope: accountId }))
      }
      className="justify-center ps-4"
    >
      <bdi className="line-clamp-2 font-medium text-ink">{name}</bdi>
      {contact?.left && (
        <span className="text-warn">{t('leftOn', { day: leftDay(contact.left) })}</span>
      )}
    </Inside>
  );
}

/** What somebody is in one decision. Opens them there, to be changed. */
export function MemberCell({ decision, member }: Of & { member: Member }) {
  const { openDecision, onWanted } = useDoing();
  const { group, opportunity } = decision;
  const { roles, status, external } = member;
  const how = engagement(group.touches, member.contactId, opportunity, group.now);
  const out = status === 'inactive';
  const open = () => {
    openDecision?.(opportunity.id);
    onWanted?.(forms.member(member.id));
  };
  return (
    <Inside
      onOpen={openDecision && open}
      className={cx('justify-center', !out && 'bg-accent-soft hover:ring-1 ring-accent-line')}
    >
      <span className={cx('flex gap-1', out ? 'text-muted' : 'text-ink')}>
        {!out && (
          <span title={t(`engagementMeans_${how}`)} className="shrink-0 leading-4">
            <EngagementDot engagement={how} />
            <span className="sr-only">{engagementLabel(how)}, </span>
          </span>
        )}
        <span className="min-w-0">
          {roles.length === 0 && t('noRole')}
          {roles.map((role) => (
            <span key={role} className="block">
              {roleLabel(role)}
            </span>
          ))}
        </span>
      </span>
      {status !== 'confirmed' && <span className="text-muted">{statusLabel(status)}</span>}
      {external && <span className="text-muted">{t('external')}</span>}
    </Inside>
  );
}
