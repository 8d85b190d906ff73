import { UserPlus, UserRoundX } from 'lucide-react';
import { memo, type ReactNode, use, useId, useRef, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView, PlaceView, Unsaid } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { rolesOnOffer } from '../decision/attach.tsx';
import { changes, percent } from '../format.ts';
import { figureLabel, reasons, rolesLabel } from '../labels.ts';
import { useLocale } from '../localized.tsx';
import { AddOnly } from '../person/add-only.tsx';
import { type Answer, answered } from '../person/answer.ts';
import { HasLeft } from '../person/has-left.tsx';
import { LeftBadge } from '../person/left-badge.tsx';
import { LeftNotice } from '../person/left-notice.tsx';
import { nameOf, seenCompany, titleOf } from '../person/names.ts';
import { Places } from '../person/places.tsx';
import { PersonQuestion } from '../person/question.tsx';
import { MatchBadge } from '../person/who.tsx';
import { WithheldBadge } from '../privacy/withheld.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { FoldMark } from '../ui/fold-mark.tsx';
import { bestPlace, quickLabel } from './quick.ts';
import { Ticking } from './ticking.ts';

export const PersonRow = memo(function PersonRow({
  person: seen,
  part,
  pageCompany,
  decisionId,
  unsaid,
  tick,
  children,
}: {
  person: PersonView;
  /** Where in a mail the person stands. */
  part?: string;
  /** Whose page it is: said at its head, and not again of each who is there. */
  pageCompany?: string | undefined;
  /** The decision in hand: somebody without a seat is offered one there. */
  decisionId?: string | undefined;
  /** Whether the person is on record, where they seem new: while it is being asked nothing can be done yet. */
  unsaid?: Unsaid | undefined;
  /** What ticks the row in a list; it is given the id of the name. */
  tick?: (nameId: string) => ReactNode;
  /** What happens to the person with others, in the place of the act for this one alone. */
  children?: ReactNode;
}) {
  useLocale();
  const id = useId();
  const more = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>(null);
  const person = seen.match.is === 'maybe' ? answered(seen, answer) : seen;
  const name = nameOf(person);
  const about = titleOf(person) ?? (name === seen.seen.emails[0] ? undefined : seen.seen.emails[0]);
  const company = seenCompany(person);
  const facts = [about, company !== pageCompany && company].filter(Boolean).join(' · ');
  const seats = person.places.filter(({ member }) => member && member.status !== 'inactive');
  const left = person.match.is === 'known' ? person.match.contact.left : undefined;
  // In a mail whoever is new stands under a heading that says so.
  const underNew = part !== undefined && person.match.is === 'new';
  const foldable =
    !person.withheld &&
    (person.places.length > 0 || left !== undefined || person.match.is !== 'known');
  return (
    <li className="border-t border-line first:border-t-0">
      <div className="flex gap-2 px-4 py-2">
        {tick?.(id)}
        <Avatar name={name} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-2">
            {/* A name keeps its line; the sign behind it goes below where both find no room. */}
            <div className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-2">
              <bdi id={id} className="max-w-full truncate font-medium" title={name}>
                {name}
              </bdi>
              {/* Who holds a seat is known: the seats below say so. */}
              {person.withheld && <WithheldBadge why={person.withheld} />}
              {seats.length === 0 && !person.withheld && !underNew && (
                <MatchBadge match={person.match} unsaid={unsaid} />
              )}
            </div>
            <span className="ms-auto flex min-h-6 shrink-0 items-center gap-1">
              {part && <span className="text-small text-muted">{part}</span>}
              {foldable && (
                <button
                  ref={more}
                  type="button"
                  aria-expanded={open}
                  aria-label={t('moreOn', { name })}
                  onClick={() => setOpen(!open)}
                  className="-me-2 inline-flex size-6 items-center justify-center rounded-medium text-muted hover:bg-sunk hover:text-ink"
                >
                  <FoldMark open={open} />
                </button>
              )}
            </span>
          </div>
          {facts && (
            <p className="truncate text-small text-muted" title={facts}>
              {facts}
            </p>
          )}
          <div className="flex flex-wrap gap-1 pt-1 empty:hidden">
            {left && <LeftBadge left={left} />}
            {person.match.is === 'known' && person.match.elsewhere && !left && (
              <Badge icon={UserRoundX} tone="warn">
                {t('seenElsewhere')}
              </Badge>
            )}
            {seats.map((place) => (
              <SeatChip key={place.decision.opportunity.id} place={place} />
            ))}
          </div>
          {children}
          {!children && !open && !left && (
            <QuickAttach
              person={person}
              decisionId={decisionId}
              waiting={unsaid === 'checking'}
              onDone={() => more.current?.focus()}
            />
          )}
        </div>
      </div>
      {open && (
        <section aria-labelledby={id} className="bg-sunk pb-1">
          <HasLeft person={person} />
          <LeftNotice person={person} />
          <PersonQuestion person={person} onAnswer={setAnswer} />
          <Places person={person} />
          {person.match.is === 'new' && (
            <AddOnly person={person} main={person.places.length === 0} />
          )}
        </section>
      )}
    </li>
  );
});

function SeatChip({ place: { decision, member } }: { place: PlaceView }) {
  const roles = member?.roles ?? [];
  const potential = member?.status === 'potential';
  return (
    <Badge tone={potential ? 'quiet' : 'accent'}>
      {decision.solution.name}
      {` · ${roles.length > 0 ? rolesLabel(roles) : t('noRole')}`}
      {potential && `${t('comma')}${t('isPotential')}`}
    </Badge>
  );
}

/** One click for somebody without a seat: the likeliest role in the likeliest decision. */
function QuickAttach({
  person,
  decisionId,
  waiting,
  onDone,
}: {
  person: PersonView;
  decisionId: string | undefined;
  waiting: boolean;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const place = use(Ticking) ? undefined : bestPlace(person, decisionId);
  if (!place || person.match.is === 'maybe') return null;
  const roles = rolesOnOffer(place, null);
  const { decision } = place;
  const [change] = changes(decision.coverage, place.preview(roles));
  return (
    <button
      type="button"
      disabled={busy || waiting}
      title={place.suggestions[0] && reasons(place.suggestions[0])}
      onClick={() =>
        void run(async () => {
          await acts.attach(person, decision.opportunity.id, roles);
          onDone();
        })
      }
      className="mt-1.5 flex min-h-7 w-full items-center gap-1.5 rounded-medium bg-accent-soft px-2 py-1 text-start text-small text-accent transition-colors hover:bg-accent hover:text-accent-ink disabled:opacity-60"
    >
      <UserPlus aria-hidden size={14} className="shrink-0" />
      {/* The role stays whole: the solution's name gives way to it, then the figures go below. */}
      <span className="flex min-w-0 flex-1 flex-wrap">
        <span className="max-w-full truncate font-medium">{quickLabel(person, place, roles)}</span>
        <span className="min-w-0 flex-1 basis-0 truncate pe-1.5 whitespace-pre">
          {' · '}
          {decision.solution.name}
        </span>
        {change && (
          <span className="shrink-0 tabular-nums">
            <span className="sr-only">{figureLabel(change.figure)}</span>{' '}
            {t('shareChange', { from: percent(change.from), to: percent(change.to) })}
          </span>
        )}
      </span>
    </button>
  );
}
