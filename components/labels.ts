/** The words of the domain, as the panel says them. */
import { locale, type MessageKey, t } from '#lib/browser/i18n.ts';
import type { Coverage } from '#lib/model/coverage.ts';
import type { Engagement } from '#lib/model/engagement.ts';
import { type RejectionCode, rejectionCodes } from '#lib/model/mutation.ts';
import { defaultStages, type Stage } from '#lib/model/records/stage.ts';
import type { Unrouted } from '#lib/model/records/touch.ts';
import type { Suggestion } from '#lib/model/suggest.ts';
import type {
  BuyingRole,
  Channel,
  InterestLevel,
  MemberStatus,
  Stance,
  Team,
} from '#lib/model/vocabulary.ts';
import { listed } from './format.ts';

export const roleLabel = (role: BuyingRole): string => t(`role_${role}`);
export const rolesLabel = (roles: readonly BuyingRole[]): string => listed(roles.map(roleLabel));
export const teamLabel = (team: Team): string => t(`team_${team}`);
export const statusLabel = (status: MemberStatus): string => t(`status_${status}`);
export const stanceLabel = (stance: Stance): string => t(`stance_${stance}`);
export const engagementLabel = (engagement: Engagement): string => t(`engagement_${engagement}`);
export const channelLabel = (channel: Channel): string => t(`channel_${channel}`);
export const interestLabel = (level: InterestLevel): string => t(`interest_${level}`);
export const figureLabel = (figure: keyof Coverage): string => t(`figure_${figure}`);

const stageKeys = new Set<MessageKey>([
  'stage_target',
  'stage_detected',
  'stage_engaged',
  'stage_prioritized',
  'stage_qualified',
  'stage_pipeline',
  'stage_won',
  'stage_lost',
]);

/** A stage that still has its first name is said in the user's language; one the workspace renamed, as it named it. */
export function stageLabel(stage: Pick<Stage, 'id' | 'label'>): string {
  const key = `stage_${stage.id}` as MessageKey;
  const untouched = defaultStages.some(({ id, label }) => id === stage.id && label === stage.label);
  return untouched && stageKeys.has(key) ? t(key as 'stage_won') : stage.label;
}

/** Why a role is suggested, in one line: `Title “Head of Procurement”, seat is empty`. */
export function reasons({ because }: Suggestion): string {
  return because.map(reason).join(t('comma'));
}

function reason(because: Suggestion['because'][number]): string {
  switch (because.fact) {
    case 'title':
      return t('becauseTitle', { title: because.title });
    case 'emptySeat':
      return t('becauseEmptySeat');
    case 'earlierRole':
      return t('becauseEarlierRole', { count: because.times });
  }
}

/** Why a touch belongs to no decision yet, in a sentence. */
export const unroutedLabel = (why: Unrouted): string => t(`unrouted_${why}`);

const edits: Record<string, MessageKey> = {
  'account.create': 'edit_accountCreate',
  'contact.create': 'edit_contactCreate',
  'contact.edit': 'edit_contactEdit',
  'contact.remove': 'edit_contactRemove',
  'contact.left': 'edit_contactLeft',
  'contact.move': 'edit_contactMove',
  'contact.unmove': 'edit_contactMove',
  'contact.tag': 'edit_tags',
  'contact.untag': 'edit_tags',
  'account.edit': 'edit_accountEdit',
  'account.remove': 'edit_accountRemove',
  'account.tag': 'edit_tags',
  'account.untag': 'edit_tags',
  'opportunity.create': 'edit_opportunityCreate',
  'opportunity.remove': 'edit_opportunityRemove',
  'opportunity.setStage': 'edit_setStage',
  'opportunity.addMember': 'edit_addMember',
  'opportunity.removeMember': 'edit_removeMember',
  'opportunity.setAmount': 'edit_setAmount',
  'opportunity.setCloseDate': 'edit_setCloseDate',
  'opportunity.acceptSuggestion': 'edit_memberEdit',
  'opportunity.declineSuggestion': 'edit_memberEdit',
  'member.edit': 'edit_memberEdit',
  'seat.plan': 'edit_seatPlan',
  'play.addStep': 'edit_play',
  'play.editStep': 'edit_play',
  'play.removeStep': 'edit_play',
  'play.orderSteps': 'edit_play',
  'play.apply': 'edit_play',
  'note.add': 'edit_note',
  'note.edit': 'edit_note',
  'note.remove': 'edit_note',
  'opportunity.editNextSteps': 'edit_nextSteps',
  'interest.set': 'edit_setInterest',
  'touch.log': 'edit_touchLog',
  'touch.remove': 'edit_touchRemove',
  'touch.route': 'edit_touchRoute',
  'touch.unroute': 'edit_touchRoute',
  'account.merge': 'edit_merge',
  'account.unmerge': 'edit_merge',
  'contact.merge': 'edit_merge',
  'contact.unmerge': 'edit_merge',
  solution: 'edit_ofSolution',
  stage: 'edit_ofStage',
  asset: 'edit_ofAsset',
  exclusion: 'edit_ofExclusion',
  pack: 'edit_ofPack',
};

/** What an edit was, from its mutation's name (`opportunity.setStage@1`). */
export function editLabel(mutation: string): string {
  const [act = ''] = mutation.split('@');
  const [of = ''] = act.split('.');
  return t((edits[act] ?? edits[of] ?? 'edit_other') as 'edit_other');
}

/** An edit with whom or what it was about. */
export const editTitle = ({ name, about }: { name: string; about?: string }): string =>
  about ? t('editAbout', { edit: editLabel(name), name: about }) : editLabel(name);

/** What could not be done: what happened, what is safe, what to do. An unknown code shows the message it came with. */
export function problemText({ code, message }: { code: string; message: string }): string {
  if (code === 'invalid' && message !== '' && locale() === 'en')
    return t('problem_invalidBecause', { message: sentence(message) });
  const key = problems[code];
  return key ? t(key as 'problem_unreachable') : t('problem_other', { message: sentence(message) });
}

/** Why the server did not take an edit. Its own sentence says more, but is English alone: elsewhere the code speaks. */
export function rejectionText({ code, because }: { code?: string; because: string }): string {
  if (because !== '' && locale() === 'en') return because;
  return isRejection(code) ? t(`rejected_${code}`) : because;
}

const isRejection = (code: string | undefined): code is RejectionCode =>
  (rejectionCodes as readonly (string | undefined)[]).includes(code);

/** A message from elsewhere ends as a sentence before ours follow it. */
const sentence = (message: string): string =>
  /[.!?。！？]$/.test(message) ? message : `${message}.`;

/** Codes of the wire, the cache and the browser, in our words. */
const problems: Record<string, MessageKey | undefined> = {
  unreachable: 'problem_unreachable',
  shuttingDown: 'problem_unreachable',
  answerNotUnderstood: 'problem_answerNotUnderstood',
  signedOut: 'problem_signedOut',
  unauthorized: 'problem_signedOut',
  signInCancelled: 'problem_signInCancelled',
  signInFailed: 'problem_signInFailed',
  forbidden: 'problem_notAllowed',
  notAllowed: 'problem_notAllowed',
  gone: 'problem_gone',
  notFound: 'problem_gone',
  tooManyRequests: 'problem_tooManyRequests',
  extensionOutdated: 'problem_extensionOutdated',
  serverOutdated: 'problem_serverOutdated',
  internal: 'problem_server',
  badRequest: 'problem_request',
  tooLarge: 'problem_tooLarge',
  clientIdReused: 'problem_numbering',
  gap: 'problem_numbering',
  inUse: 'problem_inUse',
  identityTaken: 'problem_identityTaken',
  excluded: 'problem_excluded',
  notOpen: 'problem_notOpen',
  erased: 'problem_erased',
  invalid: 'problem_invalid',
  unknownMutation: 'problem_unknownMutation',
  storageFull: 'problem_storageFull',
  QuotaExceededError: 'problem_storageFull',
  storageFailed: 'problem_storageFailed',
  storageDamaged: 'problem_storageDamaged',
  malformedMessage: 'problem_malformedMessage',
  permissionDenied: 'problem_permissionDenied',
};
