import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useDoing } from '../acts.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { HistoryOf } from './history-of.tsx';

/** At a decision's end: who changed what of it, of its members, seats, steps and notes. Asked for when it is opened. */
export function DecisionHistory({
  decision: { opportunity, solution },
}: {
  decision: DecisionView;
}) {
  const { history } = useDoing();
  const [open, setOpen] = useState(false);
  if (!history) return null;
  return (
    <Section
      title={t('history')}
      aside={
        <Button look="link" className="-me-2.5" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'close' : 'historyShow')}
        </Button>
      }
    >
      {open && (
        <HistoryOf
          of={{ kind: 'opportunity', id: opportunity.id, around: true }}
          title={t('historyOf', { name: solution.name })}
        />
      )}
    </Section>
  );
}
