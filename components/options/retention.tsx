import { t } from '#lib/browser/i18n.ts';

/** How long what is kept, and where: as the code does it. */
export function Retention() {
  return (
    <section aria-label={t('retention')} className="pt-6">
      <h3 className="pb-1 font-semibold">{t('retention')}</h3>
      <ul className="flex list-disc flex-col gap-1 ps-5 text-muted">
        <li>{t('retentionCache')}</li>
        <li>{t('retentionEdits')}</li>
        <li>{t('retentionHistory')}</li>
        <li>{t('retentionSignals')}</li>
      </ul>
    </section>
  );
}
