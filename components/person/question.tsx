import { t } from '#lib/browser/i18n.ts';
import type { Contact } from '#lib/model/records/contact.ts';
import type { PersonView } from '#lib/panel/view.ts';
import { Avatar } from '../ui/avatar.tsx';
import type { Answer } from './answer.ts';
import { nameOf } from './names.ts';

/** "Is this …?": a name alone never decides. One of the people on record, or somebody new. */
export function PersonQuestion({
  person,
  onAnswer,
}: {
  person: PersonView;
  onAnswer: (answer: Answer) => void;
}) {
  if (person.match.is !== 'maybe') return null;
  const { contacts } = person.match;
  const [only] = contacts;
  const title =
    contacts.length === 1 && only
      ? t('isThis', { name: only.name })
      : t('isThisOneOf', { name: nameOf(person) });
  return (
    <section aria-label={title} className="border-t border-line px-4 py-3">
      <h2 className="font-semibold">{title}</h2>
      <p className="pb-2 text-small text-muted">{t('sameNameOnly')}</p>
      <ul className="-mx-2 flex flex-col">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <Candidate contact={contact} onChoose={() => onAnswer(contact)} />
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => onAnswer('new')}
            className="flex min-h-9 w-full items-center gap-2 rounded-medium px-2 py-1 text-start hover:bg-sunk"
          >
            <span
              aria-hidden
              className="inline-flex size-7 items-center justify-center rounded-full border border-dashed border-edge text-muted"
            >
              +
            </span>
            {t('somebodyNew')}
          </button>
        </li>
      </ul>
    </section>
  );
}

function Candidate({ contact, onChoose }: { contact: Contact; onChoose: () => void }) {
  const known = [contact.title ?? contact.headline, contact.emails[0]].filter(Boolean);
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-center gap-2 rounded-medium px-2 py-1 text-start hover:bg-sunk"
    >
      <Avatar name={contact.name} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate">{t('yesThisIs', { name: contact.name })}</bdi>
        {known.length > 0 && (
          <span className="line-clamp-2 text-small text-muted">{known.join(' · ')}</span>
        )}
      </span>
    </button>
  );
}
