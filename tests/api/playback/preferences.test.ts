import { expect, test } from "vitest";
import { PATCH as change, POST as saveForm } from "@/app/api/playback/preferences/route";
import { POST as start } from "@/app/api/playback/route";
import { Browser } from "@/tests/fixtures/browser";
import { film, household } from "@/tests/fixtures/playback";
import { sql } from "@/tests/fixtures/supabase";

const STYLE = { size: "large", color: "yellow", background: "none", delaySeconds: -0.75 };

async function stored(viewerId: string) {
  const [row] = await sql`select * from public.viewer_profiles where id = ${viewerId}`;
  return row ?? {};
}

test("what a menu changed is kept, and nothing else with it", async () => {
  const { browser, viewerId } = await household();
  const body = { intro: "skip", subtitleLanguage: "vi", wantsSubtitles: true, subtitleStyle: STYLE };
  expect((await browser.call(change, { method: "PATCH", body })).status).toBe(204);
  expect(await stored(viewerId)).toMatchObject({
    intro_choice: "skip",
    recap_choice: "ask",
    wants_subtitles: true,
    subtitle_language: "vi",
    subtitle_style: STYLE,
    autoplay_next: true,
  });
});

test("a film begins with what the viewer chose before", async () => {
  const { movieId } = await film();
  const { browser } = await household();
  await browser.call(change, {
    method: "PATCH",
    body: { credits: "never", audioLanguage: "vi", dataSaver: true, subtitleStyle: STYLE },
  });
  const { body } = await browser.call(start, { body: { movieId } });
  expect(body.preferences).toMatchObject({
    intro: "ask",
    credits: "never",
    audioLanguage: "vi",
    dataSaver: true,
    subtitleStyle: STYLE,
  });
});

test("the form of the settings saves all that is on it; an unchecked box is a no", async () => {
  const { browser, viewerId } = await household();
  const form = {
    intro: "never",
    recap: "skip",
    credits: "ask",
    ...STYLE,
    delaySeconds: "0.5",
    dataSaver: "on",
  };
  const { status, body } = await browser.call(saveForm, { body: form });
  expect([status, body.notice]).toEqual([200, "Saved."]);
  expect(await stored(viewerId)).toMatchObject({
    intro_choice: "never",
    recap_choice: "skip",
    data_saver: true,
    autoplay_next: false,
    autoplay_previews: false,
    subtitle_style: { ...STYLE, delaySeconds: 0.5 },
  });
});

test("a visitor has no preferences to change", async () => {
  const answer = await new Browser().call(change, { method: "PATCH", body: { intro: "skip" } });
  expect(answer.status).toBe(401);
});

test.each([
  ["a choice that does not exist", { intro: "always" }],
  ["a delay of an hour", { subtitleStyle: { ...STYLE, delaySeconds: 3600 } }],
  ["a language that is none", { audioLanguage: "../../etc" }],
  ["a field of somebody else's", { maturityLimit: 18 }],
  ["a style with more in it than a style has", { subtitleStyle: { ...STYLE, size: "url(//evil)" } }],
])("%s is refused", async (_, body) => {
  const { browser, viewerId } = await household();
  const before = await stored(viewerId);
  expect((await browser.call(change, { method: "PATCH", body })).status).toBe(400);
  expect(await stored(viewerId)).toEqual(before);
});

test("a style that was written past our server, by who holds the household's token, counts as plain", async () => {
  const { movieId } = await film();
  const { browser, viewerId } = await household();
  await sql`
    update public.viewer_profiles
    set subtitle_style = ${sql.json({ size: "<b>", color: 7, delaySeconds: "NaN" })} where id = ${viewerId}
  `;
  const { status, body } = await browser.call(start, { body: { movieId } });
  expect(status).toBe(201);
  expect(body.preferences.subtitleStyle).toEqual({
    size: "medium",
    color: "white",
    background: "box",
    delaySeconds: 0,
  });
});
