/** Gives the user a file, as a download of the page's own. */
export function saveFile(name: string, content: Blob | string): void {
  const blob =
    typeof content === 'string'
      ? new Blob(['\uFEFF', content], { type: 'text/csv;charset=utf-8' })
      : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
