// Keeps the list fresh while the page is open, and empties it on request.
const list = document.querySelector("nav");
let known = "";

async function refresh() {
  const response = await fetch(`/list${location.search}`);
  if (!response.ok) return;
  const html = await response.text();
  if (html !== known && known !== "") list.innerHTML = html;
  known = html;
}

document.querySelector("button").addEventListener("click", async () => {
  await fetch("/api/messages", { method: "DELETE" });
  location.assign("/");
});
setInterval(() => refresh().catch(() => undefined), 2000);
