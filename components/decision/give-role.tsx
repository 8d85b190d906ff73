import { ChevronDown } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { edited } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import { onRecord, placeView } from '#lib/panel/place.ts';
import type { DecisionView, MemberView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Menu, MenuContent, MenuLabel, MenuTrigger } from '../ui/menu.tsx';
import { changeText } from './coverage-change.tsx';
import { RoleChoices } from './role-choices.tsx';

/** For a member without a role, of whom none is likely either: the one that the user gives confirms them, as an accepted one does. */
export function GiveRole({
  view: { member, contact, suggested },
  decision,
}: {
  view: MemberView;
  decision: DecisionView;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const asked = member.status !== 'inactive' && member.roles.length + suggested.length === 0;
  if (!asked || !contact) return null;
  const name = t('giveRoleOf', { name: contact.name, solution: decision.solution.name });
  const given = (role: BuyingRole) => ({ roles: [role], status: 'confirmed' as const });
  return (
    <Menu>
      <MenuTrigger
        aria-label={name}
        title={name}
        disabled={busy}
        className="-mx-1 inline-flex min-h-6 items-center gap-0.5 rounded-small px-1 font-medium text-accent hover:bg-accent-soft disabled:opacity-50"
      >
        {t('giveRole')}
        <ChevronDown aria-hidden size={12} />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuLabel>{name}</MenuLabel>
        <Choices
          contact={contact}
          decision={decision}
          effect={(role) => {
            const { after } = effectOf(decision, [edited(member, given(role))]);
            return changeText(decision, after, [role]);
          }}
          onChoose={(role) => void run(() => acts.editMember(member, given(role)))}
        />
      </MenuContent>
    </Menu>
  );
}

/** Drawn, and reckoned, once the menu is open. */
function Choices({
  contact,
  decision,
  ...rest
}: {
  contact: Contact;
  decision: DecisionView;
  effect: (role: BuyingRole) => string;
  onChoose: (role: BuyingRole) => void;
}) {
  const { suggestions } = placeView(decision, onRecord(contact), [decision]);
  return <RoleChoices suggestions={suggestions} {...rest} />;
}
