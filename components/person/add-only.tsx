import { t } from '#lib/browser/i18n.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { Button } from '../ui/button.tsx';
import { useForm } from '../use-form.ts';
import { AddPerson, fieldsOf } from './add-person.tsx';
import { nameOf, seenCompany } from './names.ts';

/** Adding a new person without attaching them: one click where the page said enough, else the form. */
export function AddOnly({
  person,
  main,
  hint,
}: {
  person: PersonView;
  /** Whether this is the one act on offer. */
  main: boolean;
  hint?: string | undefined;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const key = forms.addPerson(person);
  const form = useForm(key);
  const company = seenCompany(person);
  const enough = company !== undefined && person.seen.name !== undefined;
  if (form.open || (main && !enough))
    return (
      <AddPerson
        person={person}
        form={key}
        hint={hint}
        first={form.first}
        onCancel={form.open ? form.hide : undefined}
      />
    );
  const isNew = person.account.is === 'new';
  const label =
    isNew && company
      ? t('addPersonAndAccount', { person: nameOf(person), account: company })
      : t('addToAccount', { account: company ?? t('unknownCompany') });
  return (
    <div className="flex flex-col gap-2 border-t border-line px-4 py-3">
      {hint && <p className="text-muted">{hint}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          ref={enough ? undefined : form.back}
          look={main ? 'solid' : 'plain'}
          disabled={busy}
          className="max-w-full"
          onClick={() =>
            enough ? void run(() => acts.addPerson(person, fieldsOf(person))) : form.show()
          }
        >
          <span className="line-clamp-2">{label}</span>
        </Button>
        {enough && (
          <Button ref={form.back} look="bare" onClick={form.show}>
            {t('editFirst')}
          </Button>
        )}
      </div>
    </div>
  );
}
