import { Plus } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Account } from '#lib/model/records/account.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { onRecord, placeView } from '#lib/panel/place.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { changeText } from '../decision/coverage-change.tsx';
import { RoleChoices } from '../decision/role-choices.tsx';
import { Menu, MenuContent, MenuLabel, MenuTrigger } from '../ui/menu.tsx';

/** Somebody who is not in the group: attached in the role that is chosen, the likeliest first, each with what it does to coverage. */
export function AttachCell({
  account,
  contact,
  decision,
  decisions,
}: {
  account: Account;
  contact: Contact;
  decision: DecisionView;
  decisions: readonly DecisionView[];
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  // There may be a thousand such cells: each has its menu once it was pressed.
  const [asked, setAsked] = useState(false);
  const ask = () => setAsked(true);
  const label = t('attachPersonTo', { name: contact.name, solution: decision.solution.name });
  const attach = (roles: BuyingRole[]) => {
    const person = { ...onRecord(contact), account: { is: 'known', account, by: 'user' } as const };
    void run(() => acts.attach(person, decision.opportunity.id, roles));
  };
  const button = {
    ...{ tabIndex: -1, 'aria-label': label, title: label },
    className:
      'group flex size-full min-h-11 items-center justify-center rounded-small text-muted -outline-offset-2 hover:bg-accent-soft hover:text-accent disabled:opacity-50',
    children: (
      <span className="inline-flex size-5 items-center justify-center rounded-full border border-dashed border-line group-hover:border-accent-line group-focus-visible:border-accent">
        <Plus aria-hidden size={12} />
      </span>
    ),
  };
  if (!asked) return <button type="button" aria-haspopup="menu" onClick={ask} {...button} />;
  return (
    <Menu defaultOpen>
      <MenuTrigger disabled={busy} {...button} />
      <MenuContent>
        <MenuLabel>{label}</MenuLabel>
        <Choices
          contact={contact}
          decision={decision}
          decisions={decisions}
          onChoose={(role) => attach([role])}
        />
      </MenuContent>
    </Menu>
  );
}

/** Drawn, and reckoned, once the menu is open. */
function Choices({
  contact,
  decision,
  decisions,
  onChoose,
}: {
  contact: Contact;
  decision: DecisionView;
  decisions: readonly DecisionView[];
  onChoose: (role: BuyingRole) => void;
}) {
  const { suggestions, preview } = placeView(decision, onRecord(contact), decisions);
  return (
    <RoleChoices
      suggestions={suggestions}
      effect={(role) => changeText(decision, preview([role]), [role])}
      onChoose={onChoose}
    />
  );
}
