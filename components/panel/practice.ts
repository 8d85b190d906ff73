/** The page to practise on, of the user's own server. */
export const practiceAddress = (server: string | undefined): string | undefined =>
  server && new URL('/practice', server).href;
