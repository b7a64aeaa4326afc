import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { allow, allowOwnFolder, bucket, isEmbedded, person, rows } from "./storage-fixture";

describe("policies", () => {
  it("let people upload, see, replace and remove in their own folder only", async () => {
    const name = await bucket();
    await allowOwnFolder(name, ["select", "insert", "update", "delete"]);
    const [ann, ben] = [await person(), await person()];
    const [own, others] = [ann.client.storage.from(name), ben.client.storage.from(name)];
    const path = `${ann.id}/a.txt`;
    expect((await own.upload(path, "ann")).error).toBeNull();
    expect((await rows(name))[0]?.owner_id).toBe(ann.id);
    expect((await own.upload(path, "again", { upsert: true })).error).toBeNull();

    expect((await others.upload(`${ann.id}/b.txt`, "ben")).error?.statusCode).toBe("403");
    expect((await others.upload(path, "ben", { upsert: true })).error?.statusCode).toBe("403");
    expect((await others.update(path, "ben")).error).not.toBeNull();
    expect((await others.download(path)).error).not.toBeNull();
    expect((await others.info(path)).error).not.toBeNull();
    expect((await others.remove([path])).data).toEqual([]);
    expect((await others.list(ann.id)).data).toEqual([]);
    expect((await others.createSignedUrl(path, 60)).error?.statusCode).toBe("404");
    expect((await others.createSignedUrls([path], 60)).data?.[0]).toMatchObject({ signedUrl: null });
    expect(await (await own.download(path)).data?.text()).toBe("again");
    expect((await own.remove([path])).data).toHaveLength(1);
  });

  it("need no right to read for an upload", async () => {
    const name = await bucket();
    await allow("insert", name);
    const { client } = await person();
    expect((await client.storage.from(name).upload("drop.txt", "x")).error).toBeNull();
    expect((await client.storage.from(name).list()).data).toEqual([]);
  });

  it("have the last word when the size is known only at the end", async () => {
    if (!isEmbedded) return;
    const name = await bucket();
    await allow("insert", name, "coalesce((metadata ->> 'size')::bigint, 0) < 1000");
    const { client } = await person();
    const files = client.storage.from(name);
    expect((await files.upload("small", new Blob(["x"]).stream())).error).toBeNull();
    const large = await files.upload("large", new Blob([randomBytes(300_000)]).stream());
    expect(large.error?.statusCode).toBe("403");
    expect((await rows(name)).map((row) => row.name)).toEqual(["small"]);
  });

  it("see the type that is being uploaded", async () => {
    const name = await bucket();
    await allow("insert", name, "storage.extension(name) = 'png' and metadata ->> 'mimetype' = 'image/png'");
    const { client } = await person();
    const files = client.storage.from(name);
    expect((await files.upload("a.png", "x", { contentType: "image/png" })).error).toBeNull();
    expect((await files.upload("b.png", "x", { contentType: "text/html" })).error?.statusCode).toBe("403");
  });
});
