/** What can be done with the user's own edits: those the server did not take, and while they are looked at, the others. */
import { t } from '#lib/browser/i18n.ts';
import { forms } from '../forms.ts';
import { editTitle } from '../labels.ts';
import { does, type Entry, shows } from './command.ts';

const refused: Entry = ({ unresolved = [], acts, openForm, onDismissUnresolved }) =>
  unresolved.flatMap(({ nonce, name, about, status, again, rewrite }) => {
    const edit = editTitle({ name, ...(about && { about }) });
    const conflict = status === 'conflict';
    const form = forms.rewrite(nonce);
    return [
      ...(rewrite
        ? [shows({ id: form, label: t('rewriteOf', { edit }), run: () => openForm(form) })]
        : []),
      ...(conflict || !again
        ? [
            does({
              id: `again ${nonce}`,
              label: t(conflict ? 'keepMineOf' : 'tryAgainOf', { edit }),
              run: () => acts.keepMine(nonce),
            }),
          ]
        : []),
      ...(onDismissUnresolved
        ? [
            does({
              id: `dismiss ${nonce}`,
              label: t(conflict ? 'takeTheirsOf' : 'discardOf', { edit }),
              run: () => onDismissUnresolved(nonce),
            }),
          ]
        : []),
    ];
  });

/** Letting go of an edit is asked first where it stands. */
const own: Entry = ({ outbox = [], acts, openForm }) =>
  outbox.flatMap(({ nonce, name, about, state, undo }) => {
    const edit = editTitle({ name, ...(about && { about }) });
    const form = forms.discard(nonce);
    if (state === 'waiting')
      return [shows({ id: form, label: t('discardOf', { edit }), run: () => openForm(form) })];
    return undo === 'open'
      ? [
          does({
            id: `undo ${nonce}`,
            label: t('undoOf', { edit }),
            run: () => acts.undoEdit(nonce),
          }),
        ]
      : [];
  });

export const editCommands: readonly Entry[] = [refused, own];
