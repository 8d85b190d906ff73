/** What acts say they will do to coverage before they are done: forms opened, menus unfolded. */
import type { ReactNode } from 'react';
import { changeText } from '#components/decision/coverage-change.tsx';
import { RoleChoices } from '#components/decision/role-choices.tsx';
import { forms } from '#components/forms.ts';
import { Menu, MenuContent, MenuLabel, MenuTrigger } from '#components/ui/menu.tsx';
import type { Draft } from '#lib/browser/drafts.ts';
import { coverage } from '#lib/model/coverage.ts';
import { memberId } from '#lib/model/records/member.ts';
import { suggestRoles } from '#lib/model/suggest.ts';
import { shortDrafts } from '#lib/panel/drafts.ts';
import { withSeat } from '#lib/panel/effect.ts';
import { opened, show } from './decisions.tsx';
import { alone } from './people.tsx';
import { contact, daysAgo, everybody, member, sam, talentDeal } from './world.ts';

const chen = contact({ id: 'chen', name: 'Chen Fang' });
/** A member of whom nothing speaks for a role, and one who left. */
export const roleless = opened({
  people: [
    ...everybody.map((one) => (one.id === 'kim' ? { ...one, left: daysAgo(9) } : one)),
    chen,
  ],
  members: [
    member('talent-deal', 'mara', ['champion']),
    member('talent-deal', 'kim', ['decision_maker']),
    member('talent-deal', 'chen', [], { status: 'potential' }),
    member('talent-deal', 'jo', [], { status: 'potential' }),
    member('talent-deal', 'li', ['user'], { status: 'inactive' }),
  ],
});

/** As if the user had left something in these forms: they stand open. */
const drafted = (...left: [string, Draft][]) => ({ drafts: shortDrafts(new Map(left)) });

export const effectStates: Record<string, () => ReactNode> = {
  'effect-member': () =>
    show(opened(), drafted([forms.member(memberId('talent-deal', 'mara')), { open: 'yes' }])),
  'effect-no-role': () => show(roleless),
  'effect-log': () =>
    show(
      opened(),
      drafted([
        forms.log('talent-deal', 'meeting'),
        { title: 'Demo', day: daysAgo(0).slice(0, 10), ticked: ['kim', 'sam'], direction: '' },
      ]),
    ),
  'effect-give-role': () =>
    alone(
      <Menu defaultOpen>
        <MenuTrigger className="m-4">{sam.name}</MenuTrigger>
        <MenuContent align="start">
          <MenuLabel>{sam.name}</MenuLabel>
          <RoleChoices
            suggestions={suggestRoles(chen, talentDeal.group)}
            effect={(role) =>
              changeText(talentDeal, coverage(withSeat(talentDeal.group, chen, [role])), [role])
            }
            onChoose={() => {}}
          />
        </MenuContent>
      </Menu>,
    ),
};
