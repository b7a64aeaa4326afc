import Hls, { Events } from "hls.js";
import { createHls, watchErrors } from "@/lib/playback/client/attach-hls";
import { type Attachment, beginPlaying, type StreamEngine } from "@/lib/playback/client/stream-engine";

export const canPlayWithHls = () => Hls.isSupported();

/** Media Source, or Managed Media Source where a phone has it: we read the playlists and fill the buffers. */
export function createHlsEngine(attachment: Attachment): StreamEngine {
  const { video, playback } = attachment;
  const hls = createHls(attachment);
  watchErrors(hls, attachment);
  watchChoices(hls, attachment);
  hls.once(Events.MANIFEST_PARSED, () => {
    hls.startLevel = indexOf(hls, playback.startHeight);
    beginPlaying(video);
  });
  hls.loadSource(playback.masterUrl);
  hls.attachMedia(video);
  return {
    chooseHeight: (height) => {
      hls.nextLevel = height === null ? -1 : indexOf(hls, height);
      attachment.onChoices({ chosenHeight: height });
    },
    chooseAudio: (id) => {
      hls.audioTrack = id;
    },
    retry: () => {
      // Without levels not even the master playlist has arrived.
      if (hls.levels.length === 0 && hls.url) hls.loadSource(hls.url);
      else hls.startLoad();
    },
    destroy: () => hls.destroy(),
  };
}

const indexOf = (hls: Hls, height: number) => hls.levels.findIndex((level) => level.height === height);

function watchChoices(hls: Hls, { session, onChoices }: Attachment): void {
  hls.on(Events.LEVEL_SWITCHED, (_event, { level }) => {
    const { height, bitrate } = hls.levels[level] ?? {};
    onChoices({ currentHeight: height ?? null });
    if (bitrate) session.meter.setBitrate(bitrate);
  });
  const readAudio = () => {
    const audioTracks = hls.audioTracks.map(({ id, name }) => ({ id, label: name }));
    onChoices({ audioTracks, audioId: hls.audioTrack });
  };
  hls.on(Events.AUDIO_TRACKS_UPDATED, readAudio);
  hls.on(Events.AUDIO_TRACK_SWITCHED, readAudio);
}
