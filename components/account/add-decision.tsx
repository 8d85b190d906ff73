import { Plus } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '../ui/menu.tsx';

/** Puts another decision of the account in motion: one of the solutions that are not yet. */
export function AddDecision({
  accountId,
  decisions,
}: {
  accountId: string;
  decisions: readonly DecisionView[];
}) {
  const { acts, solutions } = useDoing();
  const [busy, run] = useAct();
  const inMotion = new Set(
    decisions
      .filter(({ stage }) => stage.kind === 'before' || stage.kind === 'open')
      .map(({ solution }) => solution.id),
  );
  const open = solutions.filter(({ id }) => !inMotion.has(id));
  if (open.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger
        disabled={busy}
        className="-me-2 inline-flex min-h-7 shrink-0 items-center gap-1 rounded-medium px-2 text-small font-medium text-accent hover:bg-accent-soft disabled:opacity-50"
      >
        <Plus aria-hidden size={14} />
        {t('addDecision')}
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>{t('pickSolution')}</MenuLabel>
        {open.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => void run(() => acts.addDecision(accountId, id))}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
