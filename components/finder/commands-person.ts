/** What can be done with the person who stands before the user. */
import { t } from '#lib/browser/i18n.ts';
import { attachLabel, rolesOnOffer } from '../decision/attach.tsx';
import { forms } from '../forms.ts';
import { nobody } from '../panel/unread.tsx';
import { fieldsOf } from '../person/add-person.tsx';
import { nameOf, seenCompany } from '../person/names.ts';
import type { Entry, Here } from './command.ts';

const personHere = ({ moment }: Here) => (moment.at === 'person' ? moment.person : undefined);

const contactHere = (here: Here) => {
  const match = personHere(here)?.match;
  return !here.opened && match?.is === 'known' ? match.contact : undefined;
};

const attach: Entry = (here) => {
  const { opened, acts } = here;
  const person = personHere(here);
  if (!person || person.match.is === 'maybe') return [];
  return person.places.flatMap((place) => {
    const { opportunity, solution } = place.decision;
    if (place.member?.status === 'confirmed') return [];
    if (opened && opened.decision.opportunity.id !== opportunity.id) return [];
    const roles = rolesOnOffer(place, null);
    return [
      {
        id: `attach ${opportunity.id}`,
        label: attachLabel(person, place, roles),
        about: `${nameOf(person)} · ${solution.name}`,
        run: () => acts.attach(person, opportunity.id, roles),
      },
    ];
  });
};

const detach: Entry = (here) =>
  (personHere(here)?.places ?? []).flatMap(({ member, decision: { opportunity, solution } }) => {
    if (member?.status !== 'confirmed') return [];
    if (here.opened && here.opened.decision.opportunity.id !== opportunity.id) return [];
    return [
      {
        id: `detach ${opportunity.id}`,
        label: t('detach'),
        about: solution.name,
        run: () => here.acts.detach(opportunity.id, member.contactId),
      },
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
      {
        id: 'add person',
        label: t('addPerson'),
        run: () => here.openForm(forms.addPerson(person)),
      },
    ];
  return [
    {
      id: 'add person',
      label: t('addToAccount', { account: company }),
      about: nameOf(person),
      run: () => here.acts.addPerson(person, fieldsOf(person)),
    },
    {
      id: 'edit first',
      label: t('editFirst'),
      about: nameOf(person),
      run: () => here.openForm(forms.addPerson(person)),
    },
  ];
};

const byHand: Entry = ({ moment, opened, openForm }) =>
  !opened && moment.at === 'nothing'
    ? [{ id: 'by hand', label: t('enterByHand'), run: () => openForm(forms.byHand(nobody)) }]
    : [];

const record: Entry = (here) => {
  const contact = contactHere(here);
  const person = personHere(here);
  if (!contact || !person) return [];
  const { id, name } = contact;
  const at = person.account.is === 'known' ? person.account.account.name : t('unknownCompany');
  const command = (label: string, form: string) => ({
    ...{ id: form, label, about: name },
    run: () => here.openForm(form),
  });
  return [
    command(t('addTag'), forms.tag(id)),
    command(t('edit'), forms.edit(id)),
    command(contact.left ? t('changeLeft') : t('markLeftFrom', { account: at }), forms.left(id)),
    ...(contact.left
      ? [
          {
            id: 'still there',
            label: t('stillThere'),
            about: name,
            run: () => here.acts.setLeft(id, null),
          },
        ]
      : []),
    command(t('whereFrom'), forms.sources(id)),
  ];
};

export const personCommands: readonly Entry[] = [attach, add, byHand, record, detach];
