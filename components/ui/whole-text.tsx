/** All of a long text, in a place of its own that scrolls. */
export function WholeText({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields, and as a section each would be a landmark
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      dir="auto"
      className="max-h-32 overflow-y-auto rounded-small whitespace-pre-line"
    >
      {text}
    </div>
  );
}
