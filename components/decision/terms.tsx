import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { calendarDay, money } from '../format.ts';
import { forms } from '../forms.ts';
import { useHistoryOf } from '../history/history-of.tsx';
import { Button } from '../ui/button.tsx';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useForm } from '../use-form.ts';
import { useKept } from '../use-kept.ts';

/** What the decision is worth and when it is to close, and the form to change both. */
export function Terms({ decision }: { decision: DecisionView }) {
  const { id, amount, currency, closeDate } = decision.opportunity;
  const form = useForm(forms.terms(id));
  const of = { kind: 'opportunity', id } as const;
  const told = (field: string) => t('historyOfField', { field });
  const ofAmount = useHistoryOf(of, told(t('fieldAmount')), 'amount');
  const ofDate = useHistoryOf(of, told(t('fieldCloseDate')), 'closeDate');
  if (form.open) return <TermsForm decision={decision} first={form.first} onDone={form.hide} />;
  return (
    <div className="border-t border-line">
      <div className="flex items-center gap-4 px-4 py-2">
        <dl className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-1">
          <div>
            <dt className="flex items-center gap-1 text-small text-muted">
              {t('fieldAmount')}
              {ofAmount.button}
            </dt>
            <dd className="tabular-nums">
              {amount === undefined ? t('notSet') : money(amount, currency)}
            </dd>
          </div>
          <div>
            <dt className="flex items-center gap-1 text-small text-muted">
              {t('fieldCloseDate')}
              {ofDate.button}
            </dt>
            <dd>{closeDate ? calendarDay(closeDate, decision.group.now) : t('notSet')}</dd>
          </div>
        </dl>
        <Button ref={form.back} aria-label={t('editTerms')} onClick={form.show}>
          {t('edit')}
        </Button>
      </div>
      {ofAmount.opened}
      {ofDate.opened}
    </div>
  );
}

function TermsForm({
  decision,
  first,
  onDone,
}: {
  decision: DecisionView;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const [tried, setTried] = useState(false);
  const { opportunity } = decision;
  const kept = useKept(forms.terms(opportunity.id), () => ({
    amount: opportunity.amount?.toString() ?? '',
    currency: opportunity.currency ?? '',
    closeDate: opportunity.closeDate ?? '',
  }));
  const { amount, currency, closeDate } = kept.fields;
  const leave = () => {
    kept.done();
    onDone();
  };
  const worth = amount.trim() === '' ? null : Number(amount.replace(',', '.'));
  const badAmount = worth !== null && !(worth >= 0 && worth <= 1e15);
  const badCurrency = currency !== '' && !/^[A-Z]{3}$/.test(currency);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (badAmount || badCurrency) return;
    void run(async () => {
      await acts.setTerms(opportunity, {
        amount: worth,
        closeDate: closeDate || null,
        ...(currency && { currency }),
      });
      leave();
    });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      aria-label={t('editTerms')}
      className="flex flex-col gap-3 border-t border-line px-4 py-3"
    >
      <div className="flex gap-2">
        <Field
          ref={first}
          className="min-w-0 flex-1"
          label={t('fieldAmount')}
          inputMode="decimal"
          value={amount}
          onChange={({ target }) => kept.change({ amount: target.value })}
          problem={tried && badAmount ? t('amountBad') : undefined}
        />
        <Field
          className="w-24"
          label={t('fieldCurrency')}
          maxLength={3}
          value={currency}
          onChange={({ target }) => kept.change({ currency: target.value.toUpperCase() })}
          problem={tried && badCurrency ? t('currencyBad') : undefined}
        />
      </div>
      <Field
        label={t('fieldCloseDate')}
        type="date"
        value={closeDate}
        onChange={({ target }) => kept.change({ closeDate: target.value })}
      />
      <FormFoot act={t('save')} disabled={busy} isDraft={kept.isDraft} onCancel={leave} />
    </form>
  );
}
