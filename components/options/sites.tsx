import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { t } from '#lib/browser/i18n.ts';
import { isThisComputer, siteHost } from '../addresses.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Switch } from '../ui/switch.tsx';

/** A site as the options list it; `own` was added by the user and can be taken off the list. */
export interface SiteRow {
  /** What people call the site; absent, its host stands alone. */
  name?: string;
  host: string;
  on: boolean;
  own?: boolean;
}

/** Where Quorum reads: each site on its own switch, all off to begin with. */
export function SiteOptions({
  sites: listed,
  practiceHost,
  onToggle,
  onAdd,
  onRemove,
}: {
  sites: readonly SiteRow[];
  /** The server's own host, which has the page to practise on: called that, and not to be taken off the list. */
  practiceHost?: string | undefined;
  onToggle: (host: string, on: boolean) => void;
  /** Answers, or comes to, `false` where it was not switched on: what was typed then stays. */
  onAdd: (host: string) => unknown;
  onRemove: (host: string) => void;
}) {
  const sites = listed.map((site) =>
    site.host === practiceHost && !site.name
      ? {
          ...site,
          name: t(isThisComputer(site.host) ? 'practiceHere' : 'practiceSite'),
          own: false,
        }
      : site,
  );
  const [host, setHost] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = siteHost(host);
    if (!parsed.ok) return setProblem(t(parsed.because));
    if (sites.some((site) => site.host === parsed.value)) return setProblem(t('siteListed'));
    setProblem(undefined);
    if ((await onAdd(parsed.value)) !== false) setHost('');
  };
  return (
    <>
      <ul>
        {sites.map((site) => (
          <Site key={site.host} site={site} onToggle={onToggle} onRemove={onRemove} />
        ))}
      </ul>
      <form
        noValidate
        onSubmit={(event) => void add(event)}
        className="flex items-start gap-2 border-t border-line pt-3"
      >
        <Field
          className="flex-1"
          label={t('ownSite')}
          hint={t('ownSiteHint')}
          placeholder={t('ownSiteExample')}
          inputMode="url"
          spellCheck={false}
          value={host}
          onChange={({ target }) => setHost(target.value)}
          problem={problem}
        />
        <Button type="submit" look="soft" className="mt-5 min-h-8">
          {t('addSite')}
        </Button>
      </form>
    </>
  );
}

function Site({
  site: { name, host, on, own = false },
  onToggle,
  onRemove,
}: {
  site: SiteRow;
  onToggle: (host: string, on: boolean) => void;
  onRemove: (host: string) => void;
}) {
  const id = useId();
  return (
    <li className="flex items-center gap-3 border-t border-line py-2">
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="block truncate">{name ?? host}</span>
        {name && name !== host && (
          <span className="block truncate text-small text-muted">{host}</span>
        )}
      </label>
      {own && (
        <IconButton label={t('removeSite', { host })} onClick={() => onRemove(host)}>
          <X aria-hidden size={16} />
        </IconButton>
      )}
      <span aria-hidden className="text-small text-muted">
        {on ? t('on') : t('off')}
      </span>
      <Switch id={id} checked={on} onCheckedChange={(next) => onToggle(host, next)} />
    </li>
  );
}
