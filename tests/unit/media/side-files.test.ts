import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findSideFiles } from "@/lib/media/subtitles/side-files";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "side-files-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("only files are taken for subtitles: a link leads elsewhere, or to what never ends", async () => {
  await writeFile(path.join(folder, "film.mkv"), "");
  await writeFile(path.join(folder, "film.en.srt"), "");
  await symlink("/etc/passwd", path.join(folder, "film.vi.srt"));
  await symlink("/dev/zero", path.join(folder, "film.fr.srt"));
  await mkdir(path.join(folder, "film.de.srt"));
  const found = await findSideFiles(path.join(folder, "film.mkv"));
  expect(found.map((side) => path.basename(side.path))).toEqual(["film.en.srt"]);
});
