import { LoaderCircle, UserPlus } from 'lucide-react';
import { type FocusEvent, useEffect, useRef } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { isGuess } from '#lib/model/suggest.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import { takenOut } from '#lib/panel/decision-calls.ts';
import { effectOf } from '#lib/panel/effect.ts';
import type { PersonView, PlaceView } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { changes, percent } from '../format.ts';
import { reasons, rolesLabel } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { ActWords, changeText, effectText } from './coverage-change.tsx';
import { RoleMenu } from './role-menu.tsx';

/**
 * The commonest act: one click attaches the person in the roles on offer, and says before what that does to
 * coverage. For a member: the roles held, to change or give up. `chosen` is `null` until the user picked roles.
 */
export function Attach({
  person,
  place,
  chosen,
  onChoose,
}: {
  person: PersonView;
  place: PlaceView;
  chosen: BuyingRole[] | null;
  onChoose: (roles: BuyingRole[] | null) => void;
}) {
  const { acts } = useDoing();
  const [busy, run] = useAct();
  const { decision, member, suggestions } = place;
  const { id } = decision.opportunity;
  const menu = useRef<HTMLButtonElement>(null);
  const acted = useRef(false);
  const here = useRef(false);
  const seated = member?.status === 'confirmed';

  // The button that had the focus gives way to another one, also when it is undone by its key: the focus goes on beside it.
  useEffect(() => {
    if (seated === undefined) return;
    const lost = here.current && document.activeElement === document.body;
    if (acted.current || lost) menu.current?.focus();
    acted.current = false;
  }, [seated]);
  const whereFocusIs = {
    onFocus: () => {
      here.current = true;
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      // What is taken away loses the focus to nothing.
      if (relatedTarget && !currentTarget.contains(relatedTarget)) here.current = false;
    },
  };

  const roles = rolesOnOffer(place, chosen);
  const attach = () => {
    acted.current = true;
    void run(async () => {
      await acts.attach(person, id, roles);
      onChoose(null);
    });
  };
  const detach = () => {
    acted.current = true;
    void run(() => acts.detach(id, member?.contactId ?? ''));
  };

  if (seated && !chosen)
    return (
      <div className="flex items-center gap-2" {...whereFocusIs}>
        <p className="min-w-0 flex-1">
          {member.roles.length > 0
            ? t('sitsAs', { roles: rolesLabel(member.roles) })
            : t('sitsWithoutRole')}
        </p>
        <RoleMenu
          ref={menu}
          label={t('changeRolesIn', { solution: decision.solution.name })}
          roles={member.roles}
          suggestions={suggestions}
          disabled={busy}
          onChange={onChoose}
          detach={{ effect: effectText(effectOf(decision, [takenOut(member)])), run: detach }}
          className="inline-flex min-h-7 shrink-0 items-center gap-1 rounded-medium border border-line px-2 hover:border-edge hover:bg-sunk"
        >
          {t('changeRoles')}
        </RoleMenu>
      </div>
    );

  // A potential member's role may be another than the likeliest: the reason is that of the role on offer.
  const best = suggestions.find(({ role }) => role === roles[0]);
  const after = place.preview(roles);
  const change = changeText(decision, after, roles);
  const fills = changes(decision.coverage, after).length > 0;
  const sure = chosen !== null || member !== undefined || (fills && best && !isGuess(best));
  const look = sure
    ? 'bg-accent text-accent-ink hover:bg-accent-strong'
    : 'bg-accent-soft text-accent hover:bg-accent hover:text-accent-ink';
  return (
    <div className="flex flex-col gap-1" {...whereFocusIs}>
      {member?.status === 'potential' && (
        <p className="text-small text-muted">{t('potentialHere')}</p>
      )}
      <div className="flex gap-px">
        <button
          type="button"
          disabled={busy}
          onClick={attach}
          className={cx(
            'relative flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-s-medium focus-visible:z-1 px-3 py-1.5 text-start transition-colors disabled:opacity-60',
            look,
          )}
        >
          {busy ? (
            <LoaderCircle aria-hidden size={16} className="shrink-0 motion-safe:animate-spin" />
          ) : (
            <UserPlus aria-hidden size={16} className="shrink-0" />
          )}
          <ActWords effect={change}>
            <span className="font-medium">{attachLabel(person, place, roles)}</span>
          </ActWords>
        </button>
        <RoleMenu
          ref={menu}
          label={t('otherRolesIn', { solution: decision.solution.name })}
          roles={chosen ?? (seated ? member.roles : [])}
          suggestions={suggestions}
          disabled={busy}
          onChange={(picked) => onChoose(picked.length > 0 ? picked : null)}
          className={cx(
            'flex w-9 shrink-0 items-center justify-center rounded-e-medium transition-colors disabled:opacity-60',
            look,
          )}
        />
      </div>
      {chosen ? (
        <Button look="bare" className="self-start text-small" onClick={() => onChoose(null)}>
          {t('cancel')}
        </Button>
      ) : (
        best &&
        best.because.length > 0 && (
          <p className="line-clamp-2 text-small text-muted">
            {isGuess(best)
              ? t('suggestedGuess', { reasons: reasons(best) })
              : t('suggested', { share: percent(best.likelihood), reasons: reasons(best) })}
          </p>
        )
      )}
    </div>
  );
}

/** The user's choice, else the roles a potential member has, else the likeliest one. */
export function rolesOnOffer(place: PlaceView, chosen: BuyingRole[] | null): BuyingRole[] {
  if (chosen) return chosen;
  if (place.member && place.member.roles.length > 0) return place.member.roles;
  return place.suggestions.slice(0, 1).map(({ role }) => role);
}

/** What the button does, said in full: adding the person too, confirming, changing roles. */
export function attachLabel(
  person: PersonView,
  { member }: PlaceView,
  roles: BuyingRole[],
): string {
  const said = rolesLabel(roles);
  if (roles.length === 0) return t('attachPlain');
  if (member?.status === 'confirmed') return t('saveRoles', { roles: said });
  if (member?.status === 'potential') return t('confirmAs', { roles: said });
  return person.match.is === 'known'
    ? t('attachAs', { roles: said })
    : t('addAndAttachAs', { roles: said });
}
