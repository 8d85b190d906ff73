/** 'Ana Ruiz' → 'AR' */
export const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('');
