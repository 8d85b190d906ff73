import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { asTyped, type Rewrite, rewritten } from '#lib/panel/rewriting/rewrite.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { onEscape } from '../ui/escape.ts';
import type { FocusOn } from '../ui/focus.ts';
import { FormFoot } from '../ui/form-foot.tsx';
import { useKept } from '../use-kept.ts';
import { WrittenField } from './written-field.tsx';

/** What an edit said that the server did not take, to be said otherwise. */
export function RewriteForm({
  nonce,
  title,
  rewrite,
  first,
  onDone,
}: {
  nonce: string;
  /** What the edit was. */
  title: string;
  rewrite: Rewrite;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const kept = useKept(forms.rewrite(nonce), () => asTyped(rewrite));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const leave = () => {
    kept.done();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = rewritten(rewrite, kept.fields);
    setWrong('wrong' in next ? next.wrong : []);
    if ('wrong' in next) return;
    void run(async () => {
      await acts.rewrite(nonce, next.call);
      leave();
    });
  };
  return (
    <form
      noValidate
      aria-label={t('rewriteOf', { edit: title })}
      onSubmit={submit}
      onKeyDown={onEscape(leave)}
      className="flex flex-col gap-3 pt-2 pb-1"
    >
      {isSetting(rewrite.call.name) && <p className="text-muted">{t('rewriteInSettings')}</p>}
      {rewrite.fields.map((field, at) => (
        <WrittenField
          key={field.path}
          field={field}
          rewrite={rewrite}
          value={kept.fields[field.path] ?? ''}
          isWrong={wrong.includes(field.path)}
          first={at === 0 ? first : undefined}
          onChange={(value) => kept.change({ [field.path]: value })}
        />
      ))}
      <FormFoot act={t('save')} disabled={busy} isDraft={kept.isDraft} onCancel={leave} />
    </form>
  );
}

/** What else it has are lists with an editor of their own. */
const isSetting = (name: string): boolean => /^(solution|stage|asset)\./.test(name);
