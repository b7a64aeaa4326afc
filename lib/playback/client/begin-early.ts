// Runs in every page before React does, so elsewhere it does nothing. What it imports must lie in the one chunk that holds the
// engine, which the document of a watch page names already: a second chunk would be a request in the way.
if (document.querySelector("[data-stage=empty] video")) {
  void import("@/lib/playback/client/early-engine").then(({ beginEarly }) => beginEarly());
}

export {};
