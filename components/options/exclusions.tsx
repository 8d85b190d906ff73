import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { listedAs } from '#lib/model/exclusion-keys.ts';
import type { Exclusion } from '#lib/model/records/exclusion.ts';
import type { User } from '#lib/model/records/user.ts';
import type { AdminActs } from '#lib/panel/use-admin-acts.ts';
import { calendarDay } from '../format.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

/** The do-not-record list: who asked not to be kept, named by nothing but when and why. */
export function Exclusions({
  exclusions,
  users,
  salt,
  acts,
  now,
}: {
  /** The newest first. */
  exclusions: readonly Exclusion[];
  users: readonly User[];
  /** Absent until the first pull: before, no address can be put into the list's form. */
  salt: string | undefined;
  /** For who may keep it. */
  acts: Pick<AdminActs, 'addExclusion' | 'removeExclusion'> | undefined;
  now: number;
}) {
  return (
    <section aria-label={t('exclusions')} className="pt-6">
      <h3 className="font-semibold">{t('exclusions')}</h3>
      <p className="pb-2 text-muted">{t('exclusionsHint')}</p>
      {!acts && <p className="pb-2 text-muted">{t('exclusionsReadOnly')}</p>}
      {exclusions.length === 0 && <p className="pb-2 text-muted">{t('exclusionsNone')}</p>}
      <ul>
        {exclusions.map((entry) => {
          const what = t(entry.what === 'person' ? 'exclusionPerson' : 'exclusionCompany');
          const when = calendarDay(entry.at.slice(0, 10), now);
          const name = users.find(({ id }) => id === entry.by)?.name ?? entry.by;
          return (
            <li key={entry.id} className="flex items-center gap-3 border-t border-line py-2">
              <div className="min-w-0 flex-1">
                <p>
                  {what}
                  <span className="text-muted"> · {t('exclusionSince', { name, when })}</span>
                </p>
                {entry.reason && <bdi className="line-clamp-2 text-muted">{entry.reason}</bdi>}
              </div>
              {acts && (
                <IconButton
                  label={t('exclusionRemove', { what, when })}
                  onClick={() => void acts.removeExclusion(entry, what)}
                >
                  <X aria-hidden size={16} />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {acts && <Add salt={salt} acts={acts} />}
    </section>
  );
}

function Add({ salt, acts }: { salt: string | undefined; acts: Pick<AdminActs, 'addExclusion'> }) {
  const [address, setAddress] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const listed = listedAs(address);
    if (!listed) return setProblem(t('exclusionBad'));
    if (!salt) return setProblem(t('exclusionWait'));
    setProblem(undefined);
    const entry = { ...listed, reason: reason.trim() };
    if (!(await acts.addExclusion(salt, entry, address.trim()))) return;
    setAddress('');
    setReason('');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void add(event)}
      className="flex flex-wrap items-start gap-2 border-t border-line pt-3"
    >
      <Field
        className="min-w-[min(14rem,100%)] flex-1"
        label={t('exclusionAddress')}
        spellCheck={false}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        problem={problem}
      />
      <Field
        className="min-w-40 flex-1"
        label={t('eraseReason')}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="submit" look="soft" className="mt-5 min-h-8" disabled={address.trim() === ''}>
        {t('exclusionAdd')}
      </Button>
    </form>
  );
}
