import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { interestId } from '#lib/model/records/interest.ts';
import type { Solution } from '#lib/model/records/solution.ts';
import { InterestLevel } from '#lib/model/vocabulary.ts';
import type { JourneyGround, SolutionInterest } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { HistoryOf } from '../history/history-of.tsx';
import { TouchLine } from '../journey/touch-line.tsx';
import { interestLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import type { FocusOn } from '../ui/focus.ts';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuLine, MenuTrigger } from '../ui/menu.tsx';
import { Section } from '../ui/section.tsx';
import { useForm } from '../use-form.ts';

const firstShown = 4;

/** What the account looks at: who cares for which solution, by a user's word or by the touches, which can be opened. */
export function Interests({
  ground,
  interests,
  own,
}: {
  ground: JourneyGround;
  interests: readonly SolutionInterest[];
  /** The solution of the decision that this stands in. */
  own?: string;
}) {
  return (
    <Section title={t('interestAt', { account: ground.account.name })}>
      <div className="flex flex-col gap-2 px-4 pb-3">
        {interests.map((interest) => (
          <OfSolution
            key={interest.solution.id}
            interest={interest}
            own={interest.solution.id === own}
            ground={ground}
          />
        ))}
      </div>
    </Section>
  );
}

function OfSolution({
  interest: { solution, people },
  own,
  ground,
}: {
  interest: SolutionInterest;
  own: boolean;
  ground: JourneyGround;
}) {
  const [all, setAll] = useState(people.length <= firstShown + 1);
  const { wanted } = useDoing();
  const called = people.some(({ contact }) => forms.interest(contact.id, solution.id) === wanted);
  // A command may open the menu of somebody further down.
  useEffect(() => {
    if (called) setAll(true);
  }, [called]);
  const shown = all ? people : people.slice(0, firstShown);
  return (
    <div>
      <h3 className="pt-1">
        <bdi className="font-medium">{solution.name}</bdi>
        {own && <span className="text-small text-muted"> · {t('interestHere')}</span>}
      </h3>
      {people.length === 0 && <p className="text-muted">{t('interestNobody')}</p>}
      <ul>
        {shown.map((one) => (
          <OfPerson key={one.contact.id} one={one} solution={solution} ground={ground} />
        ))}
      </ul>
      {shown.length < people.length && (
        <Button look="bare" className="-ms-2.5" onClick={() => setAll(true)}>
          {t('showMore', { count: people.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

function OfPerson({
  one,
  solution,
  ground,
}: {
  one: SolutionInterest['people'][number];
  solution: Solution;
  ground: JourneyGround;
}) {
  const [open, setOpen] = useState(false);
  const history = useForm(forms.history(interestId(one.contact.id, solution.id)));
  const { contact, by, evidence } = one;
  const said = ground.users.find(({ id }) => id === by)?.name ?? t('unknownUser');
  return (
    <li>
      <div className="flex min-h-8 items-center gap-2">
        {/* What shows the interest stands below a name that leaves it no room. */}
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
          <bdi className="max-w-full truncate">{contact.name}</bdi>
          {by ? (
            <span className="max-w-full truncate text-small text-muted">
              {t('interestSaid', { name: said })}
            </span>
          ) : (
            evidence.length > 0 && (
              <button
                type="button"
                aria-expanded={open}
                aria-label={t('interestWhich', {
                  count: evidence.length,
                  name: contact.name,
                  solution: solution.name,
                })}
                className="min-h-6 rounded-small text-small text-muted underline decoration-dotted underline-offset-2 hover:text-ink"
                onClick={() => setOpen(!open)}
              >
                {t('interestShown', { count: evidence.length })}
              </button>
            )
          )}
        </div>
        <LevelMenu
          one={one}
          solutionId={solution.id}
          solution={solution.name}
          back={history.back}
          onHistory={history.show}
        />
      </div>
      {open && (
        <ul
          aria-label={t('interestEvidence', { name: contact.name, solution: solution.name })}
          className="mb-1 border-s border-line ps-2"
        >
          {evidence.map((touch) => (
            <li key={touch.id} className="flex gap-2 py-1">
              <TouchLine touch={touch} ground={ground} />
            </li>
          ))}
        </ul>
      )}
      {history.open && (
        <div className="-mx-4">
          <HistoryOf
            of={{ kind: 'interest', id: interestId(contact.id, solution.id) }}
            title={t('historyOf', {
              name: t('interestOf', { name: contact.name, solution: solution.name }),
            })}
            focus={history.first}
            onDone={history.hide}
          />
        </div>
      )}
    </li>
  );
}

function LevelMenu({
  one: { contact, level, by },
  solution,
  solutionId,
  back,
  onHistory,
}: {
  one: SolutionInterest['people'][number];
  solution: string;
  solutionId: string;
  back: FocusOn | undefined;
  onHistory: () => void;
}) {
  const { acts, history } = useDoing();
  const [busy, run] = useAct();
  const say = (said: InterestLevel | null) =>
    void run(() => acts.sayInterest(contact.id, solutionId, said));
  const form = useForm(forms.interest(contact.id, solutionId));
  const label = t('interestOf', { name: contact.name, solution });
  return (
    <Menu open={form.open} onOpenChange={(open) => (open ? form.show() : form.hide())}>
      <MenuTrigger
        ref={back}
        disabled={busy}
        aria-label={`${label}: ${interestLabel(level)}`}
        className="-me-1 inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-medium px-1 text-small hover:bg-sunk"
      >
        <Strength level={level} />
        {interestLabel(level)}
        <ChevronDown aria-hidden size={12} className="text-muted" />
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>{t('interestLevel')}</MenuLabel>
        {[...InterestLevel.options].reverse().map((option) => (
          <MenuItem key={option} onSelect={() => say(option)}>
            <Strength level={option} />
            {interestLabel(option)}
          </MenuItem>
        ))}
        {(by !== undefined || history) && <MenuLine />}
        {by !== undefined && (
          <MenuItem onSelect={() => say(null)}>{t('interestByTouches')}</MenuItem>
        )}
        {history && <MenuItem onSelect={onHistory}>{t('history')}</MenuItem>}
      </MenuContent>
    </Menu>
  );
}

/** Three bars, filled as far as the interest goes. */
function Strength({ level }: { level: InterestLevel }) {
  const filled = InterestLevel.options.indexOf(level);
  return (
    <span aria-hidden className="inline-flex items-end gap-px">
      {['h-1.5', 'h-2', 'h-2.5'].map((height, at) => (
        <span
          key={height}
          className={cx(
            'w-1 rounded-full forced-color-adjust-none',
            height,
            at < filled ? 'bg-two-way' : 'bg-line',
          )}
        />
      ))}
    </span>
  );
}
