import type { Playback } from "@/lib/playback/schema";

type Props = { playback: Playback | null; hasBegun: boolean };

/** Lives inside the video. The pictures for scrubbing wait until the film is on screen: nothing comes before it. */
export function FilmTracks({ playback, hasBegun }: Props) {
  if (!playback) return null;
  return (
    <>
      {playback.subtitles.map(({ url, language, label, kind }) => (
        <track
          key={url}
          src={url}
          srcLang={language}
          label={label}
          kind={kind === "subtitles" ? kind : "captions"}
        />
      ))}
      {hasBegun && playback.thumbnailsUrl && (
        <track
          key={playback.thumbnailsUrl}
          kind="metadata"
          label="thumbnails"
          src={playback.thumbnailsUrl}
          default
        />
      )}
    </>
  );
}
