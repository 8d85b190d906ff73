/** Interest, and touches that nobody has routed: of the decision that is open, else of the company before the user. */
import { t } from '#lib/browser/i18n.ts';
import { effectsOfRouting } from '#lib/panel/effect.ts';
import { effectTexts } from '../decision/coverage-change.tsx';
import { forms } from '../forms.ts';
import { does, type Entry, type Here, shows } from './command.ts';

const ground = ({ opened, moment }: Here) =>
  opened ?? (moment.at === 'account' ? moment.detail : undefined);

const interest: Entry = (here) =>
  (ground(here)?.interests ?? []).flatMap(({ solution, people }) =>
    people.map(({ contact }) => {
      const form = forms.interest(contact.id, solution.id);
      const label = t('interestOf', { name: contact.name, solution: solution.name });
      return shows({ id: form, label, run: () => here.openForm(form) });
    }),
  );

/** The newest; the others are routed where they stand. */
const mostTouches = 5;

const route: Entry = (here) => {
  const { unrouted = [], open = [], solutions = [] } = ground(here) ?? {};
  const begun = new Set(open.map(({ solution }) => solution.id));
  const ways = [
    ...open.map(({ opportunity: { id }, solution }) => ({
      name: solution.name,
      to: { opportunityId: id },
    })),
    ...solutions
      .filter(({ id, hidden }) => !hidden && !begun.has(id))
      .map(({ id, name }) => ({ name, to: { solutionId: id } })),
  ];
  return unrouted.slice(0, mostTouches).flatMap((touch) =>
    ways.map(({ name, to }) =>
      does({
        id: `route ${touch.id} ${name}`,
        label: t('routeOf', { title: touch.title ?? t('touchUntitled') }),
        about: name,
        effect: effectTexts(effectsOfRouting(touch, to, open)).join(' · '),
        run: () => here.acts.routeTouch(touch, to),
      }),
    ),
  );
};

export const journeyCommands: readonly Entry[] = [interest, route];
