import { ChevronRight, UserPlus, UserRoundX } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import type { PersonView, PlaceView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { attachLabel, rolesOnOffer } from '../decision/attach.tsx';
import { changeText } from '../decision/coverage-change.tsx';
import { rolesLabel } from '../labels.ts';
import { AddOnly } from '../person/add-only.tsx';
import { type Answer, answered } from '../person/answer.ts';
import { LeftNotice } from '../person/left-notice.tsx';
import { nameOf, seenCompany, titleOf } from '../person/names.ts';
import { Places } from '../person/places.tsx';
import { PersonQuestion } from '../person/question.tsx';
import { MatchBadge } from '../person/who.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';

/** People under one another, each with what is known, the seats held, and the likeliest act. */
export function PersonRows({ people }: { people: readonly PersonView[] }) {
  return (
    <ul>
      {people.map((person, at) => (
        <PersonRow key={rowKey(person, at)} person={person} />
      ))}
    </ul>
  );
}

const rowKey = ({ seen }: PersonView, at: number): string =>
  seen.linkedin ?? seen.salesNavigator ?? seen.emails[0] ?? `${seen.name} ${at}`;

export const PersonRow = memo(function PersonRow({
  person: seen,
  part,
}: {
  person: PersonView;
  /** Where in a mail the person stands. */
  part?: string;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>(null);
  const person = seen.match.is === 'maybe' ? answered(seen, answer) : seen;
  const name = nameOf(person);
  const about = titleOf(person) ?? (name === seen.seen.emails[0] ? undefined : seen.seen.emails[0]);
  const company = seenCompany(person);
  const seats = person.places.filter(({ member }) => member && member.status !== 'inactive');
  const foldable = person.places.length > 0 || person.match.is !== 'known';
  return (
    <li className="border-t border-line [contain-intrinsic-size:auto_4rem] [content-visibility:auto] first:border-t-0">
      <div className="flex gap-2 px-4 py-2">
        <Avatar name={name} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <bdi id={id} className="min-w-0 truncate font-medium" title={name}>
              {name}
            </bdi>
            <MatchBadge match={person.match} />
            {part && <span className="ms-auto shrink-0 text-small text-muted">{part}</span>}
          </div>
          {(about || company) && (
            <p className="truncate text-small text-muted" title={[about, company].join(' · ')}>
              {[about, company].filter(Boolean).join(' · ')}
            </p>
          )}
          <div className="flex flex-wrap gap-1 pt-1 empty:hidden">
            {person.match.is === 'known' && person.match.elsewhere && (
              <Badge icon={UserRoundX} tone="warn">
                {t('seenElsewhere')}
              </Badge>
            )}
            {seats.map((place) => (
              <SeatChip key={place.decision.opportunity.id} place={place} />
            ))}
          </div>
          <QuickAttach person={person} />
        </div>
        {foldable && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('moreOn', { name })}
            onClick={() => setOpen(!open)}
            className="-me-2 inline-flex size-7 shrink-0 items-center justify-center rounded-medium text-muted hover:bg-sunk hover:text-ink"
          >
            <ChevronRight
              aria-hidden
              size={16}
              className={cx('transition-transform', open && 'rotate-90')}
            />
          </button>
        )}
      </div>
      {open && (
        <section aria-labelledby={id} className="bg-sunk/50 pb-1">
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
  return (
    <Badge tone="accent">
      {decision.solution.name}
      {roles.length > 0 && ` · ${rolesLabel(roles)}`}
    </Badge>
  );
}

/** One click for somebody without a seat: the likeliest role in the likeliest decision. */
function QuickAttach({ person }: { person: PersonView }) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const place = bestPlace(person);
  if (!place || person.match.is === 'maybe') return null;
  const roles = rolesOnOffer(place, null);
  const { decision } = place;
  const change = changeText(decision.coverage, place.preview(roles));
  return (
    <button
      type="button"
      disabled={busy}
      onClick={() => void run(() => acts.attach(person, decision.opportunity.id, roles))}
      className="mt-1.5 flex min-h-8 w-full items-center gap-2 rounded-medium bg-accent-soft px-2 py-1 text-start text-accent transition-colors hover:bg-accent hover:text-accent-ink disabled:opacity-60"
    >
      <UserPlus aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0">
        <span className="block font-medium">{attachLabel(person, place, roles)}</span>
        <span className="block text-small">
          {decision.solution.name}
          {change && ` · ${change}`}
        </span>
      </span>
    </button>
  );
}

/** The decision in which somebody without any seat likeliest has a role; nobody is offered a second one in a row. */
function bestPlace({ places }: PersonView): PlaceView | undefined {
  if (places.some(({ member }) => member?.status === 'confirmed')) return undefined;
  const likelihood = (place: PlaceView) => place.suggestions[0]?.likelihood ?? 0;
  const open = places.filter(
    ({ decision: { stage } }) => stage.kind === 'before' || stage.kind === 'open',
  );
  const [first, ...rest] = open.length > 0 ? open : places;
  if (!first) return undefined;
  return rest.reduce((best, place) => {
    if (Boolean(place.member) !== Boolean(best.member)) return place.member ? place : best;
    return likelihood(place) > likelihood(best) ? place : best;
  }, first);
}
