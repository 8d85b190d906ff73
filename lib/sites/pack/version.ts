/** The bundled pack's version: a pack from the server serves only if it is newer. Year, month, day, counter. */
export const packVersion = 2026112601;
