import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireEnv } from "@/lib/platform/env";
import { CLIPS, ffprobe } from "@/tests/fixtures/media/clips";
import { ingest } from "@/tests/fixtures/media/programs";
import { LIMIT_MS, openWorkshop, piece, type Workshop } from "@/tests/fixtures/media/workshop";

const LINES = "1\n00:00:01,000 --> 00:00:02,000\n[a door slams]\n";
type Streams = { streams: { codec_type: string; disposition: Record<string, number> }[] };

describe(`what a file offers to those who cannot hear or see all of it (${CLIPS.source})`, {
  concurrent: true,
}, () => {
  let workshop: Workshop;
  let pool: Pool;
  const tag = randomUUID().slice(0, 8);
  beforeAll(async () => {
    workshop = await openWorkshop();
    pool = new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 1 });
    await writeFile(path.join(workshop.root, "lines.srt"), LINES);
  });
  afterAll(async () => {
    await pool.query("delete from public.movies where title like $1", [`%${tag}%`]);
    await pool.end();
    await workshop.close();
  });

  /** The sound of a film once for each of these dispositions, and its lines for each of those. */
  function film(
    name: string,
    sounds: [disposition: string, title?: string][],
    lines: string[],
  ): Promise<string> {
    const maps = [...sounds.map(() => "0:a"), ...lines.map(() => "1:0")].flatMap((map) => ["-map", map]);
    const flags = sounds.flatMap(([disposition, title = ""], index) => [
      `-disposition:a:${index}`,
      disposition,
      `-metadata:s:a:${index}`,
      `title=${title}`,
      `-metadata:s:a:${index}`,
      "language=eng",
    ]);
    const kinds = lines.flatMap((disposition, index) => [
      `-disposition:s:${index}`,
      disposition,
      `-metadata:s:s:${index}`,
      `language=${index === 0 ? "eng" : "fre"}`,
    ]);
    const input = [...piece(5), "-i", path.join(workshop.root, "lines.srt"), "-map", "0:v", ...maps];
    const codecs = ["-c:v", "copy", "-c:a", "aac", "-c:s", name.endsWith(".mp4") ? "mov_text" : "srt"];
    return workshop.make(name, [...input, ...codecs, ...flags, ...kinds, "-metadata", `comment=${tag}`]);
  }

  const sounds = async (file: string) => {
    const { stream } = await workshop.pack(file);
    return stream.audioTracks.map(({ label, isDescription, isDefault }) => [label, isDescription, isDefault]);
  };

  /** What the file itself says: what would be recognised by names alone proves nothing. */
  async function flagsOf(file: string): Promise<string[]> {
    const { streams } = await ffprobe<Streams>(file, "-show_streams");
    return streams.flatMap(({ codec_type: kind, disposition }) =>
      ["visual_impaired", "descriptions", "hearing_impaired"]
        .filter((flag) => disposition[flag] === 1)
        .map((flag) => `${kind} ${flag}`),
    );
  }

  it(
    "is known by the flags of its tracks, and nobody is told what they see unasked",
    async () => {
      const file = await film("flagged.mkv", [["visual_impaired+default"], ["0"]], ["hearing_impaired", "0"]);
      expect(await flagsOf(file)).toEqual(["audio visual_impaired", "subtitle hearing_impaired"]);
      const { stream } = await workshop.pack(file);
      expect(
        stream.audioTracks.map(({ label, isDescription, isDefault }) => [label, isDescription, isDefault]),
      ).toEqual([
        ["English (Audio description)", true, false],
        ["English", false, true],
      ]);
      expect(stream.subtitles.map(({ language, kind }) => [language, kind])).toEqual([
        ["en", "sdh"],
        ["fr", "subtitles"],
      ]);
    },
    LIMIT_MS,
  );

  it(
    "is known in an MP4, which calls described sound by another name",
    async () => {
      const file = await film("flagged.mp4", [["default"], ["descriptions"]], []);
      expect(await flagsOf(file)).toContain("audio descriptions");
      expect(await sounds(file)).toEqual([
        ["English", false, true],
        ["English (Audio description)", true, false],
      ]);
    },
    LIMIT_MS,
  );

  it(
    "is known by its name where a program wrote no flag, and not by a name that only sounds like it",
    async () => {
      const file = await film(
        "named.mkv",
        [["default"], ["0", "Audio Description"], ["0", "Director's commentary"]],
        [],
      );
      expect(await sounds(file)).toEqual([
        ["English", false, true],
        ["English (Audio Description)", true, false],
        ["English (Director's commentary)", false, false],
      ]);
    },
    LIMIT_MS,
  );

  it(
    "is what browse filters by once the film is there",
    async () => {
      const file = await film(`offers ${tag}.mkv`, [["default"], ["visual_impaired"]], ["hearing_impaired"]);
      const { code, output } = await ingest(file, "--title", `Offers ${tag}`);
      expect(output).toContain("can be watched now.");
      expect(code).toBe(0);
      const { rows } = await pool.query("select features from public.movies where title = $1", [
        `Offers ${tag}`,
      ]);
      expect(rows).toEqual([{ features: ["audio_description", "sdh", "subtitles"] }]);
    },
    LIMIT_MS,
  );
});
