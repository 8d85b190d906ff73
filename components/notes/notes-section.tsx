import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { dayAt } from '#lib/model/fields.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { User } from '#lib/model/records/user.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { calendarDay } from '../format.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { useFold } from '../ui/use-fold.ts';
import { NewNote } from './new-note.tsx';
import { TextForm } from './text-form.tsx';

/** A note being rewritten: the text that its writer saw first, and what they have made of it. */
interface Draft {
  note: Note;
  text: string;
}

/** What was written down about the decision, the newest first. */
export function NotesSection({ detail }: { detail: DecisionDetail }) {
  const { notes, users, decision } = detail;
  const { opportunity, group } = decision;
  const form = useFold();
  const [draft, setDraft] = useState<Draft>();
  const lost = draft && !notes.some(({ id }) => id === draft.note.id) ? draft : undefined;
  return (
    <Section
      title={t('notes')}
      count={notes.length}
      aside={
        !form.open && (
          <Button ref={form.back} look="link" onClick={form.show}>
            {t('addNote')}
          </Button>
        )
      }
    >
      {form.open && (
        <div className="px-4 py-2">
          <NewNote opportunityId={opportunity.id} onDone={form.hide} />
        </div>
      )}
      {lost && (
        <div className="px-4 py-2">
          <p role="status" className="pb-2 text-warn">
            {t('noteGone')}
          </p>
          <NoteForm draft={lost} isGone onChange={setDraft} />
        </div>
      )}
      {notes.length === 0 && !form.open && !lost ? (
        <p className="px-4 pb-4 text-muted">{t('notesEmpty')}</p>
      ) : (
        <ul className="pb-2">
          {notes.map((note) => (
            <li key={note.id} className="px-4 py-1.5">
              {draft?.note.id === note.id ? (
                <NoteForm draft={draft} onChange={setDraft} />
              ) : (
                <NoteText
                  note={note}
                  users={users}
                  now={group.now}
                  onEdit={() => setDraft({ note, text: note.text })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NoteForm({
  draft: { note, text },
  isGone = false,
  onChange,
}: {
  draft: Draft;
  isGone?: boolean;
  onChange: (draft: Draft | undefined) => void;
}) {
  const { acts } = useDoing();
  return (
    <TextForm
      label={t('fieldText')}
      name={t('edit')}
      save={t('save')}
      text={text}
      onChange={(next) => onChange({ note, text: next })}
      onSave={(written) =>
        isGone ? acts.addNote(note.opportunityId, written) : acts.editNote(note, note.text, written)
      }
      onDone={() => onChange(undefined)}
    />
  );
}

function NoteText({
  note,
  users,
  now,
  onEdit,
}: {
  note: Note;
  users: readonly User[];
  now: number;
  onEdit: () => void;
}) {
  const { acts, userId } = useDoing();
  const [busy, run] = useAct();
  const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? t('unknownUser');
  const dayOf = (at: string) => calendarDay(dayAt(Date.parse(at)), now);
  const written = { name: nameOf(note.by), day: dayOf(note.at) };
  return (
    <>
      <p dir="auto" className="whitespace-pre-line">
        {note.text}
      </p>
      <div className="flex items-center gap-1 text-small text-muted">
        <p className="flex min-w-0 flex-1 flex-wrap gap-x-2">
          <span>{t('noteBy', written)}</span>
          {note.editedAt && note.editedBy && (
            <span>
              {t('noteEdited', { name: nameOf(note.editedBy), day: dayOf(note.editedAt) })}
            </span>
          )}
        </p>
        <IconButton label={t('editNoteOf', written)} onClick={onEdit}>
          <Pencil aria-hidden size={14} />
        </IconButton>
        {note.by === userId && (
          <IconButton
            label={t('removeNoteOf', written)}
            disabled={busy}
            onClick={() => void run(() => acts.removeNote(note))}
          >
            <Trash2 aria-hidden size={14} />
          </IconButton>
        )}
      </div>
    </>
  );
}
