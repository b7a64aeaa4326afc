import { request as rawRequest } from "node:http";
import { expect, test } from "@playwright/test";

/** As it stands: a browser, and fetch, would refuse or repair some of these. */
function ask(base: string | undefined, path: string): Promise<{ status?: number; type?: string }> {
  const { hostname, port } = new URL(base ?? "");
  return new Promise((resolve, reject) => {
    rawRequest({ hostname, port, path }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, type: response.headers["content-type"] });
    })
      .on("error", reject)
      .end();
  });
}

for (const part of ["%E0%A4%A", "%ff", "x%", "%c3%28"]) {
  test(`an address that holds ${part} is one that nothing has`, async ({ page, baseURL }) => {
    for (const folder of ["/title", "/person", "/collection", ""]) {
      const { status, type } = await ask(baseURL, `${folder}/${part}`);
      expect([folder, status, type]).toEqual([folder, 404, expect.stringMatching(/^text\/html/)]);
    }
    for (const folder of ["/api/library/titles", "/artwork", "/avatars", "/sitemaps", "/og/title"]) {
      const { status } = await ask(baseURL, `${folder}/${part}`);
      expect([400, 401, 404], `${folder}: ${status}`).toContain(status);
    }
    expect((await ask(baseURL, `/search?q=${part}`)).status).toBe(200);
    await page.goto(`/title/${part}`).catch(() => undefined);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  });
}
