import { memo, useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { forms } from '../forms.ts';
import { engagementLabel, rolesLabel, stanceLabel, statusLabel } from '../labels.ts';
import { useLocale } from '../localized.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';
import { FoldMark } from '../ui/fold-mark.tsx';
import { useForm } from '../use-form.ts';
import { EngagementDot } from './engagement-dot.tsx';
import { GiveRole } from './give-role.tsx';
import { MemberForm } from './member-form.tsx';
import { SuggestedRoles } from './suggested-roles.tsx';
import { WhoLeftRow } from './who-left.tsx';

/** A member: roles, stance, how they stand with us, and what they likely are. Opened, all of it can be changed. */
export const MemberRow = memo(function MemberRow({
  view,
  decision,
}: {
  view: MemberView;
  decision: DecisionView;
}) {
  useLocale();
  const id = useId();
  const { member, contact, engagement } = view;
  const form = useForm(forms.member(member.id));
  const { open } = form;
  const name = contact?.name ?? t('unknownPerson');
  return (
    <li className={cx('px-4 py-1.5', open && 'bg-sunk')}>
      <div className="flex gap-2">
        <Avatar name={name} className={cx('mt-0.5', open && 'ring-1 ring-line')} />
        <div className="min-w-0 flex-1">
          <div className="flex min-h-6 items-start gap-2">
            <span className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-x-2">
              <bdi id={id} className="max-w-full min-w-0 truncate font-medium" title={name}>
                {name}
              </bdi>
              {member.status !== 'confirmed' && <Badge>{statusLabel(member.status)}</Badge>}
              {member.external && <Badge>{t('external')}</Badge>}
            </span>
            <button
              ref={form.open ? form.first : form.back}
              type="button"
              aria-expanded={open}
              aria-label={t('changeMember', { name })}
              onClick={open ? form.hide : form.show}
              className="-me-2 inline-flex size-6 shrink-0 items-center justify-center rounded-medium text-muted hover:bg-sunk hover:text-ink"
            >
              <FoldMark open={open} />
            </button>
          </div>
          <p className="flex flex-wrap items-center gap-x-2 text-small text-muted">
            <span>{member.roles.length > 0 ? rolesLabel(member.roles) : t('noRole')}</span>
            <GiveRole view={view} decision={decision} />
            {member.stance && <span>{stanceLabel(member.stance)}</span>}
            {member.status !== 'inactive' && (
              <span
                className="inline-flex items-center gap-1"
                title={t(`engagementMeans_${engagement}`)}
              >
                <EngagementDot engagement={engagement} />
                {engagementLabel(engagement)}
              </span>
            )}
          </p>
          {contact?.left && <WhoLeftRow contact={contact} member={member} decision={decision} />}
          <SuggestedRoles view={view} decision={decision} />
        </div>
      </div>
      {open && (
        <section aria-labelledby={id}>
          <MemberForm view={view} decision={decision} onGone={form.hide} />
        </section>
      )}
    </li>
  );
});
