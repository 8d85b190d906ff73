import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import { asProblem, type Problem, useAct } from '../acts.tsx';
import { problemText } from '../labels.ts';
import { ErasePerson } from '../privacy/erase-person.tsx';
import { saveFile } from '../save-file.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

export interface FoundPerson {
  id: string;
  name: string;
  /** What tells them from others of this name: a title, a company. */
  about: string;
}

/** Whoever asks what is kept of them gets it here as a file, or is erased. */
export function OwnData({
  office,
  find,
}: {
  office: PersonOffice;
  /** People of the whole workspace, by name or e-mail. */
  find: (text: string) => Promise<FoundPerson[]>;
}) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundPerson[]>();
  const [erasing, setErasing] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, run] = useAct();
  const trying = (work: () => Promise<void>) =>
    void run(async () => {
      setProblem(undefined);
      try {
        await work();
      } catch (error) {
        setProblem(asProblem(error));
      }
    });
  const look = (event: FormEvent) => {
    event.preventDefault();
    trying(async () => setFound(await find(text)));
  };
  return (
    <section aria-label={t('ownData')} className="pt-6">
      <h3 className="font-semibold">{t('ownData')}</h3>
      <p className="pb-2 text-muted">{t('ownDataHint')}</p>
      <form noValidate onSubmit={look} className="flex items-start gap-2 pb-2">
        <Field
          className="flex-1"
          label={t('ownDataFind')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button
          type="submit"
          look="soft"
          className="mt-5 min-h-8"
          disabled={busy || text.trim().length < 2}
        >
          {t('ownDataLook')}
        </Button>
      </form>
      <p role="alert" className="text-danger empty:hidden">
        {problem && problemText(problem)}
      </p>
      <div role="status">
        {found?.length === 0 && <p className="text-muted">{t('ownDataNone')}</p>}
      </div>
      <ul>
        {found?.map(({ id, name, about }) => (
          <li key={id} className="border-t border-line">
            <div className="flex flex-wrap items-center gap-2 py-2">
              <div className="min-w-40 flex-1">
                <bdi className="block truncate font-medium">{name}</bdi>
                <bdi className="block truncate text-small text-muted">{about}</bdi>
              </div>
              <Button
                disabled={busy}
                onClick={() =>
                  trying(async () => saveFile(`${name}.json`, await office.export(id)))
                }
              >
                {t('savePerson')}
              </Button>
              <Button onClick={() => setErasing(id)}>{t('erasePerson')}</Button>
            </div>
            {erasing === id && (
              <ErasePerson
                contactId={id}
                name={name}
                office={office}
                onDone={() => {
                  setErasing(undefined);
                  trying(async () => setFound(await find(text)));
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
