import Hls, { type ErrorData, ErrorTypes, Events, type HlsConfig, type LoaderResponse } from "hls.js";
import { knownPlaylists } from "@/lib/playback/client/known-playlists";
import type { Attachment, Source } from "@/lib/playback/client/stream-engine";
import type { StreamSession } from "@/lib/playback/client/stream-session";

const REFUSED_ADDRESS = new Set([400, 401, 403]);
const REFUSED_RETRIES = 3;
const FIRST_BANDWIDTH_ESTIMATE = 2_500_000;
const MEDIA_REPAIRS = 2;
export const BUFFER_SECONDS = 30;

/** Who knows the newest addresses; nobody yet in the first moment, in which a refusal is kept for who comes. */
export type Renewal = { session: StreamSession | null; isDue: boolean };

/** An engine whose every request for media goes to the newest signed address, and that renews a refused one. */
export function createHls({ playback, startSeconds, isSaving }: Source, renewal: Renewal): Hls {
  const own = window.location.origin;
  const policy = Hls.DefaultConfig.fragLoadPolicy.default;
  const config: Partial<HlsConfig> = {
    startPosition: startSeconds,
    // The first segments are asked for while the browser opens its buffers, not afterwards.
    startFragPrefetch: true,
    capLevelToPlayerSize: !isSaving,
    abrEwmaDefaultEstimate: FIRST_BANDWIDTH_ESTIMATE,
    maxBufferLength: BUFFER_SECONDS,
    // Whoever leaves after a minute has not downloaded the whole film.
    maxMaxBufferLength: 60,
    backBufferLength: 60,
    // Fragmented MP4 goes into the buffer nearly as it comes: a worker would cost more time than it saves.
    enableWorker: false,
    pLoader: knownPlaylists(playback),
    fragLoadPolicy: {
      default: {
        ...policy,
        errorRetry: {
          ...policy.errorRetry,
          // Soon: somebody has to be told. Whoever watches is not, as long as there is something to show.
          maxNumRetry: 3,
          retryDelayMs: 500,
          maxRetryDelayMs: 4000,
          shouldRetry: (_retry, count, _isTimeout, response, isUsual) =>
            shouldRetry(renewal, count, response, isUsual),
        },
      },
    },
    xhrSetup: async (xhr, url) => {
      if (new URL(url, own).origin === own) return;
      xhr.open("GET", renewal.session ? await renewal.session.address(url) : url, true);
    },
  };
  return new Hls(config);
}

function shouldRetry(
  renewal: Renewal,
  count: number,
  response: LoaderResponse | undefined,
  isUsual: boolean,
): boolean {
  if (!REFUSED_ADDRESS.has(response?.code ?? 0)) return isUsual;
  if (renewal.session) void renewal.session.renew();
  else renewal.isDue = true;
  return count < REFUSED_RETRIES;
}

/** Mends what can be mended (a lost connection, a stumbling decoder) and tells what cannot; also what came `before`. */
export function watchErrors(hls: Hls, { session, onProblem }: Attachment, before: ErrorData[]): void {
  let repairs = 0;
  const handle = (data: ErrorData) => {
    if (!data.fatal) return;
    session.meter.countError();
    if (data.type === ErrorTypes.MEDIA_ERROR && repairs < MEDIA_REPAIRS) {
      repairs += 1;
      hls.recoverMediaError();
    } else if (data.type === ErrorTypes.NETWORK_ERROR && !isRefused(data.response?.code)) {
      onProblem("offline");
    } else {
      onProblem("broken");
      // Our own server refused something: perhaps the stream was ended elsewhere, and then it says so.
      if (isRefused(data.response?.code)) void session.renew();
    }
  };
  // What was on its way when the connection went is no sign that it is back.
  hls.on(Events.FRAG_BUFFERED, () => navigator.onLine && onProblem(null));
  hls.on(Events.ERROR, (_event, data) => handle(data));
  for (const data of before) handle(data);
}

const isRefused = (status: number | undefined) => status !== undefined && status >= 400 && status < 500;
