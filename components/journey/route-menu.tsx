import { Route } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Touch } from '#lib/model/records/touch.ts';
import { effectsOfRouting } from '#lib/panel/effect.ts';
import type { RouteTo } from '#lib/panel/route-acts.ts';
import type { DecisionView, JourneyGround } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { effectTexts } from '../decision/coverage-change.tsx';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuLine, MenuTrigger } from '../ui/menu.tsx';

/** “Route…”: to a decision of the account, or to a solution, of which a decision then begins. */
export function RouteMenu({
  touch,
  ground: { unrouted, open, solutions },
}: {
  touch: Touch;
  ground: JourneyGround;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  // One that only the server has cannot be edited here.
  if (!unrouted.some(({ id }) => id === touch.id)) return null;
  const begun = new Set(open.map(({ solution }) => solution.id));
  const others = solutions.filter(({ id, hidden }) => !hidden && !begun.has(id));
  const route = (to: RouteTo) => void run(() => acts.routeTouch(touch, to));
  return (
    <Menu>
      <MenuTrigger
        disabled={busy || open.length + others.length === 0}
        aria-label={t('routeOf', { title: touch.title ?? t('touchUntitled') })}
        className="-me-2 inline-flex min-h-7 shrink-0 items-center gap-1 rounded-medium px-2 text-small font-medium text-accent hover:bg-accent-soft disabled:opacity-50"
      >
        <Route aria-hidden size={14} />
        {t('route')}
      </MenuTrigger>
      <MenuContent>
        {open.length > 0 && <MenuLabel>{t('routeToDecision')}</MenuLabel>}
        {open.map(({ opportunity: { id }, solution }) => (
          <Way
            key={id}
            name={solution.name}
            of={{ touch, open, to: { opportunityId: id } }}
            onRoute={route}
          />
        ))}
        {open.length > 0 && others.length > 0 && <MenuLine />}
        {others.length > 0 && <MenuLabel>{t('routeToSolution')}</MenuLabel>}
        {others.map(({ id, name }) => (
          <Way key={id} name={name} of={{ touch, open, to: { solutionId: id } }} onRoute={route} />
        ))}
      </MenuContent>
    </Menu>
  );
}

/** Reckoned once the menu is open. */
function Way({
  name,
  of: { touch, open, to },
  onRoute,
}: {
  name: string;
  of: { touch: Touch; open: readonly DecisionView[]; to: RouteTo };
  onRoute: (to: RouteTo) => void;
}) {
  return (
    <MenuItem onSelect={() => onRoute(to)}>
      <span className="min-w-0">
        <bdi className="block">{name}</bdi>
        {effectTexts(effectsOfRouting(touch, to, open)).map((text) => (
          <span key={text} className="block text-small text-muted tabular-nums">
            {text}
          </span>
        ))}
      </span>
    </MenuItem>
  );
}
