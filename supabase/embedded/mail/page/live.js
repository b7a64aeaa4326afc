// Keeps the list fresh while the page is open, tells times by the reader's clock, and empties the list on request.
const list = document.querySelector("nav");
const count = document.querySelector("#count");
const today = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const earlier = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
let known = "";

function tellTimes(part) {
  for (const time of part.querySelectorAll("time")) {
    const moment = new Date(time.dateTime);
    const isToday = moment.toDateString() === new Date().toDateString();
    time.textContent = (isToday ? today : earlier).format(moment);
  }
}

async function refresh() {
  const response = await fetch(`/list${location.search}`);
  if (!response.ok) return;
  const html = await response.text();
  if (html !== known) {
    const focused = list.contains(document.activeElement) && document.activeElement.getAttribute("href");
    list.innerHTML = html;
    count.textContent = list.querySelectorAll("li").length;
    tellTimes(list);
    if (focused) list.querySelector(`a[href="${focused}"]`)?.focus();
  }
  known = html;
}

document.querySelector("button").addEventListener("click", async () => {
  await fetch("/api/messages", { method: "DELETE" });
  location.assign("/");
});
tellTimes(document);
list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
setInterval(() => refresh().catch(() => undefined), 2000);
