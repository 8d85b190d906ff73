/** The sign-in window that the browser opens for the extension, filled in as a person would. */
import type { BrowserContext } from 'playwright-core';

export interface Credentials {
  email: string;
  password: string;
}

/**
 * Does what opens the window (a click on “Sign in” in the panel), signs in there and waits until it has closed.
 * Whether it worked, the panel says. A browser that the issuer still knows opens no window: don't call this then.
 * @throws when no window opens, or when its page refuses.
 */
export async function signIn(
  context: BrowserContext,
  { email, password }: Credentials,
  open: () => Promise<unknown>,
): Promise<void> {
  const [popup] = await Promise.all([context.waitForEvent('page', { timeout: 60_000 }), open()]);
  const closed = popup.waitForEvent('close', { timeout: 60_000 }).then(() => 'closed' as const);
  await popup.getByLabel('E-mail').fill(email);
  await popup.getByLabel('Password').fill(password);
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = popup.getByRole('alert');
  const refused = alert.textContent({ timeout: 60_000 }).catch(() => closed); // gone with its window
  const answer = await Promise.race([closed, refused]);
  if (answer !== 'closed') throw new Error(`The sign-in page says: ${answer}`);
}
