import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { PATCH as chooseFace, PUT as upload } from "@/app/api/account/avatar/route";
import { POST as signIn } from "@/app/api/auth/sign-in/route";
import { PATCH as chooseViewerFace, PUT as uploadForViewer } from "@/app/api/viewers/[id]/avatar/route";
import { DELETE as removeViewer } from "@/app/api/viewers/[id]/route";
import { POST as choose } from "@/app/api/viewers/active/route";
import { POST as addViewer } from "@/app/api/viewers/route";
import { Browser } from "../../fixtures/browser";
import { bearing, type Person, person, sql, supabaseUrl } from "../../fixtures/supabase";

async function signedIn({ email, password }: Person): Promise<Browser> {
  const browser = new Browser();
  await browser.call(signIn, { body: { email, password } });
  return browser;
}

const picture = (color = "#c33", width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: color } });

const put = (browser: Browser, bytes: Buffer, type = "image/jpeg") =>
  browser.call(upload, { method: "PUT", bytes, headers: { "content-type": type } });

async function stored(path: string) {
  const answer = await fetch(`${supabaseUrl}/storage/v1/object/public/avatars/${path}`);
  return { isThere: answer.ok, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const filesOf = (userId: string) =>
  sql<
    { name: string }[]
  >`select name from storage.objects where bucket_id = 'avatars' and name like ${`${userId}/%`}`;

describe("a picture of one's own", () => {
  test("is drawn anew: upright, square, without the place where it was taken", async () => {
    const me = await person();
    const photo = await picture()
      .jpeg()
      .withExif({
        IFD0: { Make: "Spy", Orientation: "6" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
      })
      .toBuffer();
    const { status, body } = await put(await signedIn(me), photo);
    expect(status).toBe(200);
    expect(body.avatarPath).toMatch(new RegExp(`^${me.id}/account-[0-9a-f]{20}\\.webp$`));
    const { bytes } = await stored(body.avatarPath);
    const head = await sharp(bytes).metadata();
    expect(head).toMatchObject({ format: "webp", width: 512, height: 512 });
    expect([head.exif, head.icc, head.xmp]).toEqual([undefined, undefined, undefined]);
  });

  test("replaces the one before, whose file goes, also when two come at once", async () => {
    const me = await person();
    const browser = await signedIn(me);
    const first = await put(browser, await picture("#111").png().toBuffer(), "image/png");
    const both = await Promise.all(
      ["#222", "#999"].map(async (color) =>
        put(browser, await picture(color).webp().toBuffer(), "image/webp"),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await browser.call(chooseFace, { method: "PATCH", body: { face: "fox" } });
    expect(await filesOf(me.id)).toEqual([]);
    expect((await stored(first.body.avatarPath)).isThere).toBe(false);
    const [row] = await sql`select avatar_path from public.user_profiles where id = ${me.id}`;
    expect(row?.avatar_path).toBe("face:fox");
  });

  test("that is no picture, moves, is huge or broken is refused in words", async () => {
    const browser = await signedIn(await person());
    const jpeg = await picture().jpeg().toBuffer();
    const moving = await sharp(
      [await picture("#f00", 32, 32).png().toBuffer(), await picture("#0f0", 32, 32).png().toBuffer()],
      { join: { animated: true } },
    )
      .webp()
      .toBuffer();
    const bad: Record<string, Buffer> = {
      text: Buffer.from("no picture"),
      svg: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
      ),
      gif: await picture("#f00", 32, 32).gif().toBuffer(),
      moving,
      bomb: await picture("#000", 12_000, 12_000).png({ compressionLevel: 9 }).toBuffer(),
      broken: jpeg.subarray(0, jpeg.length / 2),
      empty: Buffer.alloc(0),
      long: Buffer.alloc(5 * 1024 * 1024, 1),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      const { status, body } = await put(browser, bytes);
      expect([name, status, body.error.code]).toEqual([name, 400, "INVALID"]);
    }
  });

  test("is put nowhere by a stranger, a child, or past the server", async () => {
    const [me, other] = [await person(), await person()];
    const photo = await picture().jpeg().toBuffer();
    expect((await put(new Browser(), photo)).status).toBe(401);
    const browser = await signedIn(me);
    const kid = await browser.call(addViewer, {
      body: { name: "Bi", isKids: true, maturityLimit: 7, language: "en" },
    });
    const theirs = await signedIn(other);
    const foreign = { method: "PUT", bytes: photo, params: { id: kid.body.id } };
    expect((await theirs.call(uploadForViewer, foreign)).status).toBe(404);
    await browser.call(choose, { body: { viewerId: kid.body.id } });
    expect((await put(browser, photo)).status).toBe(403);
    const token = bearing(me.session.access_token);
    const direct = await token.storage
      .from("avatars")
      .upload(`${me.id}/x.webp`, photo, { contentType: "image/webp" });
    expect(direct.error).not.toBeNull();
    const path = { avatar_path: `${other.id}/x.webp` };
    expect((await token.from("user_profiles").update(path).eq("id", me.id)).error?.code).toBe("42501");
  });

  test("of a viewer goes with the viewer, and leaves the account's alone", async () => {
    const me = await person();
    const browser = await signedIn(me);
    const photo = await picture().jpeg().toBuffer();
    await put(browser, photo);
    const { body } = await browser.call(addViewer, {
      body: { name: "Bi", isKids: false, maturityLimit: 16, language: "en" },
    });
    const params = { id: body.id };
    expect((await browser.call(uploadForViewer, { method: "PUT", bytes: photo, params })).status).toBe(200);
    expect(await filesOf(me.id)).toHaveLength(2);
    await browser.call(removeViewer, { method: "DELETE", params });
    expect((await filesOf(me.id)).map(({ name }) => name)).toEqual([expect.stringContaining("/account-")]);
  });

  test("of ours is one that we have", async () => {
    const browser = await signedIn(await person());
    expect((await browser.call(chooseFace, { method: "PATCH", body: { face: "../x" } })).status).toBe(400);
    const { body } = await browser.call(addViewer, {
      body: { name: "Bi", isKids: false, maturityLimit: 16, language: "en" },
    });
    const call = { method: "PATCH", params: { id: body.id }, body: { face: "owl" } };
    expect((await browser.call(chooseViewerFace, call)).status).toBe(204);
  });
});
