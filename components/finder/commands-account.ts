/** What can be done with the company that stands before the user. */
import { t } from '#lib/browser/i18n.ts';
import { isOpen } from '#lib/model/stages.ts';
import { forms } from '../forms.ts';
import { seenAccountName } from '../person/names.ts';
import { does, type Entry, shows } from './command.ts';
import { decisionsHere } from './commands-decision.ts';

const addDecision: Entry = (here) => {
  const { moment, opened, acts, solutions } = here;
  const match =
    moment.at === 'person' ? moment.person.account : moment.at === 'account' && moment.account;
  if (opened || !match || match.is !== 'known') return [];
  const { id: accountId, name: account } = match.account;
  const inMotion = new Set(
    decisionsHere(here)
      .filter(({ stage }) => isOpen(stage))
      .map((view) => view.solution.id),
  );
  return solutions
    .filter(({ id, hidden }) => !hidden && !inMotion.has(id))
    .map(({ id, name }) =>
      does({
        id: `decide ${id}`,
        label: t('addDecision'),
        about: `${name} · ${account}`,
        run: () => acts.addDecision(accountId, id),
      }),
    );
};

const record: Entry = ({ moment, opened, acts, openForm, office }) => {
  if (opened || moment.at !== 'account' || moment.withheld) return [];
  const { seen, account } = moment;
  if (account.is === 'new')
    return [
      does({
        id: 'add account',
        label: t('addAccount', { account: seenAccountName(seen) }),
        run: () => acts.addAccount(seen),
      }),
    ];
  if (account.is !== 'known') return [];
  const { id, name } = account.account;
  const command = (label: string, form: string) =>
    shows({ id: form, label, about: name, run: () => openForm(form) });
  return [
    command(t('addTag'), forms.tag(id)),
    command(t('edit'), forms.edit(id)),
    command(t('whereFrom'), forms.sources(id)),
    ...(office ? [command(t('whoMaySee'), forms.access(id))] : []),
    command(t('mergeOf', { name }), forms.merge(id)),
    ...(moment.detail?.merges?.merges ?? []).map(({ merge, name }) =>
      command(t('mergedFrom', { name }), forms.apart(merge.id)),
    ),
  ];
};

export const accountCommands: readonly Entry[] = [record, addDecision];
