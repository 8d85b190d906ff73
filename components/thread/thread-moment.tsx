import { MailPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { decisionInHand, inMailOrder } from '#lib/panel/thread.ts';
import type { ThreadView, Unsaid } from '#lib/panel/view.ts';
import { listed } from '../format.ts';
import { Section } from '../ui/section.tsx';
import { MailDecision } from './mail-decision.tsx';
import { MailPeople } from './mail-people.tsx';
import { Newcomers } from './newcomers.tsx';

/** An open mail, or one being written: the decisions its people are in and who of them is missing, who is new, and everybody on it. */
export function ThreadMoment({
  people,
  colleagues,
  decisions,
  composing,
  unsaid,
  offline = false,
}: ThreadView & { composing: boolean; unsaid?: Unsaid; offline?: boolean }) {
  const [picked, pick] = useState<string | null>();
  const inHand = decisionInHand(decisions, picked ?? undefined);
  const opened = picked === null ? undefined : inHand?.decision.opportunity.id;
  const { known, newcomers } = inMailOrder(people, inHand);
  return (
    <>
      <header className="px-4 py-3">
        <h1 className="text-name font-semibold">{t(composing ? 'writingTo' : 'mailOpen')}</h1>
        {/* Recipients come and go while the mail is written: said to those who do not see it. */}
        <p role="status" className="text-muted tabular-nums">
          {[
            people.length > 0
              ? t('onMail', { count: people.length })
              : composing && colleagues.length === 0 && t('nobodyToWriteTo'),
            newcomers.length > 0 &&
              t(unsaid ? 'perhapsNewcomers' : 'newcomers', { count: newcomers.length }),
            colleagues.length > 0 && t('colleaguesCount', { count: colleagues.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {people.length === 0 && <Teaching composing={composing} />}
      {decisions.length > 0 && (
        <Section title={t('decisionsConcerned')} count={decisions.length}>
          <ul>
            {decisions.map((view) => {
              const { id } = view.decision.opportunity;
              return (
                <MailDecision
                  key={id}
                  view={view}
                  composing={composing}
                  open={id === opened}
                  onToggle={() => pick(id === opened ? null : id)}
                />
              );
            })}
          </ul>
        </Section>
      )}
      {newcomers.length > 0 && (
        <Newcomers people={newcomers} view={inHand} unsaid={unsaid} offline={offline} />
      )}
      {known.length > 0 && (
        <Section title={t('onThisMail')} count={known.length}>
          <MailPeople people={known} first={8} view={inHand} />
        </Section>
      )}
      {colleagues.length > 0 && <Colleagues names={colleagues} />}
    </>
  );
}

function Teaching({ composing }: { composing: boolean }) {
  const Icon = composing ? MailPlus : Users;
  return (
    <div className="flex gap-3 border-t border-line px-4 py-3 text-muted">
      <Icon aria-hidden size={20} strokeWidth={1.5} className="mt-0.5 shrink-0" />
      <p>{t(composing ? 'writingHint' : 'onlyColleagues')}</p>
    </div>
  );
}

/** As many colleagues as are named; they are no contacts, so a line is enough. */
const named = 4;

function Colleagues({ names }: { names: readonly string[] }) {
  const more = names.length - named;
  const said = listed([
    ...names.slice(0, named),
    ...(more > 0 ? [t('andOthers', { count: more })] : []),
  ]);
  return (
    <p className="border-t border-line px-4 py-3 text-small text-muted" title={listed(names)}>
      {t('colleaguesOnMail', { names: said })}
    </p>
  );
}
