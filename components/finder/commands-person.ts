/** What can be done with the person who stands before the user. */
import { t } from '#lib/browser/i18n.ts';
import { takenOut } from '#lib/panel/decision-calls.ts';
import { effectOf, effectsOfLeaving } from '#lib/panel/effect.ts';
import { attachLabel, rolesOnOffer } from '../decision/attach.tsx';
import { effectText, effectTexts } from '../decision/coverage-change.tsx';
import { forms } from '../forms.ts';
import { nobody } from '../panel/unread.tsx';
import { fieldsOf } from '../person/add-person.tsx';
import { stillSeated } from '../person/has-left.tsx';
import { waysOn } from '../person/left-notice.tsx';
import { nameOf, seenCompany } from '../person/names.ts';
import { savePerson } from '../person/save-person.ts';
import { does, type Entry, type Here, shows } from './command.ts';

/** Nobody whom nothing may be done about. */
const personHere = ({ moment }: Here) =>
  moment.at === 'person' && !moment.person.withheld ? moment.person : undefined;

const contactHere = (here: Here) => {
  const match = personHere(here)?.match;
  return !here.opened && match?.is === 'known' ? match.contact : undefined;
};

const attach: Entry = (here) => {
  const { opened, acts } = here;
  const person = personHere(here);
  if (!person || person.match.is === 'maybe') return [];
  return person.places.flatMap((place) => {
    const { opportunity, solution, coverage: before } = place.decision;
    if (place.member?.status === 'confirmed') return [];
    if (opened && opened.decision.opportunity.id !== opportunity.id) return [];
    const roles = rolesOnOffer(place, null);
    const effect = effectText({ before, after: place.preview(roles) });
    return [
      does({
        id: `attach ${opportunity.id}`,
        label: attachLabel(person, place, roles),
        about: `${nameOf(person)} · ${solution.name}`,
        effect,
        run: () => acts.attach(person, opportunity.id, roles),
      }),
    ];
  });
};

const detach: Entry = (here) =>
  (personHere(here)?.places ?? []).flatMap(({ member, decision }) => {
    const { opportunity, solution } = decision;
    if (member?.status !== 'confirmed') return [];
    if (here.opened && here.opened.decision.opportunity.id !== opportunity.id) return [];
    return [
      does({
        id: `detach ${opportunity.id}`,
        label: t('detach'),
        about: solution.name,
        effect: effectText(effectOf(decision, [takenOut(member)])),
        run: () => here.acts.detach(opportunity.id, member.contactId),
      }),
    ];
  });

const add: Entry = (here) => {
  const person = personHere(here);
  if (here.opened || !person || person.match.is !== 'new') return [];
  const company = seenCompany(person);
  const unclear = person.account.is === 'maybe' || person.account.is === 'ambiguous';
  if (unclear) return [];
  if (!company || !person.seen.name)
    return [
      shows({
        id: 'add person',
        label: t('addPerson'),
        run: () => here.openForm(forms.addPerson(person)),
      }),
    ];
  return [
    shows({
      id: 'edit first',
      label: t('editFirst'),
      about: nameOf(person),
      run: () => here.openForm(forms.addPerson(person)),
    }),
    does({
      id: 'add person',
      label: t('addToAccount', { account: company }),
      about: nameOf(person),
      run: () => here.acts.addPerson(person, fieldsOf(person)),
    }),
  ];
};

const byHand: Entry = ({ moment, opened, openForm }) =>
  !opened && moment.at === 'nothing'
    ? [
        shows({
          id: 'by hand',
          label: t('enterByHand'),
          run: () => openForm(forms.byHand(nobody)),
        }),
      ]
    : [];

const record: Entry = (here) => {
  const contact = contactHere(here);
  const person = personHere(here);
  if (!contact || !person) return [];
  const { id, name } = contact;
  const at = person.account.is === 'known' ? person.account.account.name : t('unknownCompany');
  const command = (label: string, form: string) =>
    shows({ id: form, label, about: name, run: () => here.openForm(form) });
  const { office } = here;
  return [
    command(t('addTag'), forms.tag(id)),
    command(t('edit'), forms.edit(id)),
    command(contact.left ? t('changeLeft') : t('markLeftFrom', { account: at }), forms.left(id)),
    ...(contact.left
      ? [
          does({
            id: 'still there',
            label: t('stillThere'),
            about: name,
            run: () => here.acts.setLeft(id, null),
          }),
        ]
      : []),
    command(t('whereFrom'), forms.sources(id)),
    command(t('mergeOf', { name }), forms.merge(id)),
    ...(person.merges?.merges ?? []).map(({ merge, name }) =>
      command(t('mergedFrom', { name }), forms.apart(merge.id)),
    ),
    ...(office
      ? [
          shows({
            id: 'save person',
            label: t('savePerson'),
            about: name,
            run: () => savePerson(office, contact),
          }),
          command(t('eraseOf', { name }), forms.erase(id)),
        ]
      : []),
  ];
};

/** Somebody seen elsewhere, or gone: where they are now, and the seats still held in their name. */
const gone: Entry = (here) => {
  const contact = contactHere(here);
  const person = personHere(here);
  if (!contact || !person) return [];
  const seated = stillSeated(person);
  return [
    ...waysOn(person).map(({ id, label }) =>
      does({
        id: `moved ${id ?? 'new'}`,
        label,
        about: contact.name,
        run: () => here.acts.moveOn(person, id),
      }),
    ),
    ...(contact.left && seated.length > 0
      ? [
          does({
            id: 'inactive',
            label: t('setInactiveIn', { count: seated.length }),
            about: contact.name,
            effect: effectTexts(effectsOfLeaving(person.places)).join(' · '),
            run: () => here.acts.setInactive(seated),
          }),
        ]
      : []),
  ];
};

export const personCommands: readonly Entry[] = [attach, add, byHand, record, gone, detach];
