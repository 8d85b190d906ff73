import { t } from '#lib/browser/i18n.ts';
import { Button } from './button.tsx';

/** The end of a form: the act, the way out, and that what is typed is kept as a draft. */
export function FormFoot({
  act,
  disabled,
  first,
  isDraft = false,
  onCancel,
}: {
  /** What its button says. */
  act: string;
  disabled: boolean;
  /** Where the button is what the form begins with. */
  first?: ((element: HTMLElement | null) => void) | undefined;
  isDraft?: boolean;
  /** Absent where the form always stands there. */
  onCancel?: (() => void) | undefined;
}) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button ref={first} type="submit" look="solid" disabled={disabled}>
        {act}
      </Button>
      {onCancel && (
        <Button look="bare" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {isDraft && <span className="ms-auto text-small text-muted">{t('draft')}</span>}
    </div>
  );
}
