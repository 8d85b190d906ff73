/** A question in the middle of the page, and the veil over what waits behind it. */
export const alertLook =
  'fixed inset-x-4 top-1/2 z-20 mx-auto flex max-w-88 -translate-y-1/2 flex-col gap-3 rounded-large border border-line bg-raised p-4 text-body text-ink shadow-float';
export const veilLook = 'fixed inset-0 z-20 bg-veil';
