import { stat } from "node:fs/promises";
import path from "node:path";
import { toLanguage } from "@/lib/media/pipeline/language";
import { SUBTITLE_KINDS } from "@/lib/media/schema";
import { downloadSource } from "@/lib/media/storage/download-file";
import { listFolder } from "@/lib/media/storage/folder";
import { SIDE_FORMATS, type SideFile } from "@/lib/media/subtitles/side-files";

export type LocalSource = { path: string; sizeBytes: number; sideFiles: SideFile[] };

/** `side.{number}.{language}.{kind}.{format}`: everything about a side file is in its name. */
export function sideObjectName(side: SideFile, number: number): string {
  return `side.${number}.${side.language}.${side.kind}.${side.format}`;
}

export function parseSideObjectName(name: string): Omit<SideFile, "path"> | null {
  const match = /^side\.\d+\.([A-Za-z0-9-]+)\.([a-z]+)\.([a-z]+)$/.exec(name);
  const kind = SUBTITLE_KINDS.find((known) => known === match?.[2]);
  const format = SIDE_FORMATS.find((known) => known === match?.[3]);
  return kind && format ? { language: toLanguage(match?.[1]), kind, format } : null;
}

/** The film and its side files on this disk: where they were ingested from, if that is here, else downloaded. */
export async function fetchSource(
  { assetId, sourcePath, local }: { assetId: string; sourcePath: string; local: LocalSource | undefined },
  folder: string,
  signal: AbortSignal,
): Promise<{ sourcePath: string; sideFiles: SideFile[] }> {
  const here = local && (await stat(local.path).catch(() => null));
  if (local && here?.size === local.sizeBytes) return { sourcePath: local.path, sideFiles: local.sideFiles };
  const target = path.join(folder, `source${path.extname(sourcePath)}`);
  await downloadSource(sourcePath, target, signal);
  const sideFiles: SideFile[] = [];
  for (const name of await listFolder("uploads", assetId)) {
    const side = parseSideObjectName(name);
    if (!side) continue;
    const copy = path.join(folder, name);
    await downloadSource(`${assetId}/${name}`, copy, signal);
    sideFiles.push({ ...side, path: copy });
  }
  return { sourcePath: target, sideFiles };
}
