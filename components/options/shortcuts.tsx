import { t } from '#lib/browser/i18n.ts';
import { Key, KeyList } from '../finder/key-list.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

/** The key that opens the panel, how it is changed, and the keys within. */
export function ShortcutOptions({ panelKey, address }: { panelKey: string; address: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {panelKey ? <Key>{panelKey}</Key> : <span className="text-muted">{t('panelKeyNone')}</span>}
        {t('panelKey')}
      </p>
      <div className="flex flex-col gap-1">
        <p className="text-muted">{t('panelKeyChange')}</p>
        <p className="flex flex-wrap items-center gap-2">
          <code dir="ltr" className="rounded-small bg-sunk px-1.5 py-1">
            {address}
          </code>
          <CopyButton text={address} />
        </p>
      </div>
      <h3 className="pt-1 font-semibold">{t('panelKeys')}</h3>
      <KeyList />
    </div>
  );
}
