import { Mail, Phone, StickyNote, Users } from 'lucide-react';
import { useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { forms } from '../forms.ts';
import { NewNote } from '../notes/new-note.tsx';
import { Button } from '../ui/button.tsx';
import { useForms } from '../use-form.ts';
import { LogForm } from './log-form.tsx';

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
  const { id } = detail.decision.opportunity;
  const formOf = (channel: (typeof offered)[number]['channel']) => forms.log(id, channel);
  const form = useForms(offered.map(({ channel }) => formOf(channel)));
  const channel = offered.find((one) => formOf(one.channel) === form.open)?.channel;
  const last = useRef(channel);
  if (channel) last.current = channel;
  return (
    <div className="flex flex-col gap-2 px-4 pb-3">
      <fieldset aria-label={t('logTouch')} className="flex flex-wrap gap-2">
        {offered.map(({ channel: one, icon: Icon }) => (
          <Button
            key={one}
            ref={last.current === one ? form.back : undefined}
            aria-expanded={channel === one}
            look={channel === one ? 'soft' : 'plain'}
            onClick={() => (channel === one ? form.hide() : form.show(formOf(one)))}
          >
            {/* All four in one line also where the panel is narrow. */}
            <Icon aria-hidden size={14} className="max-[23rem]:hidden" />
            {t(`log_${one}`)}
          </Button>
        ))}
      </fieldset>
      {channel === 'note' && (
        <div className="rounded-large bg-sunk p-3">
          <NewNote opportunityId={id} form={formOf('note')} first={form.first} onDone={form.hide} />
        </div>
      )}
      {channel && channel !== 'note' && (
        <LogForm
          key={channel}
          channel={channel}
          detail={detail}
          present={present}
          first={form.first}
          onDone={form.hide}
        />
      )}
    </div>
  );
}
