import type { AssetRow, PlanRow, SourceRow } from "@/lib/playback/rows";

export const PLANS: PlanRow[] = [
  { tier: "free", name: "Free", max_video_height: 480 },
  { tier: "basic", name: "Basic", max_video_height: 720 },
  { tier: "premium", name: "Premium", max_video_height: 1080 },
  { tier: "vip", name: "VIP", max_video_height: 2160 },
];

const HEIGHTS = [240, 480, 720, 1080, 2160];

export function asset(heights: number[]): AssetRow {
  return {
    id: "ff36941a-e6e2-48b7-8c08-c16286ec7e93",
    duration_seconds: 25,
    renditions: heights.map((height) => ({
      height,
      width: Math.round((height * 16) / 18) * 2,
      bandwidth: height * 1000,
      averageBandwidth: height * 800,
      codecs: "avc1.640015",
      frameRate: 24,
      path: `asset/video-${height}.mp4`,
      playlistPath: `asset/video-${height}.m3u8`,
      sizeBytes: 1000,
    })),
    audio_tracks: [],
    thumbnails_path: null,
    segments: [],
  };
}

export function source(
  tier: PlanRow["tier"],
  accessLevel: SourceRow["card"]["access_level"],
  heights = HEIGHTS,
): Pick<SourceRow, "card" | "asset" | "entitlement" | "plans"> {
  const card = { access_level: accessLevel } as SourceRow["card"];
  const plan = PLANS.find((known) => known.tier === tier);
  return {
    card,
    asset: asset(heights),
    entitlement: { tier, max_streams: 1, max_video_height: plan?.max_video_height ?? 0 },
    plans: PLANS,
  };
}
