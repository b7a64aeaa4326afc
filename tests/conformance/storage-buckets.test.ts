import { describe, expect, it } from "vitest";
import { bucket, isEmbedded, person, put, service, visitor } from "./storage-fixture";

describe("buckets", () => {
  it("are created, read, changed, listed and deleted by the service", async () => {
    const name = await bucket({ public: false, fileSizeLimit: "2MB", allowedMimeTypes: ["image/*"] });
    const { data } = await service.storage.getBucket(name);
    expect(data).toMatchObject({ id: name, name, public: false, file_size_limit: 2_000_000 });
    expect(data?.allowed_mime_types).toEqual(["image/*"]);

    const changed = await service.storage.updateBucket(name, { public: true, fileSizeLimit: null });
    expect(changed.data?.message).toBe("Successfully updated");
    expect((await service.storage.getBucket(name)).data).toMatchObject({
      public: true,
      file_size_limit: null,
    });

    const { data: found } = await service.storage.listBuckets({ search: name, limit: 5 });
    expect(found?.map((entry) => entry.id)).toEqual([name]);
    expect((await service.storage.deleteBucket(name)).error).toBeNull();
    expect((await service.storage.getBucket(name)).error?.message).toBe("Bucket not found");
  });

  it("of a taken name are refused as a duplicate", async () => {
    const name = await bucket();
    const { error } = await service.storage.createBucket(name, { public: true });
    expect(error).toMatchObject({ statusCode: "409", message: "The resource already exists" });
  });

  it.each(["a/b", "a\\b", "", "ü", "a%b"])("named %j are refused", async (name) => {
    const { error } = await service.storage.createBucket(name);
    expect(error?.statusCode).toBe("400");
  });

  it("are asked plainly for what the embedded stack does not have", async () => {
    if (!isEmbedded) return;
    const name = await bucket();
    expect((await service.storage.purgeBucketCache(name)).error).toBeNull();
    expect((await visitor.storage.purgeBucketCache(name)).error?.statusCode).toBe("403");
    expect((await service.storage.getBucketLifecycle(name)).error?.message).toContain("not enabled");
    const versioned = await service.storage.createBucket(`${name}-v`, {
      public: false,
      versioningStatus: "ENABLED",
    });
    expect(versioned.error?.message).toContain("not enabled");
  });

  it("with objects are not deleted until they are emptied", async () => {
    const name = await bucket();
    await put(name, "a/b.txt");
    const { error } = await service.storage.deleteBucket(name);
    expect(error?.statusCode).toBe("409");
    expect((await service.storage.emptyBucket(name)).error).toBeNull();
    await expect.poll(async () => (await service.storage.from(name).list()).data).toEqual([]);
    expect((await service.storage.deleteBucket(name)).error).toBeNull();
  });

  it("cannot be seen, made, changed, emptied or deleted by people", async () => {
    const name = await bucket();
    await put(name, "kept.txt");
    const { client } = await person();
    for (const { storage } of [client, visitor]) {
      expect((await storage.listBuckets()).data).toEqual([]);
      expect((await storage.getBucket(name)).error?.statusCode).toBe("404");
      expect((await storage.createBucket(`${name}-x`)).error?.statusCode).toBe("403");
      expect((await storage.updateBucket(name, { public: true })).error).not.toBeNull();
      expect((await storage.emptyBucket(name)).error).not.toBeNull();
      expect((await storage.deleteBucket(name)).error).not.toBeNull();
    }
    expect((await service.storage.from(name).list()).data).toHaveLength(1);
    expect((await service.storage.getBucket(name)).data?.public).toBe(false);
  });
});
