import type { JWTPayload } from 'jose';

/** Whoever issues the tokens, bundled or not: what the rest of the server knows of it. */
export interface Auth {
  issuer: string;
  clientId: string;
  /** The `resource` to ask a token for, and its audience. */
  resource: string;
  /** Claims of a token that is genuine, unexpired and meant for us; throws otherwise. */
  verify: (token: string) => Promise<JWTPayload>;
  /** Present for the bundled issuer alone. */
  bundled?: BundledIssuer;
}

export interface BundledIssuer {
  /** Answers `/auth/*` and `/.well-known/*`. */
  handle: (request: Request) => Promise<Response>;
  /** Makes the account if there is none for this e-mail, and gives its subject. */
  ensureAccount: (account: { email: string; name: string; password: string }) => Promise<string>;
}
