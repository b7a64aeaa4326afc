import type Hls from "hls.js";
import { Events } from "hls.js";
import { offerAirplay } from "@/lib/playback/client/airplay";
import { watchErrors } from "@/lib/playback/client/attach-hls";
import { takeEarly } from "@/lib/playback/client/early-engine";
import { EngineMeter } from "@/lib/playback/client/engine-meter";
import { indexOf, openHls, saveData } from "@/lib/playback/client/open-hls";
import type { Attachment, StreamEngine } from "@/lib/playback/client/stream-engine";

/** Media Source, or Managed Media Source where a phone has it: we read the playlists and fill the buffers. */
export function createHlsEngine(attachment: Attachment): StreamEngine {
  const { video, playback, session } = attachment;
  const known = takeEarly(playback.sessionId, video);
  const { hls, renewal, errors } = known ?? openHls(attachment);
  renewal.session = session;
  if (renewal.isDue) void session.renew();
  session.meter.wasShown(known?.shownAt ?? null);
  const stats = new EngineMeter();
  watchErrors(hls, attachment, errors);
  watchChoices(hls, attachment);
  stats.watch(hls);
  const closing = new AbortController();
  shareWithAirplay(hls, attachment, closing.signal);
  return {
    chooseHeight: (height) => {
      hls.nextLevel = height === null ? -1 : indexOf(hls, height);
      attachment.onChoices({ chosenHeight: height });
    },
    chooseAudio: (id) => {
      hls.audioTrack = id;
    },
    saveData: (isOn) => saveData(hls, isOn),
    readStats: () => stats.read(),
    retry: () => {
      // Without levels not even the master playlist has arrived.
      if (hls.levels.length === 0 && hls.url) hls.loadSource(hls.url);
      else hls.startLoad();
    },
    rest: (isResting) => (isResting ? hls.stopLoad() : hls.startLoad()),
    destroy: () => {
      closing.abort();
      hls.destroy();
    },
  };
}

/** Only once its source is open: WebKit opens none beside an alternative that it might take instead. */
function shareWithAirplay(hls: Hls, { video, playback, onReturn }: Attachment, signal: AbortSignal): void {
  let isElsewhere = false;
  const offer = () =>
    offerAirplay(video, {
      url: `${playback.receiverUrl}/screen.m3u8`,
      signal,
      onChange: (isNow) => {
        if (isNow) hls.stopLoad();
        else if (isElsewhere) onReturn();
        isElsewhere = isNow;
      },
    });
  if (video.readyState > 0) offer();
  else video.addEventListener("loadedmetadata", offer, { once: true, signal });
}

function watchChoices(hls: Hls, { session, onChoices }: Attachment): void {
  const readLevel = (index: number) => {
    const level = hls.levels[index];
    if (!level) return;
    onChoices({ currentHeight: level.height, frameRate: level.frameRate || null });
    if (level.bitrate) session.meter.setBitrate(level.bitrate);
  };
  const readAudio = () => {
    const audioTracks = hls.audioTracks.map(({ id, name, lang }) => ({
      id,
      label: name,
      language: lang ?? null,
    }));
    onChoices({ audioTracks, audioId: hls.audioTrack });
  };
  hls.on(Events.LEVEL_SWITCHED, (_event, { level }) => readLevel(level));
  hls.on(Events.AUDIO_TRACKS_UPDATED, readAudio);
  hls.on(Events.AUDIO_TRACK_SWITCHED, readAudio);
  // What plays already has told all of that to nobody.
  readLevel(hls.currentLevel);
  if (hls.audioTracks.length > 0) readAudio();
}
