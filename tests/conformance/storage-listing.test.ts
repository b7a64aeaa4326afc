import { beforeAll, describe, expect, it } from "vitest";
import { allow, bucket, person, put, service, visitor } from "./storage-fixture";

const PATHS = [
  "a.txt",
  "b.txt",
  "B.txt",
  "films/one.mp4",
  "films/two.mp4",
  "films/extra/x.vtt",
  "zoo/y",
  "100_x",
];

describe("listing", () => {
  let name = "";

  beforeAll(async () => {
    name = await bucket();
    for (const path of PATHS) await put(name, path, path);
  });

  it("shows one folder: folders without id and files with size and type", async () => {
    const { data } = await service.storage.from(name).list();
    const folders = data?.filter((entry) => entry.id === null).map((entry) => entry.name);
    expect(folders).toEqual(["films", "zoo"]);
    const files = data?.filter((entry) => entry.id !== null).map((entry) => entry.name);
    expect(files?.toSorted()).toEqual(["100_x", "B.txt", "a.txt", "b.txt"]);
    expect(data?.find((entry) => entry.name === "a.txt")?.metadata).toMatchObject({ size: 5 });
    const inner = await service.storage.from(name).list("films");
    expect(inner.data?.map((entry) => entry.name).toSorted()).toEqual(["extra", "one.mp4", "two.mp4"]);
  });

  it("pages by limit and offset without gap or repetition", async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < 6; offset += 2) {
      const { data } = await service.storage.from(name).list("", { limit: 2, offset });
      seen.push(...(data ?? []).map((entry) => entry.name));
    }
    expect(seen.toSorted()).toEqual(["100_x", "B.txt", "a.txt", "b.txt", "films", "zoo"]);
  });

  it("sorts by time and searches by the beginning of a name", async () => {
    const sortBy = { column: "created_at", order: "desc" };
    const { data } = await service.storage.from(name).list("films", { sortBy });
    expect(data?.filter((entry) => entry.id).map((entry) => entry.name)).toEqual(["two.mp4", "one.mp4"]);
    const found = await service.storage.from(name).list("films", { search: "tw" });
    expect(found.data?.map((entry) => entry.name)).toEqual(["two.mp4"]);
    expect((await service.storage.from(name).list("", { search: "100_" })).data).toHaveLength(1);
    expect((await service.storage.from(name).list("", { search: "1__x" })).data).toEqual([]);
  });

  it("by prefix walks every object once with a cursor", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data, error } = await service.storage.from(name).listV2({ limit: 3, cursor });
      expect(error).toBeNull();
      seen.push(...(data?.objects ?? []).map((entry) => entry.name));
      cursor = data?.nextCursor;
    } while (cursor);
    expect(seen).toEqual(PATHS.toSorted());
  });

  it("by prefix groups folders where asked for, in either order", async () => {
    const { data } = await service.storage.from(name).listV2({ with_delimiter: true, prefix: "films/" });
    expect(data?.folders.map((entry) => entry.name)).toEqual(["films/extra/"]);
    expect(data?.objects.map((entry) => entry.name)).toEqual(["films/one.mp4", "films/two.mp4"]);
    const sortBy = { column: "created_at", order: "desc" } as const;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.storage.from(name).listV2({ limit: 3, cursor, sortBy });
      seen.push(...(page.data?.objects ?? []).map((entry) => entry.name));
      cursor = page.data?.nextCursor;
    } while (cursor);
    expect(seen).toEqual(PATHS.toReversed());
  });

  it("names nothing that the policies hide, folders included", async () => {
    const { client } = await person();
    await allow("select", name, "storage.filename(name) = 'one.mp4'");
    const files = client.storage.from(name);
    expect((await files.list()).data?.map((entry) => entry.name)).toEqual(["films"]);
    expect((await files.list("films")).data?.map((entry) => entry.name)).toEqual(["one.mp4"]);
    expect((await files.listV2({ with_delimiter: true })).data?.folders).toHaveLength(1);
    expect((await files.listV2({})).data?.objects.map((entry) => entry.name)).toEqual(["films/one.mp4"]);
    expect((await visitor.storage.from(name).list()).data).toEqual([]);
  });

  it("refuses a column that is none", async () => {
    const files = service.storage.from(name);
    const sortBy = { column: "name; drop table storage.objects", order: "asc" };
    expect((await files.list("", { sortBy })).error).not.toBeNull();
    expect((await files.listV2({ sortBy: sortBy as never })).error).not.toBeNull();
  });
});
