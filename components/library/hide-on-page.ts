let sheet: CSSStyleSheet | undefined;
const hidden = new Set<string>();

/**
 * Takes every card of a title off the page that is open, wherever it stands, or brings them back. Cards are drawn from
 * lists that are the same for everybody; the next page comes without it from the server.
 */
export function hideOnPage(movieId: string, isHidden: boolean): void {
  if (isHidden === hidden.has(movieId)) return;
  if (isHidden) hidden.add(movieId);
  else hidden.delete(movieId);
  sheet ??= attach();
  const cards = [...hidden].map((id) => `li:has([data-title-id="${CSS.escape(id)}"])`);
  sheet.replaceSync(cards.length > 0 ? `:not([data-shows-hidden]) > :is(${cards}) { display: none; }` : "");
}

function attach(): CSSStyleSheet {
  const added = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, added];
  return added;
}
