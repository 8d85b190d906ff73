/** Attaching somebody of a list or a mail in one click: where, and what the button says. */
import { t } from '#lib/browser/i18n.ts';
import type { BuyingRole } from '#lib/model/vocabulary.ts';
import type { PersonView, PlaceView } from '#lib/panel/view.ts';
import { rolesLabel } from '../labels.ts';

/** What attaching somebody in one click does. */
export function quickLabel(
  { match }: PersonView,
  { member }: PlaceView,
  roles: BuyingRole[],
): string {
  if (roles.length === 0) return t('attachPlain');
  if (member?.status === 'potential') return t('confirmAs', { roles: rolesLabel(roles) });
  return t(match.is === 'known' ? 'attachAs' : 'addAs', { roles: rolesLabel(roles) });
}

/** The decision in hand, else the one in which somebody without any seat likeliest has a role; nobody is offered a second one in a row. */
export function bestPlace({ places }: PersonView, decisionId?: string): PlaceView | undefined {
  if (places.some(({ member }) => member?.status === 'confirmed')) return undefined;
  const inHand = places.find(({ decision }) => decision.opportunity.id === decisionId);
  if (inHand && (inHand.member || places.every(({ member }) => !member))) return inHand;
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
