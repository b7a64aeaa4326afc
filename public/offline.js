// One language is enough: the one that the site was last read in, else the browser's.
const kept = /cineverse-locale=(\w+)/.exec(document.cookie)?.[1];
const wanted = kept ?? navigator.languages.find((tag) => /^(en|vi)/.test(tag))?.slice(0, 2) ?? "en";
document.documentElement.lang = wanted;
for (const section of document.querySelectorAll("section")) section.hidden = section.lang !== wanted;

const theme = /cineverse-theme=(dark|light)/.exec(document.cookie)?.[1];
if (theme) document.documentElement.style.colorScheme = theme;

const AGAIN_AFTER_MS = 4000;
const reload = () => window.location.reload();
window.addEventListener("online", reload);
for (const button of document.querySelectorAll("button")) button.addEventListener("click", reload);
// A browser may think that it is connected when nothing can be reached.
setInterval(() => {
  fetch("/offline.css", { method: "HEAD", cache: "no-store" }).then(reload, () => undefined);
}, AGAIN_AFTER_MS);
