import { UserRoundX } from 'lucide-react';
import { useId } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { Member } from '#lib/model/records/member.ts';
import { effectsOfLeaving } from '#lib/panel/effect.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { Effects, effectTexts } from '../decision/coverage-change.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { leftDay } from './left-badge.tsx';

/** Somebody on record as gone: since when, the seats still held in their name, and the way to take it back. */
export function HasLeft({ person }: { person: PersonView }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const effectId = useId();
  const { match, account } = person;
  if (match.is !== 'known' || !match.contact.left) return null;
  const { id, left } = match.contact;
  const seated = stillSeated(person);
  const effects = effectsOfLeaving(person.places);
  const at = account.is === 'known' ? account.account.name : t('unknownCompany');
  return (
    <Notice icon={UserRoundX} tone="warn">
      <p className="font-medium">{t('leftAccountOn', { account: at, day: leftDay(left) })}</p>
      {seated.length > 0 && <p>{t('stillSeated', { count: seated.length })}</p>}
      <Effects id={effectId} of={effects} />
      <div className="flex flex-wrap gap-2 pt-2 pb-1">
        {seated.length > 0 && (
          <Button
            className="bg-page"
            disabled={busy}
            aria-describedby={effectTexts(effects).length > 0 ? effectId : undefined}
            onClick={() => void run(() => acts.setInactive(seated))}
          >
            {t('setInactiveIn', { count: seated.length })}
          </Button>
        )}
        <Button
          className="bg-page"
          disabled={busy}
          onClick={() => void run(() => acts.setLeft(id, null))}
        >
          {t('stillThere')}
        </Button>
      </div>
    </Notice>
  );
}

/** The seats that somebody is not out of. */
export const stillSeated = ({ places }: PersonView): Member[] =>
  places.flatMap(({ member }) => (member && member.status !== 'inactive' ? [member] : []));
