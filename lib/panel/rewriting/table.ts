/** Of each mutation: what of it can be written anew where the server did not take it. `null`: nothing is written in it. */
import type { MessageKey } from '#lib/browser/i18n.ts';
import type { MutationName } from '#lib/model/mutations/index.ts';

/** How a value is written. */
export type WrittenAs =
  | 'line'
  | 'text'
  | 'list'
  | 'day'
  | 'instant'
  | 'amount'
  | 'currency'
  | 'roles'
  | 'status'
  | 'stance'
  | 'team'
  | 'level'
  | 'user'
  | 'stage';

type Label = Extract<MessageKey, `field${string}`> | 'stage' | 'interestLevel' | 'whyMoved';

/** One argument, by the names that lead to it, and what it says where it is left empty (`kept`: the empty text or list). */
export interface Written {
  path: string;
  as: WrittenAs;
  label: Label;
  empty: 'refused' | 'null' | 'absent' | 'kept';
  /** Offered also where the edit said nothing of it. */
  always: boolean;
}

type Line = (path: string, as: WrittenAs, label: Label) => Written;
const must: Line = (path, as, label) => ({ path, as, label, empty: 'refused', always: false });
/** `null` takes the value away. */
const may: Line = (path, as, label) => ({ path, as, label, empty: 'null', always: false });
const extra: Line = (path, as, label) => ({ path, as, label, empty: 'absent', always: true });
const kept: Line = (path, as, label) => ({ path, as, label, empty: 'kept', always: false });

const person = (at: string, line: Line) => [
  must(`${at}.name`, 'line', 'fieldName'),
  line(`${at}.title`, 'line', 'fieldTitle'),
  line(`${at}.headline`, 'line', 'fieldHeadline'),
  line(`${at}.location`, 'line', 'fieldLocation'),
  line(`${at}.linkedin`, 'line', 'fieldLinkedin'),
];
const newPerson = [
  must('contact.name', 'line', 'fieldName'),
  extra('contact.title', 'line', 'fieldTitle'),
  extra('contact.emails', 'list', 'fieldEmails'),
  extra('contact.linkedin', 'line', 'fieldLinkedin'),
];
const tags = [must('tags', 'list', 'fieldTags')];
const step = (at: string, line: Line) => [
  must(`${at}.title`, 'line', 'fieldStep'),
  must(`${at}.team`, 'team', 'fieldTeam'),
  line(`${at}.ownerId`, 'user', 'fieldOwner'),
  line(`${at}.due`, 'day', 'fieldDue'),
];

export const rewriting: Readonly<Record<MutationName, readonly Written[] | null>> = {
  'account.create@1': [
    must('account.name', 'line', 'fieldName'),
    extra('account.domains', 'list', 'fieldDomains'),
    extra('account.linkedin', 'line', 'fieldLinkedin'),
  ],
  'account.edit@1': [
    must('fields.name', 'line', 'fieldName'),
    may('fields.linkedin', 'line', 'fieldLinkedin'),
    may('fields.ownerId', 'user', 'fieldOwner'),
    kept('domains.add', 'list', 'fieldDomains'),
  ],
  'account.merge@1': null,
  'account.unmerge@1': null,
  'account.remove@1': null,
  'account.tag@1': tags,
  'account.untag@1': null,
  'contact.create@1': newPerson,
  'contact.edit@1': person('fields', may),
  'contact.edit@2': [...person('fields', may), kept('emails.add', 'list', 'fieldEmails')],
  'contact.left@1': [may('left', 'instant', 'fieldLeft')],
  'contact.merge@1': null,
  'contact.unmerge@1': null,
  'contact.move@1': newPerson,
  'contact.unmove@1': null,
  'contact.remove@1': null,
  'contact.tag@1': tags,
  'contact.untag@1': null,
  'opportunity.create@1': null,
  'opportunity.remove@1': null,
  'opportunity.setStage@1': [must('stageId', 'stage', 'stage')],
  'opportunity.setStage@2': [
    must('stageId', 'stage', 'stage'),
    extra('reason', 'line', 'whyMoved'),
  ],
  'opportunity.setAmount@1': [
    may('amount', 'amount', 'fieldAmount'),
    extra('currency', 'currency', 'fieldCurrency'),
  ],
  'opportunity.setCloseDate@1': [may('closeDate', 'day', 'fieldCloseDate')],
  'opportunity.addMember@1': [
    kept('roles', 'roles', 'fieldRoles'),
    must('status', 'status', 'fieldStatus'),
  ],
  'opportunity.removeMember@1': null,
  'opportunity.acceptSuggestion@1': null,
  'opportunity.declineSuggestion@1': null,
  'opportunity.editNextSteps@1': [kept('text', 'text', 'fieldText')],
  'member.edit@1': [
    kept('fields.roles', 'roles', 'fieldRoles'),
    must('fields.status', 'status', 'fieldStatus'),
    may('fields.stance', 'stance', 'fieldStance'),
  ],
  'touch.log@1': [
    extra('touch.title', 'line', 'fieldText'),
    must('touch.at', 'instant', 'fieldDay'),
  ],
  'touch.remove@1': null,
  'touch.route@1': null,
  'touch.unroute@1': null,
  'interest.set@1': [may('level', 'level', 'interestLevel')],
  'seat.plan@1': [
    may('fields.assigneeId', 'user', 'fieldAssignee'),
    may('fields.due', 'day', 'fieldDue'),
    may('fields.note', 'line', 'fieldNote'),
  ],
  'play.addStep@1': step('step', extra),
  'play.editStep@1': step('fields', may),
  'play.removeStep@1': null,
  'play.orderSteps@1': null,
  'play.apply@1': null,
  'note.add@1': [must('text', 'text', 'fieldText')],
  'note.edit@1': [must('text', 'text', 'fieldText')],
  'note.remove@1': null,
  'solution.create@1': [must('name', 'line', 'fieldName')],
  'solution.edit@1': [must('name', 'line', 'fieldName')],
  'solution.hide@1': null,
  'stage.create@1': [must('label', 'line', 'fieldName')],
  'stage.edit@1': [must('fields.label', 'line', 'fieldName')],
  'stage.order@1': null,
  'stage.remove@1': null,
  'stage.retire@1': null,
  'asset.create@1': [must('asset.name', 'line', 'fieldName')],
  'asset.edit@1': [must('fields.name', 'line', 'fieldName')],
  'asset.remove@1': null,
  'exclusion.add@1': null,
  'exclusion.remove@1': null,
  'pack.set@1': null,
  'pack.remove@1': null,
};
