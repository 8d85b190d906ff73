import { Merge as MergeIcon } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { MergesView, MergeView } from '#lib/panel/merges.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Effects } from '../decision/coverage-change.tsx';
import { ago, listed } from '../format.ts';
import { forms } from '../forms.ts';
import { RecordForm } from '../record/form.tsx';
import { fieldsOf } from '../record/where-from.tsx';
import { focusOnce } from '../ui/focus.ts';
import { MenuItem } from '../ui/menu.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAsked } from '../use-asked.ts';
import type { Forms } from '../use-form.ts';

/** In the record's menu: each merge that can be taken back. */
export function MergedItems({
  merges,
  form,
}: {
  merges: MergesView | undefined;
  form: Pick<Forms, 'show'>;
}) {
  return (merges?.merges ?? []).map(({ merge, name }) => (
    <MenuItem key={merge.id} onSelect={() => form.show(forms.apart(merge.id))}>
      {t('mergedFrom', { name })}
    </MenuItem>
  ));
}

/** The keys of the forms that take these merges back. */
export const apartForms = (merges: MergesView | undefined): string[] =>
  (merges?.merges ?? []).map(({ merge }) => forms.apart(merge.id));

/** The one of them that is open. */
export function OpenTakeApart({
  merges,
  form,
}: {
  merges: MergesView | undefined;
  form: Pick<Forms, 'open' | 'hide'>;
}) {
  const view = merges?.merges.find(({ merge }) => forms.apart(merge.id) === form.open);
  return view && <TakeApart view={view} onDone={form.hide} />;
}

/** While the server has not done it yet: the rest of the panel shows the two as they were. */
export function MergeWaiting({ merges }: { merges: MergesView | undefined }) {
  const waiting = merges?.waiting;
  return (
    <div role="status">
      {waiting && (
        <Notice icon={MergeIcon}>
          {t(waiting.is === 'merging' ? 'mergingWith' : 'partingFrom', { name: waiting.name })}
        </Notice>
      )}
    </div>
  );
}

/** What taking a merge back will do, and what it will leave as it is now. */
export function TakeApart({ view, onDone }: { view: MergeView; onDone: () => void }) {
  const { acts, ask } = useDoing();
  const [busy, run] = useAct();
  const users = useAsked(ask?.users) ?? [];
  const { merge, name, changed } = view;
  const effects = useAsked(ask && (() => ask.apartEffects(merge)), merge.id) ?? [];
  const by = users.find(({ id }) => id === merge.by)?.name;
  const at = ago(Date.parse(merge.at), Date.now());
  const labels = new Map(fieldsOf(merge.kind));
  const stay = changed.flatMap((field) => {
    const label = labels.get(field);
    return label ? [t(label)] : [];
  });
  return (
    <RecordForm
      label={t('takeApartOf', { name })}
      act={t('takeApart')}
      busy={busy}
      isDraft={false}
      onSubmit={() =>
        void run(async () => {
          await acts.takeApart(merge);
          onDone();
        })
      }
      onDone={onDone}
    >
      <h2 ref={focusOnce} tabIndex={-1} className="font-semibold outline-none">
        {t('takeApartOf', { name })}
      </h2>
      <p>{by ? t('mergedByAt', { name: by, at }) : t('mergedAt', { at })}</p>
      <p>{t(merge.kind === 'account' ? 'takeApartAccount' : 'takeApartPerson', { name })}</p>
      <Effects of={effects} />
      {stay.length > 0 && <p>{t('changedSinceMerge', { fields: listed(stay) })}</p>}
    </RecordForm>
  );
}
