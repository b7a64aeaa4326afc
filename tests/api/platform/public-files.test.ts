import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as avatar } from "@/app/avatars/[...path]/route";
import { type Person, person, secretKey, siteUrl, sql, supabaseUrl } from "../../fixtures/supabase";

let me: Person;
beforeAll(async () => {
  me = await person();
});

/** As the server, which alone writes avatars: whatever it drew wrongly would have to be harmless too. */
async function upload(body: Uint8Array, headers: Record<string, string> = {}): Promise<string> {
  const path = `${me.id}/${randomUUID()}.png`;
  const answer = await fetch(`${supabaseUrl}/storage/v1/object/avatars/${path}`, {
    method: "POST",
    headers: {
      apikey: secretKey,
      authorization: `Bearer ${secretKey}`,
      "content-type": "image/png",
      ...headers,
    },
    body: new Uint8Array(body),
  });
  expect(answer.status).toBe(200);
  return path;
}

function open(path: string): Promise<Response> {
  const params = Promise.resolve({ path: path.split("/") });
  return avatar(new Request(`${siteUrl}/avatars/${path}`), { params });
}

describe("a picture in the bucket of avatars", () => {
  test("is shown, and could run nothing here if it were more than a picture", async () => {
    const answer = await open(await upload(Buffer.from("<script>alert(1)</script>")));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("that was packed so that it grows on its way through us is not", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const answer = await open(await upload(bomb, { "content-encoding": "gzip" }));
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([404, 0]);
  });

  test.each(["image/svg+xml", "text/html", "application/xml"])(
    "that calls itself %s is not",
    async (type) => {
      const path = await upload(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
      await sql`update storage.objects set metadata = metadata || ${sql.json({ mimetype: type })} where name = ${path}`;
      expect((await open(path)).status).toBe(404);
    },
  );
});
