import { Pencil, Trash2 } from 'lucide-react';
import { t } from '#lib/browser/i18n.ts';
import type { Note } from '#lib/model/records/note.ts';
import type { User } from '#lib/model/records/user.ts';
import type { DecisionDetail } from '#lib/panel/view.ts';
import { useAct, useDoing } from '../acts.tsx';
import { forms } from '../forms.ts';
import { useHistoryOf } from '../history/history-of.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import type { FocusOn } from '../ui/focus.ts';
import { Section } from '../ui/section.tsx';
import { useForm, useForms } from '../use-form.ts';
import { useKept } from '../use-kept.ts';
import { NewNote } from './new-note.tsx';
import { noteSaid, said } from './said.ts';
import { TextForm } from './text-form.tsx';

/** What was written down about the decision, the newest first. */
export function NotesSection({ detail }: { detail: DecisionDetail }) {
  const { drafts } = useDoing();
  const { notes, users, decision } = detail;
  const { opportunity, group } = decision;
  const form = useForm(forms.newNote(opportunity.id));
  const formOf = ({ id }: Pick<Note, 'id'>) => forms.note(opportunity.id, id);
  const begun = drafts.under(forms.note(opportunity.id));
  const rewriting = useForms([...new Set([...notes.map(formOf), ...begun])]);
  const { open } = rewriting;
  const lost = open !== undefined && !notes.some((note) => formOf(note) === open);
  const rewrite = { first: rewriting.first, onDone: rewriting.hide };
  return (
    <Section
      title={t('notes')}
      count={notes.length}
      aside={
        !form.open && (
          <Button ref={form.back} look="link" className="-me-2.5" onClick={form.show}>
            {t('addNote')}
          </Button>
        )
      }
    >
      {form.open && (
        <div className="px-4 py-2">
          <NewNote
            opportunityId={opportunity.id}
            form={forms.newNote(opportunity.id)}
            first={form.first}
            onDone={form.hide}
          />
        </div>
      )}
      {lost && (
        <div className="px-4 py-2">
          <p role="status" className="pb-2 text-warn">
            {t('noteGone')}
          </p>
          <NewNote key={open} opportunityId={opportunity.id} form={open} {...rewrite} />
        </div>
      )}
      {notes.length === 0 && !form.open && !lost ? (
        <p className="px-4 pb-4 text-muted">{t('notesEmpty')}</p>
      ) : (
        <ul className="pb-2">
          {notes.map((note) => (
            <li key={note.id} className="px-4 py-1.5">
              {formOf(note) === open ? (
                <NoteForm note={note} form={open} {...rewrite} />
              ) : (
                <NoteText
                  note={note}
                  users={users}
                  now={group.now}
                  onEdit={() => rewriting.show(formOf(note))}
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
  note,
  form,
  first,
  onDone,
}: {
  note: Note;
  form: string;
  first: FocusOn;
  onDone: () => void;
}) {
  const { acts } = useDoing();
  // The text that its writer saw first: what a colleague changes meanwhile is merged with it.
  const kept = useKept(form, () => ({ base: note.text, text: note.text }));
  const { base, text } = kept.fields;
  return (
    <TextForm
      label={t('fieldText')}
      name={t('edit')}
      save={t('save')}
      text={text}
      isDraft={kept.isDraft}
      first={first}
      onChange={(next) => kept.change({ text: next })}
      onSave={(written) => acts.editNote(note, base, written)}
      onDone={() => {
        kept.done();
        onDone();
      }}
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
  const written = noteSaid(note, users, now);
  const history = useHistoryOf({ kind: 'note', id: note.id }, t('historyOfNote', written));
  return (
    <>
      <p dir="auto" className="whitespace-pre-line">
        {note.text}
      </p>
      <div className="flex items-center gap-1 text-small text-muted">
        <p className="flex min-w-0 flex-1 flex-wrap gap-x-2">
          <span>{t('noteBy', written)}</span>
          {note.editedAt && note.editedBy && (
            <span>{t('noteEdited', said(note.editedBy, note.editedAt, users, now))}</span>
          )}
        </p>
        {history.button}
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
      {history.opened && <div className="-mx-4 pt-1">{history.opened}</div>}
    </>
  );
}
