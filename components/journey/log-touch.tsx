import { Mail, Phone, StickyNote, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { NewNote } from '../notes/new-note.tsx';
import { Button } from '../ui/button.tsx';
import { LogForm, type LoggedChannel } from './log-form.tsx';

const offered = [
  { channel: 'call', icon: Phone },
  { channel: 'meeting', icon: Users },
  { channel: 'email', icon: Mail },
  { channel: 'note', icon: StickyNote },
] as const;

/** Noting a contact in two clicks: what it was, and that it is right as it stands. A note is no contact and counts for none. */
export function LogTouch({
  detail,
  present,
}: {
  detail: DecisionDetail;
  present: readonly string[];
}) {
  const [channel, setChannel] = useState<LoggedChannel | 'note'>();
  const pressed = useRef<HTMLButtonElement>(null);
  const close = () => {
    setChannel(undefined);
    pressed.current?.focus();
  };
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      <fieldset aria-label={t('logTouch')} className="flex flex-wrap gap-2">
        {offered.map(({ channel: one, icon: Icon }) => (
          <Button
            key={one}
            aria-expanded={channel === one}
            look={channel === one ? 'soft' : 'plain'}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget;
              setChannel(channel === one ? undefined : one);
            }}
          >
            <Icon aria-hidden size={14} />
            {t(`log_${one}`)}
          </Button>
        ))}
      </fieldset>
      {channel === 'note' && (
        <div className="rounded-large bg-sunk p-3">
          <NewNote opportunityId={detail.decision.opportunity.id} onDone={close} />
        </div>
      )}
      {channel && channel !== 'note' && (
        <LogForm key={channel} channel={channel} detail={detail} present={present} onDone={close} />
      )}
    </div>
  );
}
