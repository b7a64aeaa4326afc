/** Pages that one report may tell of; a document that had more of them reports in between. */
export const MOST_PAGES = 20;
