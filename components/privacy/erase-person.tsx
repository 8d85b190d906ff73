import { useEffect, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { MentionView } from '#lib/contract/privacy.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import { asProblem, type Problem, useAct } from '../acts.tsx';
import { problemText } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { onEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import { focusOnce } from '../ui/focus.ts';

/** What erasing somebody takes away and what it cannot know, asked before it is done: there is no way back. */
export function ErasePerson({
  contactId,
  name,
  office,
  onDone,
}: {
  contactId: string;
  name: string;
  office: PersonOffice;
  onDone: () => void;
}) {
  const [mentions, setMentions] = useState<MentionView[]>();
  const [exclude, setExclude] = useState(true);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, run] = useAct();

  useEffect(() => {
    let here = true;
    office.mentions(contactId).then(
      (found) => here && setMentions(found),
      (error: unknown) => here && setProblem(asProblem(error)),
    );
    return () => {
      here = false;
    };
  }, [office, contactId]);

  const erase = () =>
    run(async () => {
      try {
        await office.erase(contactId, { exclude, ...(exclude && reason && { reason }) });
        onDone();
      } catch (error) {
        setProblem(asProblem(error));
      }
    });
  return (
    <section
      aria-label={t('eraseOf', { name })}
      onKeyDown={onEscape(onDone)}
      className="flex flex-col gap-3 border-t border-line bg-sunk px-4 py-3"
    >
      <h2 ref={focusOnce} tabIndex={-1} className="font-semibold outline-none">
        {t('eraseOf', { name })}
      </h2>
      <p>{t('eraseWhat')}</p>
      <div role="status">
        {mentions?.length === 0 && <p className="text-muted">{t('eraseNoMentions')}</p>}
        {mentions && mentions.length > 0 && (
          <>
            <p>{t('eraseMentions')}</p>
            <ul className="list-disc ps-5">
              {mentions.map(({ kind, id, field, text, account }) => (
                <li key={`${kind}.${id}.${field}`}>
                  <bdi className="line-clamp-2">{text}</bdi>
                  {account && <bdi className="text-small text-muted">{account.name}</bdi>}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {office.mayErase ? (
        <>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={exclude}
              onChange={({ target }) => setExclude(target.checked)}
              className="size-4 accent-accent"
            />
            {t('eraseExclude')}
          </label>
          {exclude && (
            <Field
              label={t('eraseReason')}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </>
      ) : (
        <p className="font-medium">{t('eraseNotYou')}</p>
      )}
      <p role="alert" className="text-danger empty:hidden">
        {problem && problemText(problem)}
      </p>
      <div className="flex flex-wrap gap-2">
        {office.mayErase && (
          <Button look="danger" disabled={busy || !mentions} onClick={() => void erase()}>
            {t('eraseNow')}
          </Button>
        )}
        <Button look="bare" className={cx(!office.mayErase && '-ms-2.5')} onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
