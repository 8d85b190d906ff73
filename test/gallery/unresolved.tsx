/** Edits that the server did not take, each with what can be done about it, in front of a decision. */
import type { ReactNode } from 'react';
import { forms } from '#components/forms.ts';
import { addMember, editMember } from '#lib/model/mutations/member.ts';
import { editNote } from '#lib/model/mutations/note.ts';
import { moveStage, setAmount } from '#lib/model/mutations/stage-move.ts';
import { defaultStages } from '#lib/model/records/stage.ts';
import { shortDrafts } from '#lib/panel/drafts.ts';
import { writtenIn } from '#lib/panel/rewriting/rewrite.ts';
import type { UnresolvedView } from '#lib/panel/sync-view.ts';
import { opened, show, users } from './decisions.tsx';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const stage = (id: string) => defaultStages.find((one) => one.id === id);

const unresolved = (
  nonce: string,
  name: string,
  args: object,
  more: Partial<UnresolvedView>,
): UnresolvedView => {
  const call = { name, args };
  const fields = writtenIn(call);
  const rewrite = { call, fields, users, stages: defaultStages };
  const plain = { nonce, name, because: '', at: ago(20), about: 'Talent Management' };
  return { ...plain, status: 'conflict', ...(fields.length > 0 && { rewrite }), ...more };
};

const moved = unresolved(
  'stage',
  moveStage.name,
  { stageId: 'pipeline' },
  {
    conflicts: [
      {
        ...{ field: 'stageId', by: 'Bo Chen', at: ago(12) },
        ...{ mine: stage('pipeline'), theirs: stage('lost') },
      },
    ],
  },
);
const priced = unresolved(
  'amount',
  setAmount.name,
  { amount: 150_000, currency: 'EUR' },
  {
    conflicts: [{ field: 'amount', mine: 150_000, theirs: null, currency: 'EUR', at: ago(3000) }],
  },
);
const cast = unresolved(
  'roles',
  editMember.name,
  { fields: { roles: ['champion', 'user'] } },
  {
    about: 'Mara Ott',
    conflicts: [
      {
        ...{ field: 'roles', by: 'Cleo Marsh', at: ago(70) },
        ...{ mine: ['champion', 'user'], theirs: ['ratifier'] },
      },
    ],
  },
);
const noted = unresolved(
  'text',
  editNote.name,
  { noteId: 'n', base: '', text: 'Kim wants a fixed price over two years.' },
  {
    conflicts: [
      {
        ...{ field: 'text', by: 'Bo Chen', at: ago(5) },
        mine: 'Kim wants a fixed price over two years.',
        theirs: 'Kim wants a fixed price over three years.\nAsk Globex for a reference call.',
      },
    ],
  },
);
const { rewrite: _, ...lost } = unresolved(
  'lost',
  editNote.name,
  {},
  {
    ...{ status: 'rejected', code: 'gone', because: 'The note was removed.' },
    wrote: 'Mara forwards everything to Kim, and Kim to her board.',
  },
);
const refused = unresolved(
  'again',
  'contact.create@1',
  {
    contact: {
      name: 'Ines Carvalho-Santana de Albuquerque e Vasconcelos',
      emails: ['ines.carvalho@globex.example'],
    },
  },
  {
    ...{ status: 'rejected', code: 'identityTaken', again: 3 },
    because: 'Another contact has this address already.',
    about: 'Ines Carvalho-Santana de Albuquerque e Vasconcelos',
  },
);
const barred = unresolved(
  'barred',
  addMember.name,
  { roles: ['champion'], status: 'confirmed' },
  { status: 'rejected', code: 'invalid', because: 'It contradicts what is there now.' },
);

/** With the form for `open` as its draft leaves it. */
const front = (edits: UnresolvedView[], open?: UnresolvedView) =>
  show(opened(), {
    unresolved: edits,
    ...(open && { drafts: shortDrafts(new Map([[forms.rewrite(open.nonce), {}]])) }),
  });

export const unresolvedStates: Record<string, () => ReactNode> = {
  'decision-conflict': () => front([moved, priced, cast]),
  'decision-texts-conflict': () => front([noted, lost]),
  'conflict-edit-stage': () => front([moved], moved),
  'conflict-edit-roles': () => front([cast], cast),
  'conflict-edit-text': () => front([noted], noted),
  'refused-again': () => front([refused, barred]),
  'refused-edit': () => front([refused], refused),
};
