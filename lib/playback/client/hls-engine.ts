import Hls, { Events } from "hls.js";
import { offerAirplay } from "@/lib/playback/client/airplay";
import { BUFFER_SECONDS, createHls, watchErrors } from "@/lib/playback/client/attach-hls";
import { EngineMeter } from "@/lib/playback/client/engine-meter";
import { type Attachment, beginPlaying, type StreamEngine } from "@/lib/playback/client/stream-engine";
import { SAVER_MAXIMUM_HEIGHT } from "@/lib/playback/limits";

/** Whoever saves data and leaves has not downloaded half a minute for nothing. */
const SAVER_BUFFER_SECONDS = 12;

export const canPlayWithHls = () => Hls.isSupported();

/** Media Source, or Managed Media Source where a phone has it: we read the playlists and fill the buffers. */
export function createHlsEngine(attachment: Attachment): StreamEngine {
  const { video, playback, isSaving } = attachment;
  const stats = new EngineMeter();
  const hls = createHls(attachment);
  watchErrors(hls, attachment);
  watchChoices(hls, attachment);
  stats.watch(hls);
  hls.once(Events.MANIFEST_PARSED, () => {
    hls.startLevel = indexOf(hls, playback.startHeight);
    saveData(hls, isSaving);
    beginPlaying(video);
  });
  const closing = new AbortController();
  hls.once(Events.MEDIA_ATTACHED, () => shareWithAirplay(hls, attachment, closing.signal));
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

function shareWithAirplay(hls: Hls, { video, playback, onReturn }: Attachment, signal: AbortSignal): void {
  let isElsewhere = false;
  offerAirplay(video, {
    url: `${playback.receiverUrl}/screen.m3u8`,
    signal,
    onChange: (isNow) => {
      if (isNow) hls.stopLoad();
      else if (isElsewhere) onReturn();
      isElsewhere = isNow;
    },
  });
}

const indexOf = (hls: Hls, height: number) => hls.levels.findIndex((level) => level.height === height);

/** A height that somebody chose stays theirs: only what is automatic is capped. */
function saveData(hls: Hls, isSaving: boolean): void {
  // The cap by size sets the same limit anew with every change of size: the two exclude each other.
  hls.capLevelToPlayerSize = !isSaving;
  const allowed = hls.levels.findLastIndex(({ height }) => height <= SAVER_MAXIMUM_HEIGHT);
  if (isSaving) hls.autoLevelCapping = Math.max(0, allowed);
  hls.config.maxBufferLength = isSaving ? SAVER_BUFFER_SECONDS : BUFFER_SECONDS;
}

function watchChoices(hls: Hls, { session, onChoices }: Attachment): void {
  hls.on(Events.LEVEL_SWITCHED, (_event, { level }) => {
    const { height, bitrate, frameRate } = hls.levels[level] ?? {};
    onChoices({ currentHeight: height ?? null, frameRate: frameRate || null });
    if (bitrate) session.meter.setBitrate(bitrate);
  });
  const readAudio = () => {
    const audioTracks = hls.audioTracks.map(({ id, name, lang }) => ({
      id,
      label: name,
      language: lang ?? null,
    }));
    onChoices({ audioTracks, audioId: hls.audioTrack });
  };
  hls.on(Events.AUDIO_TRACKS_UPDATED, readAudio);
  hls.on(Events.AUDIO_TRACK_SWITCHED, readAudio);
}
