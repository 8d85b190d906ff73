/** LinkedIn's addresses as people paste them. */
const pages = { person: 'in', company: '(?:company|school|showcase)' } as const;

/** The slug in the address of a profile or a company's page; what is no such address comes back as it is. */
export function slugIn(text: string, of: keyof typeof pages = 'person'): string {
  const slug = new RegExp(`linkedin\\.com/${pages[of]}/([^/?#]+)`, 'i').exec(text)?.[1] ?? text;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
