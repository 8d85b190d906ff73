import { UserMinus } from 'lucide-react';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Call } from '#lib/model/mutation.ts';
import { MemberStatus, Stance } from '#lib/model/vocabulary.ts';
import type { MemberFields } from '#lib/panel/act-fields.ts';
import { edited, takenOut } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { useHistoryOf } from '../history/history-of.tsx';
import { rolesLabel, stanceLabel, statusLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { ActWords, effectText } from './coverage-change.tsx';
import { RoleMenu } from './role-menu.tsx';

/** What a member is in this decision. Every choice is kept at once, and can be undone. */
export function MemberForm({
  view: { member, contact, suggested },
  decision,
  onGone,
}: {
  view: MemberView;
  decision: DecisionView;
  onGone: () => void;
}) {
  const id = useId();
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const name = contact?.name ?? t('unknownPerson');
  const said = member.roles.length > 0 ? rolesLabel(member.roles) : t('noRole');
  const history = useHistoryOf({ kind: 'member', id: member.id }, t('historyOf', { name }));
  const effect = (...calls: Call[]) => effectText(effectOf(decision, calls));
  const change = (fields: MemberFields) => void run(() => acts.editMember(member, fields));
  return (
    <div className="flex flex-col gap-3 pt-2 pb-1 ps-9">
      <div className="flex gap-2">
        <Select
          className="min-w-0 flex-1"
          label={t('fieldStatus')}
          value={member.status}
          onChange={({ target }) => change({ status: MemberStatus.parse(target.value) })}
        >
          {MemberStatus.options.map((status) => (
            <option key={status} value={status}>
              {[statusLabel(status), effect(edited(member, { status }))]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </Select>
        <Select
          className="min-w-0 flex-1"
          label={t('fieldStance')}
          value={member.stance ?? ''}
          onChange={({ target }) =>
            change({ stance: target.value === '' ? null : Stance.parse(target.value) })
          }
        >
          <option value="">{t('stanceUnknown')}</option>
          {Stance.options.map((stance) => (
            <option key={stance} value={stance}>
              {stanceLabel(stance)}
            </option>
          ))}
        </Select>
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-small text-muted">{t('fieldRoles')}</span>
        <RoleMenu
          label={`${t('changeRolesOf', { name })}: ${said}`}
          roles={member.roles}
          suggestions={suggested}
          effect={(roles) => effect(edited(member, { roles }))}
          onChange={(roles) => change({ roles })}
          className="flex min-h-8 w-full items-center justify-between gap-2 rounded-medium border border-edge bg-page px-2 py-1 text-start"
        >
          {said}
        </RoleMenu>
      </div>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {t('externalHint')}
        </label>
        <Switch
          id={id}
          checked={member.external}
          onCheckedChange={(external) => change({ external })}
        />
      </div>
      <div className="flex items-center gap-2">
        <Button
          look="plain"
          disabled={busy}
          className="bg-page"
          onClick={() =>
            void run(async () => {
              await acts.detach(member.opportunityId, member.contactId);
              onGone();
            })
          }
        >
          <UserMinus aria-hidden size={14} className="shrink-0" />
          <ActWords effect={effect(takenOut(member))}>{t('detach')}</ActWords>
        </Button>
        {history.button}
      </div>
      {history.opened && <div className="-me-4 -ms-13">{history.opened}</div>}
    </div>
  );
}
